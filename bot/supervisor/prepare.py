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
    with ThreadPoolExecutor(1) as pool:
        training = pool.submit(_run_silently, (engine, "-m", "bot.engine", "train"))
        if not is_up_to_date(IndexSettings()):
            _build_index(console)
        with console.status("Preparing the dialogue model …"):
            seconds, done = training.result()
    if done.returncode != 0:
        raise SupervisorFault(f"the dialogue model could not be trained:\n{_last_lines(done.stdout)}")
    if seconds > 1:
        console.print(f"  · The dialogue model is ready ({seconds:.0f} s)")


def _build_index(console: Console) -> None:
    """Build in a process of its own, which shows its progress here and gives its memory back."""
    console.print("  · Building the index")
    command = (sys.executable, "-m", "bot.cli", "index", "build")
    if subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        raise SupervisorFault("the index could not be built; the lines above say why.")


def _run_silently(command: tuple[str, ...]) -> tuple[float, subprocess.CompletedProcess[str]]:
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
