"""Finds the Movie nodes in JSON-LD and reads what they say, however their values are wrapped."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from index.film import Film, Language, Review
from index.importing import values
from index.importing.cleaning import clean
from index.importing.draft import SYNOPSIS_CHARACTERS_AT_MOST, Draft, language_told, make_film
from index.importing.elements import Element
from index.importing.importer import Refusal
from index.importing.marks import share_of

Node = Mapping[str, Any]
NODES_AT_MOST = 20_000
REVIEWS_AT_MOST = 20
TMDB = re.compile(r"themoviedb\.org/movie/(\d{1,9})")
WIKIDATA = re.compile(r"\bQ[1-9]\d{0,11}\b")
DATES = ("datePublished", "dateCreated", "copyrightYear", "startDate", "releasedEvent")
NAMED_LANGUAGES: Mapping[str, Language] = {"de": "de", "en": "en"}


def movies_in(value: Node) -> Iterator[tuple[Node, Mapping[str, Node]]]:
    """Every Movie in a piece of JSON-LD, with the nodes that others name by `@id`."""
    named = {node["@id"]: node for node in _nodes(value) if isinstance(node.get("@id"), str) and len(node) > 1}
    for node in _nodes(value):
        if _is_movie(node):
            yield node, named


def film_of(movie: Node, named: Mapping[str, Node], element: Element, file: str) -> Film | Refusal:
    """The film that a Movie tells of."""
    title = _text(movie.get("name")) or _text(movie.get("headline"))
    return make_film(_draft(movie, title, named), element.line, title or element.seen, file=file)


def _nodes(value: object) -> Iterator[Node]:
    """All objects from the outside in, but none inside a Movie: those are other films it mentions, and its people."""
    open_values: deque[object] = deque([value])
    count = 0
    while open_values and count < NODES_AT_MOST:
        each = open_values.popleft()
        count += 1
        if isinstance(each, dict):
            yield each
            if not _is_movie(each):
                open_values += each.values()
        elif isinstance(each, list):
            open_values += each


def _is_movie(node: Node) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and re.fullmatch(r"(?:https?://schema\.org/|schema:)?Movie", kind)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _draft(movie: Node, title: str, named: Mapping[str, Node]) -> Draft:
    names, told = _by_language(movie.get("name")), _by_language(movie.get("description") or movie.get("abstract"))
    ids = " ".join(_addresses(movie))
    tmdb, wikidata = TMDB.search(ids), WIKIDATA.search(ids) if "wikidata" in ids.lower() else None
    imdb = values.IMDB.search(ids)
    return Draft(
        title=names.get("en") or title,
        year=next((year for name in DATES if (year := _text(_first(movie.get(name), named)))), None),
        runtime=_text(movie.get("duration")) or _text(movie.get("timeRequired")),
        german_title=names.get("de"),
        other_titles=[*names.values(), *map(_text, _list(movie.get("alternateName")))],
        series=next((name for field in ("partOfSeries", "isPartOf") if (name := _series(movie.get(field), named))), ""),
        countries=[_text(_node(each, named)) for each in _list(movie.get("countryOfOrigin"))],
        languages=[_text(_node(each, named)) for each in _list(movie.get("inLanguage"))],
        genres=_words(movie.get("genre"), named),
        keywords=_words(movie.get("keywords"), named),
        fsk=next(
            (age for each in _list(movie.get("contentRating")) if (age := values.fsk(_text(each))) is not None), None
        ),
        mpa=next((mark for each in _list(movie.get("contentRating")) if (mark := values.mpa(_text(each)))), None),
        imdb=imdb.group() if imdb else None,
        tmdb=tmdb.group(1) if tmdb else None,
        wikidata=wikidata.group() if wikidata else None,
        directors=_people(movie, named, "director", "directors"),
        writers=_people(movie, named, "author", "creator"),
        cast=list(_cast(movie, named)),
        music=_people(movie, named, "musicBy"),
        english=told.get("en"),
        german=told.get("de"),
        overview=told.get(""),
        votes=_votes(movie, named),
        poster=_picture(_first(movie.get("image"), named)),
        reviews=list(_reviews(movie, named)),
    )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _node(value: object, named: Mapping[str, Node]) -> Any:
    """The value, or the node that it names."""
    if isinstance(value, dict) and "@id" in value and len(value) == 1:
        return named.get(str(value["@id"]), value)
    return value


def _first(value: object, named: Mapping[str, Node]) -> Any:
    return next((_node(each, named) for each in _list(value)), None)


def _text(value: object) -> str:
    """The text of a plain value, of `{"@value": …}`, or of a thing with a name or a date."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, list):
        return next((text for each in value if (text := _text(each))), "")
    if isinstance(value, dict):
        plain = (value.get(name) for name in ("@value", "name", "alternateName", "startDate", "ratingValue"))
        return next((str(each) for each in plain if isinstance(each, str | int)), "")
    return ""


def _by_language(value: object) -> dict[str, str]:
    """Texts by language; under "" the first of which nobody says it."""
    found: dict[str, str] = {}
    for each in _list(value):
        said = str(each.get("@language", "")).lower().split("-")[0] if isinstance(each, dict) else ""
        if text := _text(each):
            found.setdefault(said, text)
    return found


def _words(value: object, named: Mapping[str, Node]) -> list[str]:
    return [word for each in _list(value) for word in re.split(r"[,;|]", _text(_node(each, named)))]


def _people(movie: Node, named: Mapping[str, Node], *fields: str) -> list[str]:
    """The names of the persons in the fields; firms are none."""
    found = [_node(each, named) for field in fields for each in _list(movie.get(field))]
    return [_text(each) for each in found if not (isinstance(each, dict) and each.get("@type") == "Organization")]


def _cast(movie: Node, named: Mapping[str, Node]) -> Iterator[tuple[str, str]]:
    """Actors and, where they come as a PerformanceRole, whom they play."""
    for each in [*_list(movie.get("actor")), *_list(movie.get("actors"))]:
        member = _node(each, named)
        if isinstance(member, dict) and "actor" in member:
            yield _text(_first(member["actor"], named)), _text(member.get("characterName") or member.get("roleName"))
        else:
            yield _text(member), ""


def _addresses(movie: Node) -> Iterator[str]:
    for name in ("@id", "url", "sameAs"):
        yield from (each for each in _list(movie.get(name)) if isinstance(each, str))
    for each in _list(movie.get("identifier")):
        kind = _text(each.get("propertyID")) if isinstance(each, dict) else ""
        number = each.get("value") if isinstance(each, dict) else each
        yield f"themoviedb.org/movie/{number}" if kind.lower() == "tmdb" else f"{kind} {_text(number)}"


def _series(value: object, named: Mapping[str, Node]) -> str:
    each = _first(value, named)
    is_series = isinstance(each, dict) and "Series" in _text(each.get("@type"))
    return _text(each) if is_series or isinstance(each, str) else ""


def _votes(movie: Node, named: Mapping[str, Node]) -> object:
    rating = _first(movie.get("aggregateRating"), named)
    return (rating.get("ratingCount") or rating.get("reviewCount")) if isinstance(rating, dict) else None


def _picture(value: object) -> object:
    return value.get("url") or value.get("contentUrl") if isinstance(value, dict) else value


def _reviews(movie: Node, named: Mapping[str, Node]) -> Iterator[Review]:
    """Reviews with an author, whose words are quoted under that name."""
    for each in [*_list(movie.get("review")), *_list(movie.get("reviews"))][:REVIEWS_AT_MOST]:
        review = _node(each, named)
        text = clean(_text(review.get("reviewBody"))) if isinstance(review, dict) else ""
        author = clean(_text(_first(review.get("author"), named))) if text else ""
        said = NAMED_LANGUAGES.get(_text(review.get("inLanguage"))[:2].lower()) if text else None
        language = said or language_told(text)
        if text and author and language and len(text) <= SYNOPSIS_CHARACTERS_AT_MOST:
            rating = _share(review.get("reviewRating"))
            yield Review(aspect="reception", language=language, text=text, author=author, rating=rating)


def _share(rating: object) -> float | None:
    """The rating as a share of the best one, which is 5 where nobody says."""
    if not isinstance(rating, dict):
        return None
    best = values.whole(rating.get("bestRating"))
    share = share_of(_text(rating.get("ratingValue")), highest=best if best and best > 0 else 5)
    return share if share is not None and 0 <= share <= 1 else None
