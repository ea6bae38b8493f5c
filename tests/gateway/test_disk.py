"""A really full disk: a small file system of its own, where the rights allow one."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gateway.conftest import open_house


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", folder], capture_output=True)
    if os.geteuid() != 0 or mounted.returncode:
        pytest.skip("mounting a small file system takes root")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


async def test_a_full_disk_loses_nothing_that_was_accepted(small_disk: Path) -> None:
    async with open_house(small_disk, messages_per_minute=1000) as house:
        caller = await house.caller()
        await caller.say("hello")
        filler = small_disk / "filler"
        with filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError:
                pass
        statuses = [(await caller.post("x" * 900, wait=3)).status_code for _ in range(8)]
        assert 503 in statuses
        assert set(statuses) <= {200, 202, 503}
        filler.unlink()
        await caller.say("after")
        messages = await caller.read()
        accepted = 2 + sum(status != 503 for status in statuses)
        assert sum(each["author"] == "person" for each in messages) == accepted
        replied = {each["reply_to"] for each in await caller.read_until(accepted * 2)}
        assert {each["id"] for each in messages if each["author"] == "person"} <= replied
