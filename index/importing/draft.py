"""A film as a foreign file tells it, and the record made of it once every field is clean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pydantic import ValidationError

from index.checking.prose import MARKERS
from index.film import CastMember, Film, Language, Review, Showing, slug
from index.importing import values
from index.importing.cleaning import clean, clean_genres, clean_keywords, clean_list
from index.importing.importer import Refusal
from index.text import fold

TITLE_CHARACTERS_AT_MOST = 300
SLUG_CHARACTERS_AT_MOST = 100
SYNOPSIS_CHARACTERS_AT_MOST = 10_000
CAST_AT_MOST = 20
PEOPLE_AT_MOST = 10
PARAGRAPH_WORDS = 25


@dataclass(slots=True)
class Draft:
    """What a record says, as it stands there; `overview` is a synopsis of which nobody says in what language it is."""

    title: object = ""
    year: object = None
    runtime: object = None
    original_title: object = None
    german_title: object = None
    other_titles: Iterable[object] = ()
    series: object = None
    countries: Iterable[object] = ()
    languages: Iterable[object] = ()
    genres: Iterable[object] = ()
    keywords: Iterable[object] = ()
    fsk: values.Fsk | None = None
    mpa: values.Mpa | None = None
    imdb: object = None
    tmdb: object = None
    wikidata: str | None = None
    directors: Iterable[object] = ()
    writers: Iterable[object] = ()
    cast: Iterable[tuple[object, object]] = ()
    music: Iterable[object] = ()
    cinematography: Iterable[object] = ()
    english: object = None
    german: object = None
    overview: object = None
    votes: object = None
    poster: object = None
    reviews: list[Review] = field(default_factory=list)
    where: list[Showing] = field(default_factory=list)


def make_film(draft: Draft, line: int, seen: str, *, file: str = "") -> Film | Refusal:
    """The film that a draft tells of, or why there is none."""
    shown = clean(seen)[:80]
    title, year = clean(draft.title), values.year_of(draft.year)
    if reason := _why_not(draft, title, year):
        return Refusal(line, reason, shown, file)
    try:
        return Film.model_validate(_fields(draft, title, year or 0))
    except ValidationError as fault:
        first = fault.errors()[0]
        return Refusal(line, f"{'.'.join(map(str, first['loc']))}: {first['msg']}", shown, file)


def _why_not(draft: Draft, title: str, year: int | None) -> str:
    if not title:
        return "no title"
    if year is None:
        return "no year"
    if len(title) > TITLE_CHARACTERS_AT_MOST:
        return f"a title of {len(title)} characters; at most {TITLE_CHARACTERS_AT_MOST} are taken"
    longest = max(len(text) for text in (draft.english, draft.german, draft.overview, "") if isinstance(text, str))
    if longest > SYNOPSIS_CHARACTERS_AT_MOST:
        return f"a synopsis of {longest} characters; at most {SYNOPSIS_CHARACTERS_AT_MOST} are taken"
    return ""


def _fields(draft: Draft, title: str, year: int) -> dict[str, object]:
    return {
        "id": slug(title[:SLUG_CHARACTERS_AT_MOST], year),
        "title": title,
        "year": year,
        "runtime": values.minutes(draft.runtime),
        "original_title": _title(draft.original_title),
        "german_title": _title(draft.german_title),
        "other_titles": _other_titles(draft, title),
        "series": clean(draft.series) or None,
        "countries": values.countries(draft.countries),
        "languages": values.languages(draft.languages),
        "genres": clean_genres(list(draft.genres)),
        "keywords": clean_keywords(list(draft.keywords)),
        "certificate": {"fsk": draft.fsk, "mpa": draft.mpa},
        "ids": {
            "imdb": values.imdb_id(draft.imdb),
            "tmdb": values.whole(draft.tmdb) or None,
            "wikidata": draft.wikidata,
        },
        "directors": _people(draft.directors),
        "writers": _people(draft.writers),
        "cast": _cast(draft.cast),
        "music": _people(draft.music),
        "cinematography": _people(draft.cinematography),
        "synopsis": _synopsis(draft),
        "votes": values.count(draft.votes),
        "poster": _address(draft.poster),
        "reviews": tuple(draft.reviews),
        "where": tuple(draft.where),
    }


def _title(value: object) -> str | None:
    return clean(value)[:TITLE_CHARACTERS_AT_MOST] or None


def _other_titles(draft: Draft, title: str) -> tuple[str, ...]:
    known = {fold(clean(name)) for name in (title, draft.original_title, draft.german_title)}
    names = clean_list(list(draft.other_titles), at_most=30)
    return tuple(name for name in names if fold(name) not in known and len(name) <= TITLE_CHARACTERS_AT_MOST)


def _people(names: Iterable[object]) -> tuple[str, ...]:
    return clean_list(list(names), at_most=PEOPLE_AT_MOST)


def _cast(members: Iterable[tuple[object, object]]) -> tuple[CastMember, ...]:
    found: dict[str, CastMember] = {}
    for name, role in members:
        if shown := clean(name):
            found.setdefault(fold(shown), CastMember(name=shown, role=clean(role) or None))
        if len(found) == CAST_AT_MOST:
            break
    return tuple(found.values())


def language_told(text: str) -> Language | None:
    """The language of a text of which nobody says it; None for a paragraph that is neither English nor German."""
    words = re.findall(r"[a-zäöüß]+", text.lower())
    english, german = (sum(word in MARKERS[language] for word in words) for language in ("en", "de"))
    if german > english and (german > 1 or any(letter in text for letter in "äöüß")):
        return "de"
    return "en" if english or len(words) < PARAGRAPH_WORDS else None


def _synopsis(draft: Draft) -> dict[Language, str]:
    told: dict[Language, str] = {"en": clean(draft.english), "de": clean(draft.german)}
    if (overview := clean(draft.overview)) and (language := language_told(overview)):
        told[language] = told[language] or overview
    return {language: text for language, text in told.items() if text}


def _address(value: object) -> str | None:
    """An https address; any other would let a file decide what a reader's browser runs or reads."""
    text = clean(value)
    return text if text.startswith("https://") and " " not in text and len(text) <= 2000 else None
