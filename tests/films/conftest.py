"""A small catalogue folder that tests can break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

FILMS = Path("data/films")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalogue folder with the real vocabulary and the film `her-2013`."""
    for name in ("vocabulary.yml", "her-2013.yml"):
        shutil.copy(FILMS / name, tmp_path / name)
    return tmp_path
