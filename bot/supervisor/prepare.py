"""What has to exist before the processes start: the index and the dialogue model, built side by side."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from rich.console import Console

from bot.settings import ROOT, Settings
from bot.supervisor.supervise import SupervisorFault
from index.freshness import is_up_to_date
from index.settings import IndexSettings


def prepare(settings: Settings, console: Console) -> None:
    """Build the index and train the dialogue model where their inputs have changed; raises SupervisorFault."""
    engine = str(settings.build_folder / "env" / "engine" / "bin" / "python")
    steps: dict[str, tuple[str, ...]] = {"the dialogue model": (engine, "-m", "bot.engine", "train")}
    if not is_up_to_date(IndexSettings()):
        steps["the index"] = (sys.executable, "-m", "bot.cli", "index", "build")
    with console.status(f"Preparing {' and '.join(steps)} …"), ThreadPoolExecutor(len(steps)) as pool:
        runs = {what: pool.submit(_run, command) for what, command in steps.items()}
        for what, run in runs.items():
            seconds, done = run.result()
            if done.returncode != 0:
                raise SupervisorFault(f"{what} could not be built:\n{_last_lines(done.stdout)}")
            if seconds > 1:
                console.print(f"  · {what} is ready ({seconds:.0f} s)")


def _run(command: tuple[str, ...]) -> tuple[float, subprocess.CompletedProcess[str]]:
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    return time.monotonic() - started, done


def _last_lines(text: str) -> str:
    return "\n".join(text.strip().splitlines()[-6:])
