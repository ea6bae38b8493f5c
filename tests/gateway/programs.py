"""Real processes for the crash and load tests: the gateway with a fake engine, or the whole bot."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from rich.console import Console

from bot.settings import Settings, load_settings
from bot.supervisor import plan_processes
from bot.supervisor.prepare import prepare
from tests.gateway.conftest import free_port

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Program:
    """A process that can be killed and started again."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    ready_url: str
    log: Path
    child: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.child = subprocess.Popen(
                self.command, cwd=ROOT, env={**os.environ, **self.environment}, stdout=log, stderr=log
            )

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.child is not None and self.child.poll() is None:
            self.child.send_signal(signal.SIGKILL)
            self.child.wait()

    def stop(self) -> None:
        if self.child is not None and self.child.poll() is None:
            self.child.terminate()
            try:
                self.child.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.kill()

    async def wait_ready(self, seconds: float = 120) -> None:
        """Wait until it answers at all."""
        async with asyncio.timeout(seconds), httpx.AsyncClient(trust_env=False) as http:
            while True:
                assert self.child is not None and self.child.poll() is None, self.log.read_text()[-2000:]
                try:
                    if (await http.get(self.ready_url)).status_code < 500:
                        return
                except httpx.TransportError:
                    pass
                await asyncio.sleep(0.05)


@dataclass
class Stack:
    """Everything that runs, in the order in which it is started."""

    programs: list[Program]
    url: str
    engine_url: str
    folder: Path

    @property
    def real(self) -> bool:
        return len(self.programs) > 2


def fake_stack(folder: Path, *, engine_seconds: float = 0.0, **environment: str) -> Stack:
    """The real gateway with a fake engine that stores its turns in a file."""
    port, engine_port = free_port(), free_port()
    fake = ROOT / "tests" / "gateway" / "fake_engine.py"
    command = (sys.executable, str(fake), str(engine_port), str(folder / "engine.sqlite"), str(engine_seconds))
    variables = {
        "USHER_PORT": str(port),
        "USHER_ENGINE_PORT": str(engine_port),
        "USHER_BUILD": str(folder),
        **environment,
    }
    engine_url, url = f"http://127.0.0.1:{engine_port}", f"http://127.0.0.1:{port}"
    engine = Program("engine", command, {}, f"{engine_url}/", folder / "engine.log")
    gateway = Program(
        "gateway", (sys.executable, "-m", "bot.gateway"), variables, f"{url}/health/live", folder / "gateway.log"
    )
    return Stack([engine, gateway], url, engine_url, folder)


def real_stack(folder: Path, **environment: str) -> Stack:
    """Engine, actions and gateway as `usher serve` starts them, on free ports and with databases of their own."""
    settings = load_settings()
    for built in settings.build_folder.iterdir():  # environments, models, index: everything but the databases
        if built.is_dir() and built.name != "logs":
            (folder / built.name).symlink_to(built)
    ports = {"port": free_port(), "engine_port": free_port(), "actions_port": free_port()}
    plans = plan_processes(Settings(build=folder, **ports))  # type: ignore[arg-type]
    variables = {f"USHER_{name.upper()}": str(port) for name, port in ports.items()}
    variables |= {"USHER_BUILD": str(folder), **environment}
    programs = [
        Program(
            plan.name,
            plan.command,
            {**plan.environment, **variables},
            plan.health_url.replace("/health/ready", "/health/live"),
            folder / f"{plan.name}.log",
        )
        for plan in plans
    ]
    return Stack(programs, f"http://127.0.0.1:{ports['port']}", f"http://127.0.0.1:{ports['engine_port']}", folder)


def build_bot() -> None:
    """Build the index and train the dialogue model where their inputs have changed, as `usher serve` does."""
    prepare(load_settings(), Console(stderr=True))


@contextlib.asynccontextmanager
async def running(stack: Stack) -> AsyncIterator[Stack]:
    """Run everything for as long as the block lasts."""
    try:
        for program in stack.programs:
            program.start()
        for program in stack.programs:
            await program.wait_ready()
        yield stack
    finally:
        for program in reversed(stack.programs):
            program.stop()
