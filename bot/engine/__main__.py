"""`python -m bot.engine` serves the engine; `train` trains its model if needed; `validate` checks the files."""

from __future__ import annotations

import os
import sys

from bot.engine.settings import SettingError, read_settings

COMMANDS = ("serve", "train", "validate")
USAGE = f"Usage: python -m bot.engine [{' | '.join(COMMANDS)}]"


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code; what goes wrong is one sentence."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    command = arguments[0] if arguments else "serve"
    if command not in COMMANDS or len(arguments) > 1:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        return _run(command)
    except (SettingError, RuntimeError, OSError) as error:
        print(f"Engine: {error}", file=sys.stderr)
        return 1


def _run(command: str) -> int:
    settings = read_settings()
    if command == "train":
        from bot.engine.train import train

        train(settings)
    elif command == "validate":
        return _validate()
    else:
        from bot.engine.server import serve

        serve(settings)
    return 0


def _validate() -> int:
    from bot.engine.validate import validate

    complaints = validate()
    print("\n".join(complaints) or "Dialogue files: nothing to complain about.")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
