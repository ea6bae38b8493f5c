"""One supervised process: started with its log file, watched, stopped gently and then for certain."""

from __future__ import annotations

import asyncio
import ctypes
import signal
import sys
from asyncio.subprocess import Process as Child
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

STOP_SECONDS = 25.0
LONGEST_PAUSE_SECONDS = 15.0
PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class ProcessPlan:
    """How one process is started, and where it says that it is ready."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    folder: Path
    log: Path
    health_url: str


class Process:
    """A running process that comes back when it dies, with a pause that grows while it keeps dying."""

    def __init__(self, plan: ProcessPlan) -> None:
        self.plan = plan
        self.restarts = 0
        self._child: Child | None = None
        self._stopping = False

    @property
    def pid(self) -> int | None:
        """The process id, `None` while it is not running."""
        return self._child.pid if self._child and self._child.returncode is None else None

    async def start(self) -> Child:
        """Start the process once, its output appended to its log."""
        self.plan.log.parent.mkdir(parents=True, exist_ok=True)
        with self.plan.log.open("ab") as log:
            self._child = await asyncio.create_subprocess_exec(
                *self.plan.command,
                cwd=self.plan.folder,
                env=dict(self.plan.environment),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=asyncio.subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C reaches the supervisor alone, which then stops the rest in order
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,
            )
        return self._child

    async def keep_running(self) -> None:
        """Restart the process whenever it ends, until `stop` is called."""
        pause = 0.5
        while not self._stopping:
            child = self._child or await self.start()
            began = asyncio.get_running_loop().time()
            await child.wait()
            if self._stopping:
                return
            lived = asyncio.get_running_loop().time() - began
            pause = 0.5 if lived > 60 else min(pause * 2, LONGEST_PAUSE_SECONDS)
            self.restarts += 1
            await asyncio.sleep(pause)
            if not self._stopping:
                await self.start()

    async def stop(self) -> None:
        """Ask the process to end, and end it after 25 seconds if it has not."""
        self._stopping = True
        if self._child is None or self._child.returncode is not None:
            return
        self._child.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(self._child.wait(), STOP_SECONDS)
        except TimeoutError:
            self._child.kill()
            await self._child.wait()

    def last_lines(self, count: int = 8) -> str:
        """The end of the log, for a person who has to find out why it did not start."""
        if not self.plan.log.is_file():
            return ""
        return "\n".join(self.plan.log.read_text("utf-8", errors="replace").splitlines()[-count:])


def _die_with_parent() -> None:
    """Have the kernel stop this process when the supervisor is killed, so that none is left behind."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
