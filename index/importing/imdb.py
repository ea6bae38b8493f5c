"""Imports films from IMDb: the folder of its data sets (see `imdb_folder`) and the tables that others made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from index.errors import CatalogueFault
from index.film import Film
from index.importing import values
from index.importing.draft import Draft, make_film
from index.importing.imdb_folder import folder_of, read_folder
from index.importing.importer import Origin, Refusal
from index.importing.tables import UTF8, Row, is_table, layout_of, read_rows

SIGNATURES = (
    frozenset({"movie_title", "title_year", "movie_imdb_link"}),
    frozenset({"series_title", "released_year", "imdb_rating"}),
    frozenset({"imdb_title_id", "title", "year"}),
)
HEADINGS: Mapping[str, Sequence[str]] = {
    "title": ("movie_title", "series_title", "title"),
    "original_title": ("original_title",),
    "year": ("title_year", "released_year", "year"),
    "runtime": ("duration", "runtime"),
    "genres": ("genres", "genre"),
    "keywords": ("plot_keywords",),
    "countries": ("country",),
    "languages": ("language",),
    "certificate": ("content_rating", "certificate"),
    "imdb": ("imdb_title_id", "movie_imdb_link"),
    "directors": ("director_name", "director"),
    "writers": ("writer",),
    "cast": ("actors",),
    "overview": ("overview", "description"),
    "votes": ("num_voted_users", "no_of_votes", "votes"),
    "poster": ("poster_link",),
}
STARS = ("actor_1_name", "actor_2_name", "actor_3_name", "star1", "star2", "star3", "star4")


class ImdbImporter:
    """Films of IMDb: `title.basics.tsv` and what lies beside it, or a well-known table made of IMDb's pages."""

    name = "imdb"
    origin = Origin("IMDb", "IMDb: personal and non-commercial use")

    def recognises(self, path: Path) -> bool:
        """A folder with `title.basics.tsv`, that file itself, or a table with the headings of a well-known one."""
        return folder_of(path) is not None or _is_known_table(path)

    def read(self, path: Path) -> Iterator[Film | Refusal]:
        """Every film of the data sets or of the table."""
        if (folder := folder_of(path)) is not None:
            yield from read_folder(folder)
            return
        for row in read_rows(path, layout_of(path)):
            yield row if isinstance(row, Refusal) else _film(row)


def _is_known_table(path: Path) -> bool:
    try:
        headings = {heading.lower() for heading in layout_of(path, encoding=UTF8).headings} if is_table(path) else set()
    except CatalogueFault:
        return False
    return any(signature <= headings for signature in SIGNATURES)


def _film(row: Row) -> Film | Refusal:
    cells = {heading.lower(): cell for heading, cell in row.cells.items()}
    said = {field: next((cells[each] for each in among if each in cells), "") for field, among in HEADINGS.items()}
    stars = [cells[each] for each in STARS if each in cells] or _list(said["cast"])
    return make_film(_draft(said, stars), row.line, " | ".join([said["title"], said["year"], *stars]))


def _draft(said: Mapping[str, str], stars: Sequence[str]) -> Draft:
    return Draft(
        title=said["title"],
        year=said["year"],
        runtime=said["runtime"],
        original_title=said["original_title"],
        countries=_list(said["countries"]),
        languages=_list(said["languages"]),
        genres=_list(said["genres"]),
        keywords=_list(said["keywords"]),
        mpa=values.mpa(said["certificate"]),
        imdb=said["imdb"],
        directors=_list(said["directors"]),
        writers=_list(said["writers"]),
        cast=[(name, None) for name in stars],
        overview=said["overview"],
        votes=said["votes"],
        poster=said["poster"],
    )


def _list(cell: str) -> list[str]:
    return [each.strip() for each in cell.split("|" if "|" in cell else ",")]
