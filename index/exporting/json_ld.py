"""Films as schema.org/Movie in JSON-LD: one document with a graph, written film by film."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from index.film import Film

Json = dict[str, Any]
IMDB = "https://www.imdb.com/title/"
TMDB = "https://www.themoviedb.org/movie/"
WIKIDATA = "http://www.wikidata.org/entity/"


def json_ld(films: Iterable[Film]) -> Iterator[str]:
    """The document in pieces; `<` never stands in it, so it may be put into a web page."""
    yield '{"@context": "https://schema.org", "@graph": [\n'
    between = ""
    for film in films:
        yield between + json.dumps(movie(film), ensure_ascii=False).replace("<", "\\u003c")
        between = ",\n"
    yield "\n]}\n"


def movie(film: Film) -> Json:
    """One film; what is not known is left out."""
    names = [name for name in film.names if name != film.title]
    said: Json = {
        "@type": "Movie",
        "@id": f"#{film.id}",
        "name": film.title,
        "alternateName": names,
        "datePublished": str(film.year),
        "duration": f"PT{film.runtime}M" if film.runtime else None,
        "genre": list(film.genres),
        "countryOfOrigin": [{"@type": "Country", "name": code} for code in film.countries],
        "inLanguage": list(film.languages),
        "director": _people(film.directors),
        "author": _people(film.writers),
        "actor": [_actor(member.name, member.role) for member in film.cast],
        "musicBy": _people(film.music),
        "award": list(film.awards),
        "keywords": list(dict.fromkeys((*film.themes, *film.moods, *film.style, *film.keywords))),
        "contentRating": _ratings(film),
        "description": [{"@value": text, "@language": language} for language, text in film.synopsis.items()],
        "image": film.poster,
        "isPartOf": {"@type": "MovieSeries", "name": film.series} if film.series else None,
        "sameAs": _addresses(film),
        "review": [_review(film, number) for number in range(len(film.reviews))],
    }
    return {name: value for name, value in said.items() if value}


def _people(names: Sequence[str]) -> list[Json]:
    return [{"@type": "Person", "name": name} for name in names]


def _actor(name: str, role: str | None) -> Json:
    person = {"@type": "Person", "name": name}
    return {"@type": "PerformanceRole", "actor": person, "characterName": role} if role else person


def _ratings(film: Film) -> list[str]:
    known = {"FSK": film.certificate.fsk, "MPA": film.certificate.mpa}
    return [f"{board} {rating}" for board, rating in known.items() if rating is not None]


def _addresses(film: Film) -> list[str]:
    known = ((IMDB, film.ids.imdb), (TMDB, film.ids.tmdb), (WIKIDATA, film.ids.wikidata))
    return [f"{place}{key}" for place, key in known if key]


def _review(film: Film, number: int) -> Json:
    review = film.reviews[number]
    said: Json = {"@type": "Review", "reviewBody": review.text, "inLanguage": review.language}
    if review.author:
        said["author"] = {"@type": "Person", "name": review.author}
    if review.rating is not None:
        said["reviewRating"] = {"@type": "Rating", "ratingValue": review.rating, "worstRating": 0, "bestRating": 1}
    return said
