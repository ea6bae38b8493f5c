"""Prizes that films should have won ("an Oscar winner", "Goldene Palme"), by their keys in the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.engine.nlu.wordlists import lines

_PRIZES = tuple(
    (key, re.compile(rf"\b(?:{names})\b", re.IGNORECASE))
    for key, names in (line.split(" ; ") for line in lines("awards.txt"))
)
_NO_WISH = re.compile(r"^\s*(?:wilde|isaac|bait|night|speech|nacht|rede|ceremony|verleihung)", re.IGNORECASE)


class AwardMention(NamedTuple):
    """A stretch that names a prize."""

    start: int
    end: int
    key: str


def awards(text: str) -> Iterator[AwardMention]:
    """The prizes named, the more special first ("Oscar for best picture" is no mere "Oscar")."""
    busy: list[tuple[int, int]] = []
    for key, pattern in _PRIZES:
        for match in pattern.finditer(text):
            start, end = match.span()
            if not _NO_WISH.match(text[end:]) and not any(start < last and end > first for first, last in busy):
                busy.append((start, end))
                yield AwardMention(start, end, key)
