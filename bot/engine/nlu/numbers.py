"""Years and decades, lengths and ages, as ranges of whole numbers."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.engine.nlu.text import before

_WORDS = {
    "one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "twenty": 20, "thirty": 30, "couple of": 2, "few": 5, "fifty": 50,
    "ein": 1, "eine": 1, "einer": 1, "einem": 1, "einen": 1, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "fuenf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
    "zehn": 10, "elf": 11, "zwölf": 12, "zwoelf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "zwanzig": 20, "dreißig": 30,
    "paar": 5, "fünfzig": 50, "ninety": 90, "neunzig": 90, "hundred": 100, "a hundred": 100, "one hundred": 100, "hundert": 100, "sixty": 60, "sechzig": 60, "anderthalb": 1.5, "eineinhalb": 1.5,
    "zweieinhalb": 2.5, "dreieinhalb": 3.5, "one and a half": 1.5, "two and a half": 2.5, "three and a half": 3.5, "an hour and a half": 1.5, "eighty": 80, "achtzig": 80, "forty": 40, "vierzig": 40,
    "hundred and twenty": 120, "hundertzwanzig": 120, "one hundred and twenty": 120, "seventy": 70, "siebzig": 70, "thirty five": 35, "half an": 0.5, "half a": 0.5, "eine halbe": 0.5, "einer halben": 0.5,
}  # fmt: skip
_NUMBER = (
    r"(?<![a-zäöüß])(?:(?<!\d)\d{1,4}(?!\d)(?:[.,]\d{1,2})?|"
    + "|".join(sorted((re.escape(word).replace(r"\ ", r"\s+") for word in _WORDS), key=len, reverse=True))
    + r")"
)
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90, "noughties": 0, "zwanziger": 20,
    "dreißiger": 30, "dreissiger": 30, "vierziger": 40, "fünfziger": 50, "fuenfziger": 50, "sechziger": 60, "siebziger": 70, "achtziger": 80, "neunziger": 90, "nuller": 0, "zehner": 10,
    "zweitausender": 0, "naughties": 0, "aughts": 0, "sechzigern": 60,
}  # fmt: skip
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
    rf"(?P<hours>{_NUMBER})[\s-]*{_HOURS}(?P<half>\s+and\s+a\s+half)?(?:\s*(?:and|"
    rf"und)?\s*(?P<rest>\d{{1,3}})\s*(?:{_MINUTES})?)?|(?P<minutes>{_NUMBER})[\s-]*{_MINUTES}|(?P<hm>an "
    "hour and a half|half an hour|eine(?:r)? halbe[n]? stunde)"
)
_RUNTIME = re.compile(
    rf"(?P<low>{_AT_LEAST})\s+(?:die |the |a |eine[rn]? )?(?:{_LENGTH})|(?P<high>{_UP_TO})\s+(?:die |the |"
    "a "
    f")?(?:{_LENGTH.replace('hours>', 'hours2>').replace('half>', 'half2>').replace('rest>', 'rest2>').replace('minutes>', 'minutes2>').replace('hm>', 'hm2>')}"
    ")"
    rf"|(?P<about>{_ABOUT}\s+)?(?:{_LENGTH.replace('hours>', 'hours3>').replace('half>', 'half3>').replace('rest>', 'rest3>').replace('minutes>', 'minutes3>').replace('hm>', 'hm3>')}"
    r")(?P<after>\s*(?:or (?:less|shorter|under)|oder (?:weniger|kürzer|kuerzer)|max(?:imum|imal|\.)?|"
    r"tops|at most|höchstens|or (?:more|longer)|oder (?:mehr|länger|laenger)|plus|\+|long|lang))?",
    re.I,
)
_BETWEEN = re.compile(
    rf"(?:between|zwischen|from|von)\s+({_NUMBER})\s*(?:{_MINUTES}|{_HOURS})?\s*(?:and|und|to|bis|-|"
    rf"–)\s*({_NUMBER})\s*({_MINUTES}|{_HOURS})|\b(\d{{2,3}})\s*[-–]\s*(\d{{2,3}})\s*({_MINUTES})",
    re.I,
)
_RUNTIME_SPEECH = re.compile(
    r"\b(?:ago|vor|old|alt|earlier|later|später|from now|break|in einer|drive|away|last|letzten|next|"
    r"nächsten|every|since|seit|each|pro|ein?e?r?\s+(?:halben\s+)?stunde\s+(?:zeit|noch))\s*$",
    re.I,
)

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
    rf"recent|letzten|letzte|vergangenen)\s+(?P<count>{_NUMBER}|couple of|few|paar)\s+(?P<unit>years?|"
    r"decades?|jahren?|jahrzehnten?)\b",
    re.I,
)
_NOT_OLDER = re.compile(
    r"\b(?:(?:not|no|nicht|nothing|nichts)\s+(?:older|älter|aelter)\s+(?:than|als)|(?:less than|under|"
    rf"younger than|weniger als|unter|jünger als|juenger als))\s+(?P<count>{_NUMBER})\s+(?:years?|"
    r"jahren?)(?:\s+(?:old|alt))?\b",
    re.I,
)
_OLDER = re.compile(
    r"\b(?:older than|more than|at least|over|älter als|aelter als|mindestens|über|mehr "
    rf"als)\s+(?P<count>{_NUMBER})\s+(?:years?|jahren?)(?:\s+(?:old|alt))?\b(?!\s*(?:old|alt)?\s*(?:kid|"
    "child|son|daughter))",
    re.I,
)
_THIS_YEAR = re.compile(r"\b(?:from |of |in |aus )?(?:this year|diese[mns]? jahr|this year['’]s)\b", re.I)
_LAST_YEAR = re.compile(r"\b(?:from |of |in |aus )?(?:last year|letzte[mns]? jahr|vorigen? jahr)\b", re.I)
_THIS_DECADE = re.compile(r"\b(?:this|the current|diesem|dem aktuellen) (?:decade|jahrzehnt)\b", re.I)
_CENTURY = re.compile(r"\b(?:this|the 21st|21st|diesem|dem 21\.) (?:century|jahrhundert)\b", re.I)
_SINGLE = re.compile(
    r"\b(?:from|in|of|aus|von|aus dem jahr|made in|released in|anno|im jahr|year|jahr|jahrgang|out "
    rf"in)\s+({_Y})\b(?!['’]?s|er)|(?<![\w-])({_Y})(?=\s+(?:movies?|films?|filme?|release))|^\W*({_Y})\W*$",
    re.I,
)
_AGE = re.compile(
    rf"\b(?P<a>{_NUMBER})[\s-]*(?:(?:years?|yrs?)[\s-]*olds?|y/?o\b|jährige[nrsm]?|jaehrige[nrsm]?|"
    r"jahre\s+alte?[nrsm]?|jahre alt)|\b(?P<glued>ein|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|"
    "zehn|elf|zwölf|zwoelf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn)jährige?[nrsm]?|"
    r"\b(?:fsk|ab|age|ages|aged|rated|alter von|freigegeben ab|from age|für kinder ab|kids aged?|children "
    rf"aged?)[\s:-]*(?P<b>\d{{1,2}})\b(?!\s*(?:minuten|minutes|uhr|stunden|hours|%|\d|"
    r"-?er\b))(?:\s*(?:jahren?|years?))?|\b(?:he|she|er|sie|son|daughter|kid|child|sohn|tochter|kind|"
    r"nephew|niece|neffe|nichte|enkel\w*|i|ich)\s*(?:['’]s|['’]m|is|am|ist|bin|wird|,)\s+(?:only |just |"
    rf"erst |gerade )?(?P<c>{_NUMBER})\b(?!\s*(?:minut|hour|stund|year|jahr|of\b|fan|film|movie|von|der|"
    "die|person|bisschen|wenig|bit|lot|little|huge|big|great|good|sad))",
    re.I,
)
_AGE_MPA = re.compile(r"\b(?:rated\s+|mpa\s+)?(?P<r>PG-?13|PG)\b(?:\s+rated)?")
_AGE_KIDS = re.compile(
    r"\b(?:for|with|suitable for|fit for|für|mit|geeignet für|watch with)\s+(?:(?:my|our|the|little|small|"
    r"young|young(?:er)?|whole|meinen?|unseren?|den|kleine[nr]?|very|ganz)\s+)*(?:toddlers?|"
    r"kleinkind(?:er|ern)?)\b",
    re.I,
)


class RangeMention(NamedTuple):
    """A stretch that names a range; either end may be open."""

    start: int
    end: int
    low: int | None
    high: int | None


class AgeMention(NamedTuple):
    """A stretch that says how old the youngest one watching is."""

    start: int
    end: int
    age: int


def number(word: str) -> float:
    """The value of a number in digits or words of either language."""
    plain = re.sub(r"\s+", " ", word.strip().lower())
    if plain in _WORDS:
        return float(_WORDS[plain])
    return float(plain.replace(",", "."))


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
    elif part.startswith("mid") or part.startswith("mitte"):
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


def ages(text: str) -> Iterator[AgeMention]:
    """The age of those watching ("for a six-year-old", "FSK 12", "mit meiner achtjährigen Tochter")."""
    for match in _AGE.finditer(text):
        word = match.group("a") or match.group("glued") or match.group("b") or match.group("c")
        age = int(number(word))
        if 0 < age <= 21 and not (
            match.group("a")
            and re.search(r"\b(?:than|als|under|unter|over|über)\s*$", before(text, match.start()), re.I)
            and age > 17
        ):
            yield AgeMention(match.start(), match.end(), age)
    for match in _AGE_MPA.finditer(text):
        yield AgeMention(match.start(), match.end(), 13 if "13" in match.group("r") else 10)
    for match in _AGE_KIDS.finditer(text):
        yield AgeMention(match.start(), match.end(), 3)
