"""Films as a table that spreadsheets open without running anything that stands in it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping

from index.film import Film
from index.spreadsheet import harmless

BETWEEN = "|"
CELLS: Mapping[str, Callable[[Film], object]] = {
    "title": lambda film: film.title,
    "year": lambda film: film.year,
    "original_title": lambda film: film.original_title,
    "german_title": lambda film: film.german_title,
    "other_titles": lambda film: film.other_titles,
    "runtime": lambda film: film.runtime,
    "genres": lambda film: film.genres,
    "directors": lambda film: film.directors,
    "writers": lambda film: film.writers,
    "cast": lambda film: [f"{each.name} ({each.role})" if each.role else each.name for each in film.cast],
    "music": lambda film: film.music,
    "cinematography": lambda film: film.cinematography,
    "countries": lambda film: film.countries,
    "languages": lambda film: film.languages,
    "fsk": lambda film: film.certificate.fsk,
    "mpa": lambda film: film.certificate.mpa,
    "synopsis_en": lambda film: film.synopsis.get("en"),
    "synopsis_de": lambda film: film.synopsis.get("de"),
    "themes": lambda film: film.themes,
    "moods": lambda film: film.moods,
    "style": lambda film: film.style,
    "keywords": lambda film: film.keywords,
    "content_notes": lambda film: film.content_notes,
    "awards": lambda film: film.awards,
    "series": lambda film: film.series,
    "imdb": lambda film: film.ids.imdb,
    "tmdb": lambda film: film.ids.tmdb,
    "wikidata": lambda film: film.ids.wikidata,
    "votes": lambda film: film.votes,
    "poster": lambda film: film.poster,
}


class _Line:
    """Takes what the csv module writes, one row at a time."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        """Keep the row."""
        self.text = text
        return len(text)


def table(films: Iterable[Film]) -> Iterator[str]:
    """The headings, then a row a film; several values of a cell are parted by `|`."""
    line = _Line()
    rows = csv.writer(line, lineterminator="\r\n")
    rows.writerow(CELLS)
    yield "\ufeff" + line.text
    for film in films:
        rows.writerow([_cell(read(film)) for read in CELLS.values()])
        yield line.text


def _cell(value: object) -> object:
    if isinstance(value, list | tuple):
        value = BETWEEN.join(map(str, value))
    return harmless(value) if isinstance(value, str) else value
