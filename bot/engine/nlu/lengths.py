"""Lengths of films ("under two hours", "höchstens 100 Minuten"), as ranges of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.engine.nlu.numbers import NUMBER, RangeMention, number
from bot.engine.nlu.text import before

_UP_TO = (
    "(?:under|below|less than|shorter than|no (?:more|longer) than|not (?:more|longer) than|not over|at "
    r"most|max(?:imum|imal|\.)?(?: of)?|up to|within|in under|unter|höchstens|hoechstens|kürzer als|"
    "kuerzer als|weniger als|nicht (?:länger|laenger|mehr) als|nicht über|bis (?:zu)?|keine|isn['’]?t "
    "(?:over|longer than)|don['’]?t want (?:it )?(?:over|longer than)|<)"
)
_AT_LEAST = (
    r"(?:over|more than|longer than|at least|min(?:imum|destens|\.)?(?: of)?|no (?:less|shorter) than|not "
    "(?:under|less than|shorter than)|above|mindestens|über|ueber|länger als|laenger als|mehr als|nicht "
    "(?:kürzer|weniger|unter)(?: als)?|ab|>)"
)
_ABOUT = r"(?:about|around|roughly|approximately|circa|ca\.?|etwa|ungefähr|ungefaehr|rund|so um die|around about|~)"
_HOURS = r"(?:hours?|hrs?|h|stunden?|std\.?)(?![a-zäöüß])"
_MINUTES = r"(?:minutes?|mins?\.?|minuten?|min\.?)(?![a-zäöüß])"
_LENGTH = (
    rf"(?P<hours>{NUMBER})[\s-]*{_HOURS}(?P<half>\s+and\s+a\s+half)?(?:\s*(?:and|"
    rf"und)?\s*(?P<rest>\d{{1,3}})\s*(?:{_MINUTES})?)?|(?P<minutes>{NUMBER})[\s-]*{_MINUTES}|(?P<hm>an "
    "hour and a half|half an hour|eine(?:r)? halbe[n]? stunde)"
)


def _length(group: int) -> str:
    """The pattern of a length, its groups numbered so that one expression can hold it several times."""
    return re.sub(r"\?P<(hours|half|rest|minutes|hm)>", rf"?P<\g<1>{group}>", _LENGTH)


_RUNTIME = re.compile(
    rf"(?P<low>{_AT_LEAST})\s+(?:die |the |a |eine[rn]? )?(?:{_LENGTH})|(?P<high>{_UP_TO})\s+(?:die |the |"
    "a "
    f")?(?:{_length(2)}"
    ")"
    rf"|(?P<about>{_ABOUT}\s+)?(?:{_length(3)}"
    r")(?P<after>\s*(?:or (?:less|shorter|under)|oder (?:weniger|kürzer|kuerzer)|max(?:imum|imal|\.)?|"
    r"tops|at most|höchstens|or (?:more|longer)|oder (?:mehr|länger|laenger)|plus|\+|long|lang))?",
    re.I,
)
_BETWEEN = re.compile(
    rf"(?:between|zwischen|from|von)\s+({NUMBER})\s*(?:{_MINUTES}|{_HOURS})?\s*(?:and|und|to|bis|-|"
    rf"–)\s*({NUMBER})\s*({_MINUTES}|{_HOURS})|\b(\d{{2,3}})\s*[-–]\s*(\d{{2,3}})\s*({_MINUTES})",
    re.I,
)
_RUNTIME_SPEECH = re.compile(
    r"\b(?:ago|vor|old|alt|earlier|later|später|from now|break|in einer|drive|away|last|letzten|next|"
    r"nächsten|every|since|seit|each|pro|ein?e?r?\s+(?:halben\s+)?stunde\s+(?:zeit|noch))\s*$",
    re.I,
)


def _minutes(match: re.Match[str], suffix: str) -> int | None:
    hours, minutes, both = match.group(f"hours{suffix}"), match.group(f"minutes{suffix}"), match.group(f"hm{suffix}")
    if both:
        return 90 if "and a half" in both.lower() else 30
    if hours:
        value = number(hours) + (0.5 if match.group(f"half{suffix}") else 0.0)
        return round(value * 60) + int(match.group(f"rest{suffix}") or 0)
    return round(number(minutes)) if minutes else None


def runtimes(text: str) -> Iterator[RangeMention]:
    """Lengths of films, in minutes ("under two hours", "90 Minuten oder weniger", "anderthalb Stunden")."""
    busy: list[tuple[int, int]] = []
    for match in _BETWEEN.finditer(text):
        groups = [group for group in match.groups() if group]
        factor = 60 if re.fullmatch(_HOURS, groups[2], re.I) else 1
        busy.append(match.span())
        yield RangeMention(
            match.start(), match.end(), round(number(groups[0]) * factor), round(number(groups[1]) * factor)
        )
    for match in _RUNTIME.finditer(text):
        if any(match.start() < end and match.end() > start for start, end in busy) or _RUNTIME_SPEECH.search(
            before(text, match.start())
        ):
            continue
        if found := _runtime(match):
            yield found


def _runtime(match: re.Match[str]) -> RangeMention | None:
    start, end = match.span()
    if match.group("low"):
        return RangeMention(start, end, _minutes(match, ""), None)
    if match.group("high"):
        return RangeMention(start, end, None, _minutes(match, "2"))
    minutes = _minutes(match, "3")
    if (
        minutes is None
        or minutes < 20
        or re.match(r"\s*(?:ago|later|before|old|earlier|in\b|vorher|später|away)", match.string[end:], re.I)
    ):
        return None
    after = (match.group("after") or "").lower()
    if re.search(r"more|longer|mehr|länger|laenger|plus|\+", after):
        return RangeMention(start, end, minutes, None)
    if re.search(r"less|shorter|under|weniger|kürzer|kuerzer|max|tops|most|höchstens", after):
        return RangeMention(start, end, None, minutes)
    return RangeMention(start, end, minutes - 15, minutes + 15)
