"""Years and decades ("nineties", "after 2000", "vor 1980"), as ranges of years."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from bot.engine.nlu.numbers import NUMBER, RangeMention, number
from bot.engine.nlu.text import before
from bot.engine.nlu.wordlists import lines

_Y = r"(?:1[89]\d\d|20\d\d)"
_YEAR_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.I), kind)
    for pattern, kind in (
        (rf"\b(?:between|from|zwischen|von)\s+({_Y})\s*(?:and|to|und|bis|-|–|until|till)\s*({_Y})", "between"),
        (rf"\b({_Y})\s*(?:-|–|to|bis)\s*({_Y})\b", "between"),
        (
            r"\b(?:after|since|later than|newer than|from|starting(?: from)?|nach|seit|ab|neuer als|jünger als|"
            rf"juenger als|spaeter als|später als)\s+(?:the year\s+|dem jahr\s+)?({_Y})(?!s|er)(?P<on>\s*(?:on|"
            "onwards?|and (?:later|newer|up)|or (?:later|newer)|oder (?:später|neuer)|an|aufwärts|bis heute))?",
            "after",
        ),
        (
            rf"\b({_Y})\s*(?:or|and|oder|und)\s*(?:later|newer|after|up|younger|neuer|später|spaeter|jünger|"
            rf"onwards?)\b|\b({_Y})\+",
            "since",
        ),
        (rf"\b({_Y})\s*(?:or|and|oder|und)\s*(?:earlier|older|before|älter|aelter|früher|frueher)\b", "until"),
        (
            r"\b(?:before|prior to|earlier than|older than|pre-?|vor|früher als|frueher als|älter als|aelter als|"
            rf"bis)\s*(?:the year\s+|dem jahr\s+)?({_Y})(?!s|er)\b",
            "before",
        ),
    )
)
_DECADES = {word: int(line.split()[0]) for line in lines("decades.txt") for word in line.split()[1:]}
_DECADE_WORD = r"(?:early|late|mid|mid-|frühen?|fruehen?|späten?|spaeten?|mitte(?: der)?|anfang(?: der)?|ende(?: der)?)"
_DECADE = re.compile(
    r"(?P<rel>\b(?:after|since|before|pre|post|until|newer than|older than|nach|seit|vor|bis|"
    rf"ab)[\s-]+(?:the\s+|den\s+|die\s+)?)?(?P<part>\b{_DECADE_WORD}[\s-]+)?(?:(?P<long>\b(?:1[89]|"
    r"20)\d0)['’]?(?:s\b|er(?:n|jahren?|jahre)?\b|\s*er[\s-]*jahren?)|(?:\b|"
    r"['’‘])(?P<short>\d0)['’]?(?:s\b|er[nj]?(?:ahren?)?\b|ern\b)(?:[\s-]*jahren?)?|"
    rf"\b(?P<word>{'|'.join(_DECADES)})n?(?:[\s-]*jahren?|jahren?)?\b)",
    re.I,
)
_LAST = re.compile(
    r"\b(?:from|in|of|within|over|during|aus|in|der)?\s*(?:the\s+|den\s+|die\s+|der\s+)?(?:last|past|"
    rf"recent|letzten|letzte|vergangenen)\s+(?P<count>{NUMBER}|couple of|few|paar)\s+(?P<unit>years?|"
    r"decades?|jahren?|jahrzehnten?)\b",
    re.I,
)
_NOT_OLDER = re.compile(
    r"\b(?:(?:not|no|nicht|nothing|nichts)\s+(?:older|älter|aelter)\s+(?:than|als)|(?:less than|under|"
    rf"younger than|weniger als|unter|jünger als|juenger als))\s+(?P<count>{NUMBER})\s+(?:years?|"
    r"jahren?)(?:\s+(?:old|alt))?\b",
    re.I,
)
_OLDER = re.compile(
    r"\b(?:older than|more than|at least|over|älter als|aelter als|mindestens|über|mehr "
    rf"als)\s+(?P<count>{NUMBER})\s+(?:years?|jahren?)(?:\s+(?:old|alt))?\b(?!\s*(?:old|alt)?\s*(?:kid|"
    "child|son|daughter))",
    re.I,
)
_THIS_YEAR = re.compile(r"\b(?:from |of |in |aus )?(?:this year|diese[mns]? jahr|this year['’]s)\b", re.I)
_LAST_YEAR = re.compile(r"\b(?:from |of |in |aus )?(?:last year|letzte[mns]? jahr|vorigen? jahr)\b", re.I)
_THIS_DECADE = re.compile(r"\b(?:this|the current|diesem|dem aktuellen) (?:decade|jahrzehnt)\b", re.I)
_CENTURY = re.compile(r"\b(?:this|the 21st|21st|diesem|dem 21\.) (?:century|jahrhundert)\b", re.I)
_OLD = 1979
_RECENT = 4
_OLD_FILMS = re.compile(
    r"\b(?:old|alte[rnms]?|ancient)\s+(?:movies?|films?|filme?n?|schinken|streifen|flicks?|ones|classics?)\b", re.I
)
_NEW_FILMS = re.compile(
    r"\b(?:new|brand new|recent|current|neue[n]?|aktuelle[rn]?|brandneue[rn]?)\s+(?:movies|films|"
    r"filmen?|filme|releases?)\b|"
    r"\b(?:something|anything|etwas|was)\s+(?:new|recent|current|Neues|Aktuelles)(?=\W*$|[,.!?]| and|"
    r" und| with| mit| from| aus)",
    re.I,
)
_SINGLE = re.compile(
    r"\b(?:from|in|of|aus|von|aus dem jahr|made in|released in|anno|im jahr|year|jahr|jahrgang|out "
    rf"in)\s+({_Y})\b(?!['’]?s|er)|(?<![\w-])({_Y})(?=\s+(?:movies?|films?|filme?|release))|^\W*({_Y})\W*$"
    rf"|\bthe ({_Y}) (?:one|version)\b",
    re.I,
)


def _this_year() -> int:
    return datetime.datetime.now(tz=datetime.timezone.utc).year


def years(text: str) -> Iterator[RangeMention]:
    """Years and decades ("nineties", "after 2000", "vor 1980", "from the last ten years")."""
    busy: list[tuple[int, int]] = []
    for found in _all_years(text):
        if not any(found.start < end and found.end > start for start, end in busy):
            busy.append((found.start, found.end))
            yield found


def _all_years(text: str) -> Iterator[RangeMention]:
    for pattern, kind in _YEAR_RULES:
        for match in pattern.finditer(text):
            yield _from_rule(match, kind)
    yield from _spans_of_time(text)
    for match in _DECADE.finditer(text):
        if found := _decade(match):
            yield found
    for match in _SINGLE.finditer(text):
        year = int(next(group for group in match.groups() if group))
        yield RangeMention(match.start(), match.end(), year, year)


def _from_rule(match: re.Match[str], kind: str) -> RangeMention:
    found = [int(group) for group in match.groups() if group and group.isdigit()]
    start, end = match.span()
    if kind == "between":
        return RangeMention(start, end, min(found), max(found))
    if kind == "until":
        return RangeMention(start, end, None, found[0])
    if kind == "before":
        inclusive = match.group().lower().startswith("bis")
        return RangeMention(start, end, None, found[0] if inclusive else found[0] - 1)
    if kind == "since":
        return RangeMention(start, end, found[0], None)
    word = match.group().split()[0].lower()
    if word == "from" and not match.group("on"):
        return RangeMention(start, end, found[0], found[0])
    strict = word in (
        "after",
        "nach",
        "later",
        "newer",
        "neuer",
        "jünger",
        "juenger",
        "später",
        "spaeter",
    ) and not match.group("on")
    return RangeMention(start, end, found[0] + 1 if strict else found[0], None)


def _spans_of_time(text: str) -> Iterator[RangeMention]:
    now = _this_year()
    for match in _LAST.finditer(text):
        count = number(match.group("count")) * (
            10 if match.group("unit").lower().startswith(("decade", "jahrzehnt")) else 1
        )
        yield RangeMention(match.start(), match.end(), now - int(count), None)
    for match in _NOT_OLDER.finditer(text):
        yield RangeMention(match.start(), match.end(), now - int(number(match.group("count"))), None)
    for match in _OLDER.finditer(text):
        if re.search(r"(?:years?|jahre)", match.group(), re.I) and re.search(
            r"old|alt|film|movie",
            match.group() + text[match.end() : match.end() + 12] + before(text, match.start()),
            re.I,
        ):
            yield RangeMention(match.start(), match.end(), None, now - int(number(match.group("count"))))
    for pattern, low, high in (
        (_OLD_FILMS, None, _OLD),
        (_NEW_FILMS, now - _RECENT, None),
        (_THIS_YEAR, now, now),
        (_LAST_YEAR, now - 1, now - 1),
        (_THIS_DECADE, now // 10 * 10, None),
        (_CENTURY, 2000, None),
    ):
        for match in pattern.finditer(text):
            yield RangeMention(match.start(), match.end(), low, high)


def _decade(match: re.Match[str]) -> RangeMention | None:
    low = _decade_start(match)
    high = low + 9
    part = (match.group("part") or "").lower()
    if part.startswith(("early", "früh", "frueh", "anfang")):
        high = low + 4
    elif part.startswith(("late", "spät", "spaet", "ende")):
        low += 5
    elif part.startswith(("mid", "mitte")):
        low, high = low + 3, low + 7
    relation = (match.group("rel") or "").lower().strip(" -")
    if relation.startswith(("before", "pre", "older", "vor")):
        return RangeMention(match.start(), match.end(), None, low - 1)
    if relation.startswith(("until", "bis")):
        return RangeMention(match.start(), match.end(), None, high)
    if relation.startswith(("after", "post", "newer", "nach")):
        return RangeMention(match.start(), match.end(), high + 1, None)
    if relation.startswith(("since", "seit", "ab")):
        return RangeMention(match.start(), match.end(), low, None)
    return RangeMention(match.start(), match.end(), low, high)


def _decade_start(match: re.Match[str]) -> int:
    if match.group("long"):
        return int(match.group("long"))
    two = int(match.group("short")) if match.group("short") else _DECADES[match.group("word").lower()]
    return two + (2000 if two <= 10 or (two == 20 and match.group("short")) else 1900)
