"""Takes MovieLens' titles apart: `Seven (a.k.a. Se7en) (1995)`, `Postman, The (Postino, Il) (1994)`."""

from __future__ import annotations

import re

TITLE = re.compile(r"(.*?)\s*\((\d{4})(?:\s*[-–]\s*\d{0,4})?\)\s*(?:\((?:T?V|Video)\)\s*)?")
ALSO = re.compile(r"(.+?)\s*\(([^()]+)\)")
ARTICLE = re.compile(
    r"(.+), (The|An?|L[aeo]s?|L'|El|Il|I|Gli|Un[ae]?|D[aei][rsnt]|Die|De|Een|Eine?|Os?|As)", re.IGNORECASE
)


def title_and_year(text: str) -> tuple[str, str | None]:
    """The title as written before the year, and the year; None where there is none."""
    found = TITLE.fullmatch(text)
    return (found[1], found[2]) if found else (text, None)


def names_in(text: str) -> tuple[str, list[str]]:
    """The title and the other names in `Lost City, The (Cité des enfants perdus, La)`, articles in front."""
    others: list[str] = []
    while found := ALSO.fullmatch(text):
        text = found[1]
        others.append(_turned(re.sub(r"^a\.?k\.?a\.?:?\s+", "", found[2], flags=re.IGNORECASE)))
    return _turned(text), others[::-1]


def _turned(name: str) -> str:
    found = ARTICLE.fullmatch(name.strip())
    if not found:
        return name.strip()
    return f"{found[2]}{'' if found[2].endswith(chr(39)) else ' '}{found[1]}"
