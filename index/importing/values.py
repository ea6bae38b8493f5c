"""Reads single values the way strangers write them: numbers, years, ids, countries, languages, age ratings."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, cast

from babel import Locale

from index.importing.cleaning import clean
from index.text import fold

Fsk = Literal[0, 6, 12, 16, 18]
Mpa = Literal["G", "PG", "PG-13", "R", "NC-17"]
WHOLE_AT_MOST = 2**31 - 1
DIGITS_AT_MOST = 15
YEAR = re.compile(r"(?<!\d)(18[7-9]\d|19\d\d|20\d\d)(?!\d)")
IMDB = re.compile(r"tt\d{7,8}(?!\d)")
ISO_DURATION = re.compile(
    r"P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,7})(?:\.\d{1,6})?S)?)?", re.ASCII
)
HOURS_AND_MINUTES = re.compile(
    r"(?:(\d{1,2})\s*(?:h|hrs?|hours?|std)\b\.?)?\s*(?:(\d{1,4})\s*(?:m|min|mins|minutes?|minuten)?\b)?", re.I
)
FSK = re.compile(r"(?:\b(?:fsk|de|germany|deutschland|ab)\b[\s:._-]*)+(o\.?\s?a\b|\d{1,2}\b)", re.IGNORECASE)
MPA = re.compile(r"(?:(?:\b(?:rated|mpaa?|us|usa)\b)[\s:._-]*)*(G|PG-13|PG|R|NC-17)(?:\s+for\b.*)?", re.IGNORECASE)
FSK_WORDS = {"oa": 0, "o.a": 0, "o.a.": 0}
SPARE_COUNTRIES = {
    "usa": "US", "u.s.a.": "US", "us": "US", "united states of america": "US", "vereinigte staaten von amerika": "US",
    "uk": "GB", "great britain": "GB", "england": "GB", "scotland": "GB", "grossbritannien": "GB", "west germany": "DE",
    "east germany": "DE", "federal republic of germany": "DE", "republic of korea": "KR", "czech republic": "CZ",
    "hong kong": "HK", "macao": "MO", "palestinian territory": "PS", "russian federation": "RU", "tschechien": "CZ",
    "ivory coast": "CI", "cote d'ivoire": "CI", "macedonia": "MK", "burma": "MM", "turkey": "TR", "congo": "CG",
}  # fmt: skip
SPARE_LANGUAGES = {
    "cn": "zh",
    "mandarin": "zh",
    "sh": "sr",
    "iw": "he",
    "mo": "ro",
    "xx": "",
    "no language": "",
    "none": "",
}


def whole(value: object) -> int | None:
    """A whole number that a person may have meant: 12, 12.0, "12", "1,234"; None for anything else."""
    if isinstance(value, str):
        plain = value.strip()
        if plain.isascii() and plain.isdecimal() and len(plain) < DIGITS_AT_MOST:
            return number if (number := int(plain)) <= WHOLE_AT_MOST else None
        if re.fullmatch(r"\d{1,3}(?:,\d{3})+", plain):
            plain = plain.replace(",", "")
        if not re.fullmatch(rf"[+-]?\d{{1,{DIGITS_AT_MOST}}}(?:\.\d{{1,9}})?", plain, re.ASCII):
            return None
        value = float(plain)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float) and (not math.isfinite(value) or value != int(value)):
        return None
    return int(value) if abs(value) <= WHOLE_AT_MOST else None


def year_of(value: object) -> int | None:
    """The year of a number, a date or a text that holds one; a number that is no year stays one, to be refused."""
    if (number := whole(value)) is not None:
        return number
    if not isinstance(value, str) or value.lstrip().startswith("-"):
        return None
    found = YEAR.search(value[:100])
    return int(found.group()) if found else None


def minutes(value: object) -> int | None:
    """A runtime in minutes: 126, "126", "126 min", "2h 6m", "PT2H6M"; 0 is unknown."""
    if (number := whole(value)) is not None:
        return number or None
    if not isinstance(value, str):
        return None
    text = value.strip()[:40]
    if parts := ISO_DURATION.fullmatch(text.upper()):
        days, hours, rest, seconds = (int(part or 0) for part in parts.groups())
        return days * 1440 + hours * 60 + rest + seconds // 60 or None
    spoken = HOURS_AND_MINUTES.fullmatch(text)
    return (int(spoken[1] or 0) * 60 + int(spoken[2] or 0)) or None if spoken else None


def count(value: object) -> int | None:
    """How many voted; nobody can have voted a negative number of times."""
    number = whole(value)
    return number if number is not None and number >= 0 else None


def imdb_id(value: object) -> str | None:
    """The `tt…` in a text or address, or made of bare digits; a text without one stays, to be refused."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**8:
        return f"tt{value:07}"
    text = clean(value)[:200]
    if found := IMDB.search(text):
        return found.group()
    return f"tt{text:0>7}" if re.fullmatch(r"\d{1,8}", text, re.ASCII) and int(text) else text or None


@lru_cache(maxsize=4096)
def country(name: str) -> str:
    """The ISO code of a country named by code, in English or in German; empty if there is none."""
    folded = fold(name.strip())
    if (code := name.strip().upper()) in _names("territories").values():
        return code
    return SPARE_COUNTRIES.get(folded) or _names("territories").get(folded, "")


@lru_cache(maxsize=4096)
def spoken_language(name: str) -> str:
    """The ISO code of a language named by code, in English or in German; empty if there is none."""
    folded = fold(name.strip())
    if folded in SPARE_LANGUAGES:
        return SPARE_LANGUAGES[folded]
    code = re.split(r"[-_]", folded)[0]
    return code if code in _names("languages").values() else _names("languages").get(folded, "")


def countries(values: Iterable[object]) -> tuple[str, ...]:
    """The codes of all that are countries, in their order."""
    return tuple(dict.fromkeys(code for value in values if isinstance(value, str) and (code := country(value))))


def languages(values: Iterable[object]) -> tuple[str, ...]:
    """The codes of all that are languages, in their order."""
    return tuple(dict.fromkeys(code for value in values if isinstance(value, str) and (code := spoken_language(value))))


def fsk(value: object) -> Fsk | None:
    """The German age rating in a text that calls it one: "FSK 12", "Germany:16", "ab 6"."""
    found = FSK.search(clean(value)[:60])
    if not found:
        return None
    words = found.group(1).lower().replace(" ", "")
    age = FSK_WORDS.get(words, whole(words))
    return cast("Fsk", age) if age in (0, 6, 12, 16, 18) else None


def mpa(value: object) -> Mpa | None:
    """The American rating in a text ("PG-13", "Rated R", "US:R"); television's ratings are none."""
    found = MPA.fullmatch(clean(value)[:200])
    return cast("Mpa", found.group(1).upper()) if found else None


@lru_cache(maxsize=2)
def _names(kind: Literal["territories", "languages"]) -> dict[str, str]:
    """Codes by folded name, in German and English."""
    table: dict[str, str] = {}
    for shown_in in ("de", "en"):
        for code, name in getattr(Locale(shown_in), kind).items():
            if re.fullmatch(r"[A-Z]{2}" if kind == "territories" else r"[a-z]{2,3}", code):
                table[fold(str(name))] = code
    return table
