"""Makes text and lists from strangers' files fit for a film record."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from index.importing.genres import GENRES
from index.text import fold

TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^<>]{1,500}>", re.IGNORECASE | re.DOTALL)
MISREAD = re.compile("[ÃÂâ][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]")
NOT_KEYWORDS = frozenset({"duringcreditsstinger", "aftercreditsstinger", "independent film"})


def clean(text: object) -> str:
    """Plain text in one line: no markup, control or direction characters, composed accents, single spaces."""
    if not isinstance(text, str):
        return ""
    if text.isascii() and text.isprintable() and "<" not in text and "  " not in text:
        return text.strip()
    plain = TAG.sub(" ", unicodedata.normalize("NFC", mended(text)))
    if not plain.isprintable():
        plain = "".join(
            " " if letter.isspace() else letter for letter in plain if letter.isspace() or _is_shown(letter)
        )
    return re.sub(r" +", " ", plain).strip()


def mended(text: str) -> str:
    """A text that was UTF-8 and was read as cp1252 (`LÃ©a`), as it was meant; any other text as it is."""
    if not MISREAD.search(text):
        return text
    try:
        return text.encode("cp1252").decode()
    except UnicodeError:
        return text


def clean_list(values: object, *, at_most: int = 50) -> tuple[str, ...]:
    """The clean texts of a list without repeats that differ only in case or accents."""
    found: dict[str, str] = {}
    for value in values if isinstance(values, list) else ():
        if text := clean(value):
            found.setdefault(fold(text), text)
    return tuple(found.values())[:at_most]


def clean_genres(values: object) -> tuple[str, ...]:
    """The vocabulary's genres that the names mean, in their order; unknown names are dropped."""
    names = clean_list(values)
    return tuple(dict.fromkeys(genre for name in names for genre in GENRES.get(fold(name), ())))


def clean_keywords(values: object) -> tuple[str, ...]:
    """Lower-case keywords without those that speak of the file, not the film."""
    return _without(NOT_KEYWORDS, (word.lower() for word in clean_list(values, at_most=60)))


def _without(unwanted: frozenset[str], values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value in values if value not in unwanted)


def _is_shown(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")
