"""The running bot that all conversations share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conversations.stack import Stack, prepare, start, stop


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    prepare()
    folder: Path = tmp_path_factory.mktemp("usher")
    running, processes = start(folder)
    try:
        yield running
    finally:
        stop(processes)
