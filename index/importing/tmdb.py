"""Imports films from TMDB: what its API answers, as JSON, and the CSV exports that go around (see `tmdb_tables`).

The API's fields: https://developer.themoviedb.org/reference/movie-details, with what `append_to_response` adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from index.film import Film, Showing
from index.importing import values
from index.importing.cleaning import clean
from index.importing.draft import Draft, make_film
from index.importing.elements import JSON, Element, peek_elements, read_elements
from index.importing.importer import Origin, Refusal
from index.importing.tables import is_table
from index.importing.tmdb_tables import is_tmdb_table, read_tables, tells_more
from index.importing.walking import file_name, files_below, holds_only, stays_inside

ORIGIN = Origin("TMDB", "TMDB API terms: non-commercial, with attribution")
POSTERS = "https://image.tmdb.org/t/p/w342"
DETAILS = frozenset({"release_date", "overview", "original_title", "original_language", "vote_count", "genre_ids"})
ENOUGH_DETAILS = 3
GENRES = {
    28: "Action", 12: "Adventure", 16: "Animation", 35: "Comedy", 80: "Crime", 99: "Documentary", 18: "Drama",
    10751: "Family", 14: "Fantasy", 36: "History", 27: "Horror", 10402: "Music", 9648: "Mystery", 10749: "Romance",
    878: "Science Fiction", 53: "Thriller", 10752: "War", 37: "Western",
}  # fmt: skip
WRITING = frozenset({"Screenplay", "Writer", "Story", "Author"})
KINDS: tuple[tuple[str, Literal["stream", "rent", "buy"]], ...] = (
    ("flatrate", "stream"),
    ("free", "stream"),
    ("ads", "stream"),
    ("rent", "rent"),
    ("buy", "buy"),
)
SHOWN_COUNTRIES = ("DE", "AT", "CH", "US", "GB")


class TmdbImporter:
    """Films of The Movie Database: API answers (single, in arrays, in JSON Lines, in folders) and CSV exports."""

    name = "tmdb"
    origin = ORIGIN

    def recognises(self, path: Path) -> bool:
        """JSON with the API's fields or a folder of it, a table of films, or a folder with that and its credits."""
        if path.is_dir():
            tables = _tables(path)
            if any(map(is_tmdb_table, tables)):
                return any(map(tells_more, tables))
            return holds_only(path, JSON) and self._is_api(next(_paths(files_below(path, JSON))))
        return is_tmdb_table(path) if is_table(path) else self._is_api(path)

    def read(self, path: Path) -> Iterator[Film | Refusal]:
        """Every film of a file, or of all files in a folder."""
        if path.is_dir():
            yield from read_tables(_tables(path))
            yield from _read_folder(path)
        elif is_table(path):
            yield from read_tables([path])
        else:
            yield from _read_json(path, "")

    def _is_api(self, path: Path) -> bool:
        return any(_is_details(record) for each in peek_elements(path) for record in _records(each.value))


def _paths(found: Iterable[Path | Refusal]) -> Iterator[Path]:
    return (each for each in found if isinstance(each, Path))


def _tables(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if is_table(path) and stays_inside(path, folder)]


def _read_folder(folder: Path) -> Iterator[Film | Refusal]:
    for path in files_below(folder, JSON):
        if isinstance(path, Refusal):
            yield path
        else:
            yield from _read_json(path, file_name(path, folder.resolve()))


def _read_json(path: Path, file: str) -> Iterator[Film | Refusal]:
    for element in read_elements(path):
        if isinstance(element, Refusal):
            yield element._replace(file=file)
        else:
            for record in _records(element.value):
                yield _film(record, element, file)


def _records(value: dict[str, Any]) -> list[object]:
    """The films of an answer: the ones it lists, else itself."""
    listed = value.get("results")
    return listed if isinstance(listed, list) and "title" not in value else [value]


def _is_details(record: object) -> bool:
    return (
        isinstance(record, dict)
        and "title" in record
        and isinstance(record.get("id"), int)
        and len(DETAILS & record.keys()) >= ENOUGH_DETAILS
    )


def _film(record: object, element: Element, file: str) -> Film | Refusal:
    if not isinstance(record, dict):
        return Refusal(element.line, "not a record of named fields", element.seen, file)
    if record.get("adult") is True:
        return Refusal(element.line, "marked as adult", element.seen, file)
    return make_film(_draft(record), element.line, element.seen, file=file)


def _draft(record: dict[str, Any]) -> Draft:
    crew = [each for each in _list(record, "credits", "crew") if isinstance(each, dict)]
    german = _translation(record, "de")
    overview = record.get("overview")
    return Draft(
        title=record.get("title"),
        year=record.get("release_date") or _first_release(record),
        runtime=record.get("runtime"),
        original_title=record.get("original_title"),
        german_title=german.get("title"),
        other_titles=_titles(record),
        series=_at(record, "belongs_to_collection", "name"),
        countries=_each(record.get("production_countries"), "iso_3166_1") or _texts(record.get("origin_country")),
        languages=_each(record.get("spoken_languages"), "iso_639_1") or _texts([record.get("original_language")]),
        genres=_genres(record),
        keywords=_each(_list(record, "keywords", "keywords"), "name"),
        fsk=values.fsk(f"FSK {_certificate(record, 'DE')}"),
        mpa=values.mpa(_certificate(record, "US")),
        imdb=record.get("imdb_id") or _at(record, "external_ids", "imdb_id"),
        tmdb=record.get("id"),
        wikidata=clean(_at(record, "external_ids", "wikidata_id")) or None,
        directors=_jobs(crew, {"Director"}),
        writers=_jobs(crew, WRITING),
        cast=[(each.get("name"), each.get("character")) for each in _cast(record)],
        music=_jobs(crew, {"Original Music Composer", "Music"}),
        cinematography=_jobs(crew, {"Director of Photography"}),
        english=_translation(record, "en").get("overview"),
        german=german.get("overview"),
        overview=overview,
        votes=record.get("vote_count"),
        poster=f"{POSTERS}{record['poster_path']}" if _texts([record.get("poster_path")]) else None,
        where=list(_showings(record)),
    )


def _at(record: dict[str, Any], *steps: str) -> Any:
    """The value at the end of nested names; None where one of them is missing."""
    value: Any = record
    for step in steps:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _list(record: dict[str, Any], *steps: str) -> list[Any]:
    value = _at(record, *steps)
    return value if isinstance(value, list) else []


def _each(listed: object, name: str) -> list[Any]:
    return [each.get(name) for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def _texts(listed: object) -> list[str]:
    return [each for each in listed if isinstance(each, str) and each] if isinstance(listed, list) else []


def _genres(record: dict[str, Any]) -> list[Any]:
    numbers = record.get("genre_ids")
    known = [GENRES.get(each) for each in numbers if isinstance(each, int)] if isinstance(numbers, list) else []
    return _each(record.get("genres"), "name") or known


def _cast(record: dict[str, Any]) -> list[dict[str, Any]]:
    members = [each for each in _list(record, "credits", "cast") if isinstance(each, dict)]
    return sorted(members, key=lambda each: order if isinstance(order := each.get("order"), int) else len(members))


def _jobs(crew: Iterable[dict[str, Any]], jobs: Iterable[str]) -> list[Any]:
    return [each.get("name") for each in crew if clean(each.get("job")) in jobs]


def _titles(record: dict[str, Any]) -> list[Any]:
    """Alternative titles of countries whose people Usher talks with, and the German and English translations."""
    listed = _list(record, "alternative_titles", "titles")
    shown = [each for each in listed if isinstance(each, dict) and each.get("iso_3166_1") in SHOWN_COUNTRIES]
    return [*_each(shown, "title"), _translation(record, "en").get("title")]


def _translation(record: dict[str, Any], language: str) -> dict[str, Any]:
    """The data of the first translation into a language that says something."""
    for each in _list(record, "translations", "translations"):
        data = each.get("data") if isinstance(each, dict) and each.get("iso_639_1") == language else None
        if isinstance(data, dict) and (data.get("title") or data.get("overview")):
            return data
    return {}


def _releases(record: dict[str, Any], country: str) -> list[dict[str, Any]]:
    listed = _list(record, "release_dates", "results")
    found = [
        _list(each, "release_dates") for each in listed if isinstance(each, dict) and each.get("iso_3166_1") == country
    ]
    return [release for releases in found for release in releases if isinstance(release, dict)]


def _certificate(record: dict[str, Any], country: str) -> str:
    return next((text for each in _releases(record, country) if (text := clean(each.get("certification")))), "")


def _first_release(record: dict[str, Any]) -> str | None:
    """The earliest date on which any country saw the film, for records without one of their own."""
    listed = [each for each in _list(record, "release_dates", "results") if isinstance(each, dict)]
    dates = [_each(each.get("release_dates"), "release_date") for each in listed]
    return min((date for each in dates for date in _texts(each)), default=None)


def _showings(record: dict[str, Any]) -> Iterator[Showing]:
    """Where it runs (`watch/providers`), with the page that TMDB asks to link to."""
    for country in SHOWN_COUNTRIES:
        offer = _at(record, "watch/providers", "results", country)
        address = clean(_at({"offer": offer}, "offer", "link"))
        for name, kind in KINDS:
            for provider in _each(offer.get(name) if isinstance(offer, dict) else None, "provider_name")[:10]:
                try:
                    yield Showing(
                        country=country,
                        provider=clean(provider),
                        kind=kind,
                        address=address if address.startswith("https://") else None,
                    )
                except ValidationError:
                    continue
