"""Reads marks in whatever scale people use, as a share of the highest: 4/5, 7/10, 80%, ★★★½, B+, fresh."""

from __future__ import annotations

import re

NUMBER = r"(\d+(?:[.,]\d+)?)"
OF = re.compile(rf"{NUMBER}\s*(?:/|of|out of|von|aus)\s*{NUMBER}(?:\s*\w+)?")
PERCENT = re.compile(rf"{NUMBER}\s*%")
LETTERS = {"a": 0.95, "b": 0.75, "c": 0.55, "d": 0.35, "e": 0.2, "f": 0.1}
SIGNS = {"+": 0.05, "-": -0.05, "": 0.0}
VERDICTS = {"fresh": 0.75, "positive": 0.75, "positiv": 0.75, "pos": 0.75, "rotten": 0.25, "negative": 0.25}
VERDICTS |= {"negativ": 0.25, "neg": 0.25}


def share_of(mark: object, verdict: object = "", *, highest: float = 0) -> float | None:
    """The share of the highest mark, 0 to 1; a bare number needs to know `highest`; None where it cannot be told."""
    text = str(mark).strip().lower()
    given = VERDICTS.get(str(verdict).strip().lower())
    if parts := OF.fullmatch(text):
        return _share(_number(parts[1]), _number(parts[2]), given)
    if parts := PERCENT.fullmatch(text):
        return _share(_number(parts[1]), 100, given)
    if text and not text.strip("★☆½ "):
        highest = sum(map(text.count, "★☆½")) if "☆" in text else 5
        return _share(text.count("★") + text.count("½") / 2, highest, given)
    if letter := re.fullmatch(r"([a-f])([+-]?)", text):
        return round(LETTERS[letter[1]] + SIGNS[letter[2]], 2)
    if highest and (number := re.fullmatch(NUMBER, text)):
        return _share(_number(number[1]), highest, given)
    return VERDICTS.get(text, given)


def _share(value: float, highest: float, given: float | None) -> float | None:
    return round(value / highest, 3) if highest and 0 <= value <= highest else given


def _number(text: str) -> float:
    return float(text.replace(",", "."))
