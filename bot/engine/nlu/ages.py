"""How old those watching are ("for a six-year-old", "FSK 12")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.engine.nlu.numbers import NUMBER, number
from bot.engine.nlu.text import before

_AGE = re.compile(
    rf"\b(?P<a>{NUMBER})[\s-]*(?:(?:years?|yrs?)[\s-]*olds?|y/?o\b|jährige[nrsm]?|jaehrige[nrsm]?|"
    r"jahre\s+alte?[nrsm]?|jahre alt)|\b(?P<glued>ein|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|"
    "zehn|elf|zwölf|zwoelf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn)jährige?[nrsm]?|"
    r"\b(?:fsk|ab|age|ages|aged|rated|alter von|freigegeben ab|from age|für kinder ab|kids aged?|children "
    rf"aged?)[\s:-]*(?P<b>\d{{1,2}})\b(?!\s*(?:minuten|minutes|uhr|stunden|hours|%|\d|"
    r"-?er\b))(?:\s*(?:jahren?|years?))?|\b(?:he|she|er|sie|son|daughter|kid|child|sohn|tochter|kind|"
    r"nephew|niece|neffe|nichte|enkel\w*|klein(?:e|er|es|ste|ster|stes)|jüngste[rs]?|"
    r"little one|youngest|toddler|i|ich)\s*(?:['’]s|['’]m|is|am|ist|bin|wird|,)\s+(?:only |just |"
    rf"erst |gerade )?(?P<c>{NUMBER})\b(?!\s*(?:minut|hour|stund|year|jahr|of\b|fan|film|movie|von|der|"
    "die|person|bisschen|wenig|bit|lot|little|huge|big|great|good|sad))",
    re.I,
)
_AGE_MPA = re.compile(r"\b(?:rated\s+|mpa\s+)?(?P<r>PG-?13|PG)\b(?:\s+rated)?")
_AGE_UNDER = re.compile(
    r"\b(?:kids?|children|child|kinder[n]?|kind)\s+(?:under|below|up to|younger than|unter|"
    rf"bis)\s+(?P<n>{NUMBER})(?!\s*(?:min|hour|stund))",
    re.I,
)
_AGE_ALL = re.compile(
    rf"\b(?:they(?:['’]re| are)|(?:die|sie|kinder|alle) sind|kids are|children are)\s+(?:all |alle |"
    rf"so |about |etwa )*(?P<n>{NUMBER})\b"
    r"(?!\s*(?:min|hour|stund|film|movie|of|von|person|leute|people))",
    re.I,
)
_AGE_KIDS = re.compile(
    r"\b(?:for|with|suitable for|fit for|für|mit|geeignet für|watch with)\s+(?:(?:my|our|the|little|small|"
    r"young|young(?:er)?|whole|meinen?|unseren?|den|kleine[nr]?|very|ganz)\s+)*(?:toddlers?|"
    r"kleinkind(?:er|ern)?)\b",
    re.I,
)


class AgeMention(NamedTuple):
    """A stretch that says how old the youngest one watching is."""

    start: int
    end: int
    age: int


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
    for match in _AGE_UNDER.finditer(text):
        yield AgeMention(match.start(), match.end(), int(number(match.group("n"))))
    for match in _AGE_ALL.finditer(text):
        if 0 < number(match.group("n")) < 18:
            yield AgeMention(match.start(), match.end(), int(number(match.group("n"))))
    for match in _AGE_MPA.finditer(text):
        yield AgeMention(match.start(), match.end(), 13 if "13" in match.group("r") else 10)
    for match in _AGE_KIDS.finditer(text):
        yield AgeMention(match.start(), match.end(), 3)
