"""kill -9 of gateway and engine under load: nothing lost, doubled or out of order (`make crash` is the long form)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gateway.crash import run_crashes
from tests.gateway.programs import fake_stack


@pytest.mark.timeout(300)
async def test_twenty_kills_lose_double_and_reorder_nothing(tmp_path: Path) -> None:
    stack = fake_stack(tmp_path, USHER_MESSAGES_PER_MINUTE="100000", USHER_RETRY_SECONDS="0.3")
    report = await run_crashes(stack, kills=20, people_count=5, pause_seconds=1.0)
    assert report.faults == []
    assert sum(report.kills.values()) == 20
    assert report.messages >= 20
