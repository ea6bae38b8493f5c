"""Numbers in digits and in words of either language."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.engine.nlu.wordlists import lines

_WORDS = {word.replace("_", " "): float(line.split()[0]) for line in lines("numbers.txt") for word in line.split()[1:]}
NUMBER = (
    r"(?<![a-zäöüß])(?:(?<!\d)\d{1,4}(?!\d)(?:[.,]\d{1,2})?|"
    + "|".join(sorted((re.escape(word).replace(r"\ ", r"\s+") for word in _WORDS), key=len, reverse=True))
    + r")"
)


class RangeMention(NamedTuple):
    """A stretch that names a range; either end may be open."""

    start: int
    end: int
    low: int | None
    high: int | None


def number(word: str) -> float:
    """The value of a number in digits or words of either language."""
    plain = re.sub(r"\s+", " ", word.strip().lower())
    if plain in _WORDS:
        return float(_WORDS[plain])
    return float(plain.replace(",", "."))
