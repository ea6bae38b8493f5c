"""Make both environments from the committed locks; run as `python3 -m bot.setup`, standard library only.

build/env/app (Python 3.11) and build/env/engine (Python 3.10) each keep a stamp of what they were made from: when
nothing changed, this returns at once. An environment that was left half made has no stamp and is made anew.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"
NEEDED_BYTES = 5 * 1024**3


class SetupFault(Exception):
    """Setting up cannot go on; the message says why and what to do."""


def main() -> int:
    """Make whatever is missing or outdated; returns the exit status."""
    build = Path(os.environ.get("USHER_BUILD") or "build")
    envs = (build if build.is_absolute() else ROOT / build) / "env"
    try:
        make_app(envs / "app")
        make_engine(envs / "engine", tools=envs / "app")
    except SetupFault as fault:
        print(f"usher: {fault}", file=sys.stderr)
        return 1
    return 0


def make_app(env: Path) -> None:
    """Make the app environment: uv, the CPU build of torch, the locked packages and the `usher` command."""
    stamp = _stamp(LOCKS / "tools.txt", LOCKS / "torch.txt", LOCKS / "app.txt", ROOT / "pyproject.toml")
    if _is_made(env, stamp):
        return
    python = find_python("3.11")
    _check_space(env)
    shutil.rmtree(env, ignore_errors=True)
    _step("Making the app environment (Python 3.11)", [python, "-m", "venv", str(env)])
    pip = [str(env / "bin" / "python"), "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
    _step("Fetching the installer", [*pip, "-r", str(LOCKS / "tools.txt")])
    _install_torch(env, pip)
    _step("Installing the app's packages", [*_uv(env, env), "--require-hashes", "-r", str(LOCKS / "app.txt")])
    _step("Linking the usher command", [*_uv(env, env), "--no-build-isolation", "-e", str(ROOT)])
    (env / "stamp").write_text(stamp)


def make_engine(env: Path, *, tools: Path) -> None:
    """Make the engine environment with the uv of the environment `tools`."""
    stamp = _stamp(LOCKS / "engine.txt")
    if _is_made(env, stamp):
        return
    python = find_python("3.10")
    shutil.rmtree(env, ignore_errors=True)
    uv = str(tools / "bin" / "uv")
    _step("Making the engine environment (Python 3.10)", [uv, "venv", "--quiet", "--python", python, str(env)])
    _step("Installing Rasa", [*_uv(tools, env), "--require-hashes", "-r", str(LOCKS / "engine.txt")])
    (env / "stamp").write_text(stamp)


def find_python(version: str) -> str:
    """The path of a Python of this minor `version` ("3.10"); raises SetupFault that names where it looked."""
    for candidate in _pythons(version):
        asked = subprocess.run(
            [candidate, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
            capture_output=True,
            text=True,
            check=False,
        )
        if asked.returncode == 0 and asked.stdout.strip() == version:
            return candidate
    raise SetupFault(
        f"no Python {version} found on the PATH, among pyenv's versions or uv's. "
        f"Install one (Debian: pyenv install {version}; with internet: uv python install {version}) and run again."
    )


def _pythons(version: str) -> Iterator[str]:
    if sys.version_info[:2] == tuple(int(part) for part in version.split(".")):
        yield sys.executable
    if on_path := shutil.which(f"python{version}"):
        yield on_path
    for folder in (Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")), Path.home() / ".local/share/uv/python"):
        versions = folder / "versions" if folder.name != "python" else folder
        yield from sorted((str(path) for path in versions.glob(f"*{version}.*/bin/python3")), reverse=True)


def _install_torch(env: Path, pip: Sequence[str]) -> None:
    """Install the CPU build of torch: from a local wheel folder, else PyTorch's CPU index, else the default index."""
    lock = str(LOCKS / "torch.txt")
    local = subprocess.run([*pip, "--no-index", "-r", lock], capture_output=True, check=False)
    if local.returncode == 0:
        return
    cpu_index = [*_uv(env, env), "--require-hashes", "--torch-backend=cpu", "-r", lock]
    print("  · Installing torch", flush=True)
    if subprocess.run(cpu_index, check=False, capture_output=True).returncode != 0:
        _step("Installing torch from the default index", [*pip, "-r", lock])


def _uv(tools: Path, env: Path) -> list[str]:
    return [str(tools / "bin" / "uv"), "pip", "install", "--quiet", "--python", str(env), "--no-deps"]


def _stamp(*files: Path) -> str:
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def _is_made(env: Path, stamp: str) -> bool:
    file = env / "stamp"
    return file.is_file() and file.read_text() == stamp and (env / "bin" / "python").exists()


def _check_space(env: Path) -> None:
    existing = next(parent for parent in env.parents if parent.exists())
    if (free := shutil.disk_usage(existing).free) < NEEDED_BYTES:
        raise SetupFault(
            f"only {free / 1024**3:.1f} GB are free under {existing}; the two environments and the index need "
            f"{NEEDED_BYTES / 1024**3:.0f} GB. Free some, or set USHER_BUILD to a folder on a larger disk."
        )


def _step(what: str, command: Sequence[str]) -> None:
    print(f"  · {what}", end="", flush=True)
    started = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    print(f" ({time.monotonic() - started:.0f} s)", flush=True)
    if done.returncode != 0:
        last_lines = "\n    ".join(done.stdout.strip().splitlines()[-6:])
        raise SetupFault(
            f"{what.lower()} failed. If the lines below speak of a connection, the package index cannot be reached; "
            f"run again when it can.\n    {last_lines}"
        )


if __name__ == "__main__":
    sys.exit(main())
