"""Which film of a catalogue is meant: by ids, then by title and year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from index.film import Film, Ids
from index.importing.importer import Mention
from index.text import fold

NO_WORD = re.compile(r"[\W_]+")
ARTICLES = ("the ", "a ", "an ")
YEARS_APART = 1


def title_key(title: str) -> str:
    """A title without case, accents, punctuation, spaces and leading English article; `&` is `and`."""
    words = NO_WORD.sub(" ", fold(title).replace("'", "").replace("&", " and ")).strip()
    for article in ARTICLES:
        if words.startswith(article):
            words = words[len(article) :]
            break
    return words.replace(" ", "")


class Finder:
    """Looks films up by what others call them."""

    def __init__(self, films: Mapping[str, Film]) -> None:
        self._films = films
        self._by_id: dict[tuple[str, str | int], str] = {}
        self._by_title: dict[str, list[str]] = {}

    def note(self, film: Film) -> None:
        """Know a film by its ids and names, now and under its earlier ones."""
        for key in _id_keys(film.ids):
            self._by_id.setdefault(key, film.id)
        for name in film.names:
            held = self._by_title.setdefault(title_key(name), [])
            if film.id not in held:
                held.append(film.id)

    def same_as(self, film: Film) -> Film | None:
        """The film that this record is of, if there is one that nothing speaks against."""
        if found := self._with_id(film.ids):
            return found
        titled = list(self._titled(film.title, film.original_title, film.german_title))
        for other in sorted(titled, key=lambda other: not _share_title(film, other)) if len(titled) > 1 else titled:
            if other.year != film.year or _differ(film.ids, other.ids):
                continue
            shared = _share_director(film, other)
            if shared or (shared is None and _share_title(film, other)):
                return other
        return None

    def meant(self, mention: Mention) -> Film | None:
        """The film that is mentioned; without a year only where one film alone has the title."""
        ids = Ids(imdb=mention.imdb, tmdb=mention.tmdb, wikidata=mention.wikidata)
        if found := self._with_id(ids):
            return found
        titled = [film for film in self._titled(mention.title) if not _differ(ids, film.ids)]
        if mention.year is None:
            return titled[0] if len(titled) == 1 else None
        near = sorted(titled, key=lambda film: abs(film.year - (mention.year or 0)))
        return near[0] if near and abs(near[0].year - mention.year) <= YEARS_APART else None

    def _with_id(self, ids: Ids) -> Film | None:
        found = (self._by_id.get(key) for key in _id_keys(ids))
        return next((self._films[film_id] for film_id in found if film_id), None)

    def _titled(self, *titles: str | None) -> Iterator[Film]:
        keys = dict.fromkeys(title_key(title) for title in dict.fromkeys(titles) if title)
        for film_id in dict.fromkeys(film_id for key in keys for film_id in self._by_title.get(key, ())):
            yield self._films[film_id]


def _id_keys(ids: Ids) -> Iterator[tuple[str, str | int]]:
    if ids.imdb:
        yield "imdb", ids.imdb
    if ids.tmdb:
        yield "tmdb", ids.tmdb
    if ids.wikidata:
        yield "wikidata", ids.wikidata


def _differ(one: Ids, other: Ids) -> bool:
    """Whether an id that both have is not the same."""
    pairs = ((one.imdb, other.imdb), (one.tmdb, other.tmdb), (one.wikidata, other.wikidata))
    return any(left and right and left != right for left, right in pairs)


def _share_director(one: Film, other: Film) -> bool | None:
    """Whether a director's last name is in both; None where one of them names nobody."""
    if not one.directors or not other.directors:
        return None
    return not _last_names(one.directors).isdisjoint(_last_names(other.directors))


@lru_cache(maxsize=50_000)
def _last_names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(name).replace(".", " ").split()[-1:][0] for name in names if name.strip(". "))


def _share_title(one: Film, other: Film) -> bool:
    """Whether a main title of one is a main title of the other, not merely one of its other names."""
    mine, theirs = ({film.title, film.original_title, film.german_title} for film in (one, other))
    return not mine.isdisjoint(theirs) or not {title_key(title or "") for title in mine}.isdisjoint(
        title_key(title or "") for title in theirs
    )
