"""Lists of words kept as text beside the code: one per line or many, `#` begins a remark."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a list that are no remarks."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def ordered(name: str) -> tuple[str, ...]:
    """The words of a list in order."""
    return tuple(word for line in lines(name) for word in line.split())


def listed(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(ordered(name))


def words_in(text: str) -> frozenset[str]:
    """The words of a short list that stands in the code."""
    return frozenset(text.split())
