"""Countries films come from and languages spoken in them, as people name them in English and German."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.engine.nlu import text as texts
from bot.engine.nlu.wordlists import lines

_PLACES = tuple(tuple("" if part == "-" else part for part in line.split(" ; ")) for line in lines("places.txt"))
_FILM = (
    r"(?:[\w-]+ ){0,2}?(?:films?|movies?|cinema|flicks?|comed\w+|dramas?|thrillers?|horror|romance|anime|"
    "western|classics?|ones?|filme?n?|kino|komödien?|krimis?|dokus?|klassiker|liebesfilme?|actionfilme?|"
    r"serienkiller\w*|arthouse|indies?|cult|crime|myster\w+|musicals?|documentar\w+|dokumentar\w+|liebesgesch\w+|"
    r"kriegs\w+|horror\w*|animations\w+|new wave|period|autorenfilm\w*|kurzfilm\w*|stummfilm\w*|"
    r"produktion\w*|stuff|romcoms?|director|animation|noir|war|science fiction|sci-fi)"
)
_SPEECH = re.compile(
    r"\b(?:in|auf|spoken in|speaking|language|sprache|dubbed|synchronisiert|untertitel\w*|subtitles?|"
    r"original\w*)\s+(?:original |dem |der |die )?$",
    re.IGNORECASE,
)
_SPEAKING = re.compile(
    r"^(?:e[nrsm]?)?[\s-]*(?:speaking|language|sprachig\w*|audio|dub\w*|subtitles?|untertitel\w*|"
    r"synchro\w*|spoken|version|fassung|originalton|ton|sprachige\w*|sprache\w*)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:from|made in|produced in|out of|aus|aus der|aus den|of|produktion aus|nicht aus|not from|"
    r"kein\w* aus)\s+(?:the )?$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"^\W*(?:(?:but|aber|only|nur|same|das gleiche|dasselbe|und|and|lieber|rather|more|mehr|make it|"
    r"something|etwas|was|anything|ein|eine|a|an|no|not|nicht|kein\w*|nichts|please|bitte|maybe|"
    r"vielleicht|in|or|oder|one|ones|auf|like that|wie der|it|that|this|films?|movies?|filme?)\W+)*$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"^(?:e[nrsm]?)?(?:\W+(?:please|bitte|one|ones|films?|movies?|filme?|though|instead|again|wieder|dann|"
    r"lieber|or|oder|and|und|\w+ (?:films?|filme)))*\W*$",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:same|gleiche\w*|something|anything|etwas|was|more|mehr|films?|movies?|filme?|but|aber|nur|only|"
    r"no|not|nicht|nichts|kein\w*|nothing|lieber|any|some|rather|else|like)\s+(?:\w+ly )?$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?!(?:and|or|but|please|then|und|oder|aber|bitte|dann)\b)[a-zäöü]+", re.IGNORECASE)
_PEOPLE = re.compile(
    r"^(?:e[nrsm]?)?\s+(?:grandma\w*|wife|husband|friends?|family|guy|girl|man|woman|freund\w*|oma|opa|"
    "frau|mann|familie|teacher|shepherd|dog|food|restaurant|army|soldiers?|president|dream|beauty|psycho|"
    r"pie|history x|sniper|side|seite|perspective|sicht|people|girls|boys|accent)\b",
    re.IGNORECASE,
)


class PlaceMention(NamedTuple):
    """A stretch that asks for films from a country (`kind` country) or in a language (`kind` spoken_language)."""

    start: int
    end: int
    kind: str
    code: str


def _compiled() -> Iterator[tuple[str, str, re.Pattern[str] | None, re.Pattern[str] | None]]:
    for country, language, adjectives, names in _PLACES:
        if adjectives or names:
            yield (
                country,
                language,
                re.compile(rf"\b(?:{adjectives})(?P<ending>e[nrsm]?)?(?=\b|sprachig)", re.IGNORECASE)
                if adjectives
                else None,
                re.compile(rf"\b(?:{names})\b", re.IGNORECASE) if names else None,
            )


_COMPILED = tuple(_compiled())
_AFTER_FILM = re.compile(rf"^(?:e[nrsm]?)?[\s-]+{_FILM}\b", re.IGNORECASE)


def places(text: str) -> Iterator[PlaceMention]:
    """Countries and languages asked for; a place a story is set in, or somebody's nationality, is neither."""
    for country, language, adjective, name in _COMPILED:
        for match in adjective.finditer(text) if adjective else ():
            if mention := _from_adjective(text, match, country, language):
                yield mention
        for match in name.finditer(text) if name else ():
            if (
                country
                and (_FROM.search(texts.before(text, match.start())))
                and match.group() != "us"
                and not re.search(
                    r"\b(?:history|story|man|person|girl|guy|escape\w*|(?!aber|oder|lieber|eher|immer|wieder|nur)"
                    r"\w+e?r) (?:of|from|aus)(?: the)? $",
                    texts.before(text, match.start()),
                    re.I,
                )
            ):
                yield PlaceMention(match.start(), match.end(), "country", country)


def _from_adjective(text: str, match: re.Match[str], country: str, language: str) -> PlaceMention | None:
    before, after = texts.before(text, match.start()), texts.after(text, match.end())
    if language and (_SPEECH.search(before) or _SPEAKING.match(after)):
        return PlaceMention(match.start(), match.end(), "spoken_language", language)
    if language and not country and _AFTER_FILM.match(after):
        return PlaceMention(match.start(), match.end(), "spoken_language", language)
    if not country or _PEOPLE.match(after):
        return None
    if (
        _AFTER_FILM.match(after)
        or (_ALONE.match(before) and _TAIL.match(after))
        or (_WANTED.search(before) and not _GOES_ON.match(after))
    ):
        return PlaceMention(match.start(), match.end(), "country", country)
    return (
        PlaceMention(match.start(), match.end(), "country", country)
        if match.group("ending") in ("es", "e", "en") and _WANTED.search(before)
        else None
    )
