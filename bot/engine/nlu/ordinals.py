"""Which of the films shown is meant ("the second one", "der letzte", "Nr. 3")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_ORDINALS: tuple[tuple[int, str], ...] = (
    (1, r"first|1st|erste[nrsm]?|1\.|top"),
    (2, r"second|2nd|zweite[nrsm]?|2\."),
    (3, r"third|3rd|dritte[nrsm]?|3\."),
    (4, r"fourth|4th|vierte[nrsm]?|4\."),
    (5, r"fifth|5th|fünfte[nrsm]?|fuenfte[nrsm]?|5\."),
    (6, r"sixth|6th|sechste[nrsm]?"),
    (-1, r"last|letzte[nrsm]?|letztere[nrsm]?|latter|final"),
)
_ONES = (
    "(?:one|film|movie|of (?:them|these|those)|suggestion|recommendation|option|pick|filme?|vorschlag|"
    "davon|von denen|tipp|empfehlung)"
)
_BARE_ORDINAL = tuple(
    (
        value,
        re.compile(
            rf"\b(?:the |der |die |das |den |dem |beim |zum |vom |nummer )?(?:{names})\s+{_ONES}\b|"
            r"^\W*(?:(?:i(?:['’]ll| will) (?:take|go with)|take|make it|ich nehme?|nimm|nehmen wir|dann|lieber|"
            "oder|and|und|was ist mit|what about|how about|tell me about|about|mehr wie|more like|like|wie|why|"
            "warum|why not|ja|yes|ok|okay|gut|gern|the|der|die|das|den|dem|beim|zum|vom|please|bitte|wovon "
            rf"handelt|worum geht(?:['’]s| es)? (?:im|in|beim|bei)|im)\W+)*(?:{names})(?:\W+(?:please|bitte|sounds "
            r"(?:good|great|nice)|klingt (?:gut|spannend|toll)|da|dann|lieber|gefällt mir))*\W*$|\b(?:like|wie|"
            "why|warum|about|als|über|take|nehme|nehm|nimm|mag|than) (?:the |der |die |das |den |dem "
            rf")(?:{names})\b(?!\s+(?:part|season|half|hour|time|world|war|love|man|samurai|days?|years?|jahre\w*|"
            r"night|mal|teil|weltkrieg|liebe|tag\w*|stunde|monat\w*|woche|minute\w*|abend))|\b(?:the|der|die|das|"
            rf"den|dem|im|beim|vom) (?:{names})(?:\W*$|(?=,|\s+(?:hat|haben|habe?|kenne?|war|fand|ist|sieht|klingt|"
            r"gefällt|mit|und|oder|and|or|with|is|was|looks?|sounds?|seems?|schon|bitte|please)\b))",
            re.IGNORECASE,
        ),
    )
    for value, names in _ORDINALS
)
_NUMBERED = re.compile(
    r"(?:\b(?:number|no\.?|nr\.?|nummer|num|option|film|movie)\s*|#\s*)(?P<n>\d{1,2}|one|two|three|four|"
    r"five|eins|zwei|drei|vier|fünf)\b(?!\s*(?:minut|hour|stund|jahr|year|of|films|movies|filme))|"
    r"^\W*(?P<alone>[1-9])\W*$",
    re.IGNORECASE,
)
_NUMBER_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "eins": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
}
_MIDDLE = re.compile(r"\b(?:the |der |die |das |den )?(?:middle one|mittlere[nrsm]?|middle)\b", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:the former|ersterer?|erstere[nms]?)\b", re.IGNORECASE)


class OrdinalMention(NamedTuple):
    """A stretch that points at one of the films shown: 1 is the first, -1 the last."""

    start: int
    end: int
    place: int


def ordinals(text: str) -> Iterator[OrdinalMention]:
    """The films of the last answer that are pointed at ("the second one", "der letzte", "Nr. 3")."""
    found: dict[tuple[int, int], int] = {}
    for value, pattern in _BARE_ORDINAL:
        for match in pattern.finditer(text):
            found[match.span()] = value
    for match in _NUMBERED.finditer(text):
        word = (match.group("n") or match.group("alone")).lower()
        found[match.span()] = _NUMBER_WORDS.get(word) or int(word)
    for pattern, value in ((_MIDDLE, 2), (_FORMER, 1)):
        for match in pattern.finditer(text):
            found[match.span()] = value
    yield from sorted(OrdinalMention(start, end, place) for (start, end), place in found.items() if place)
