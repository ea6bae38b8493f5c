"""Imports the films of a MovieLens data set: as CSV (ml-latest and kin), with `::` (1M, 10M) or the 100k one.

Formats: the README of each set, https://grouplens.org/datasets/movielens/. People's ratings only count as votes.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from index.errors import CatalogueFault
from index.film import Film
from index.importing import values
from index.importing.cleaning import clean
from index.importing.draft import Draft, make_film
from index.importing.importer import Origin, Refusal
from index.importing.movielens_titles import names_in, title_and_year
from index.importing.opening import Line, open_bytes, read_lines, shown
from index.importing.scratch import scratch
from index.importing.tables import UTF8, Row, layout_of, read_rows
from index.importing.walking import below, stays_inside

GENRES_100K = (
    "unknown", "Action", "Adventure", "Animation", "Children", "Comedy", "Crime", "Documentary", "Drama", "Fantasy",
    "Film-Noir", "Horror", "Musical", "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western",
)  # fmt: skip
FIELDS_100K = 5 + len(GENRES_100K)
MOVIES = re.compile(r"(?P<set>.*)(?P<name>movies\.csv|movies\.dat|u\.item)(?P<packed>\.gz)?")
BESIDE = {
    "movies.csv": ("ratings.csv", "tags.csv", "links.csv", b","),
    "movies.dat": ("ratings.dat", "tags.dat", "", b"::"),
    "u.item": ("u.data", "", "", b"\t"),
}
TAGS_AT_MOST = 20
TAG_CHARACTERS_AT_MOST = 40
SCHEMA = """
CREATE TABLE tag (film INTEGER, word TEXT, count INTEGER, PRIMARY KEY (film, word)) WITHOUT ROWID;
CREATE TABLE link (film INTEGER PRIMARY KEY, imdb TEXT, tmdb TEXT)
"""


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one data set; `separator` stands between the cells of those that are not the films'."""

    films: Path
    ratings: Path | None
    tags: Path | None
    links: Path | None
    separator: bytes


@dataclass(frozen=True, slots=True)
class _Movie:
    line: int
    number: int
    title: str
    genres: list[str]


class MovieLensImporter:
    """Films of MovieLens, with how many people rated them and the words that people tagged them with."""

    name = "movielens"
    origin = Origin("MovieLens", "GroupLens: research use, no redistribution or commercial use without permission")

    def recognises(self, path: Path) -> bool:
        """A folder with the films' file of a data set, or that file."""
        return files_of(path) is not None

    def read(self, path: Path) -> Iterator[Film | Refusal]:
        """Every film of the data set."""
        if (files := files_of(path)) is None:
            raise CatalogueFault(f"{path}: no movies.csv, movies.dat or u.item of MovieLens; name the folder it is in")
        with scratch(SCHEMA) as database:
            votes = dict.fromkeys((each.number for each in _movies(files.films) if isinstance(each, _Movie)), 0)
            yield from _count(files, votes)
            yield from _keep_tags(files, votes, database)
            yield from _keep_links(files, database)
            for movie in _movies(files.films):
                yield movie if isinstance(movie, Refusal) else _film(movie, votes[movie.number], database)


def files_of(path: Path) -> Files | None:
    """The data set that a path means: its folder, one folder above it, or the file of its films."""
    if path.is_file():
        return _beside(path) if MOVIES.fullmatch(path.name) and _is_movielens(path) else None
    for folder in (path, *below(path)) if path.is_dir() else ():
        for name in ("movies.csv", "movies.dat", "u.item"):
            if (films := folder / name).is_file() and stays_inside(films, path) and _is_movielens(films):
                return _beside(films)
    return None


def _is_movielens(path: Path) -> bool:
    try:
        with open_bytes(path) as stream:
            first = next(read_lines(stream), None)
    except CatalogueFault:
        return False
    text = first.text if isinstance(first, Line) else b""
    if path.name.endswith("movies.csv"):
        return text.removeprefix(b"\xef\xbb\xbf").lower().startswith(b"movieid,title,genres")
    return text.count(b"::") == 2 if path.suffix == ".dat" else text.count(b"|") == FIELDS_100K - 1


def _beside(films: Path) -> Files | None:
    if not (found := MOVIES.fullmatch(films.name)):
        return None
    *names, separator = BESIDE[found["name"]]

    def beside(name: object) -> Path | None:
        options = [films.with_name(f"{found['set']}{name}{end}") for end in ("", ".gz")] if name else []
        return next((each for each in options if each.is_file() and stays_inside(each, films.parent)), None)

    ratings, tags, links = map(beside, names)
    return Files(films, ratings, tags, links, separator if isinstance(separator, bytes) else b",")


def _movies(path: Path) -> Iterator[_Movie | Refusal]:
    """The films of the file, read in the way its name asks for."""
    if path.name.endswith(".csv"):
        for row in read_rows(path, layout_of(path, separator=",", encoding=UTF8)):
            yield row if isinstance(row, Refusal) else _movie_of_row(row)
        return
    make: Callable[[Line], _Movie | None] = _movie_of_dat if path.suffix == ".dat" else _movie_of_item
    with open_bytes(path) as stream:
        for line in read_lines(stream):
            if isinstance(line, Refusal):
                yield line
            else:
                yield make(line) or Refusal(line.number, "not the cells of a film", clean(shown(line.text)))


def _movie_of_row(row: Row) -> _Movie | Refusal:
    number = values.whole(row.cells.get("movieId"))
    if number is None:
        return Refusal(row.line, "no number of a film", clean(" ".join(row.cells.values()))[:80])
    return _Movie(row.line, number, row.cells.get("title", ""), row.cells.get("genres", "").split("|"))


def _movie_of_dat(line: Line) -> _Movie | None:
    cells = _decoded(line.text).split("::")
    number = values.whole(cells[0])
    return (
        _Movie(line.number, number, cells[1], cells[2].split("|")) if len(cells) == 3 and number is not None else None
    )


def _movie_of_item(line: Line) -> _Movie | None:
    cells = _decoded(line.text).split("|")
    number = values.whole(cells[0])
    if len(cells) != FIELDS_100K or number is None:
        return None
    genres = [name for name, flag in zip(GENRES_100K, cells[5:], strict=True) if flag == "1"]
    return _Movie(line.number, number, cells[1], genres)


def _decoded(text: bytes) -> str:
    try:
        return text.decode()
    except UnicodeDecodeError:
        return text.decode("latin-1")


def _count(files: Files, votes: dict[int, int]) -> Iterator[Refusal]:
    """Count each film's ratings; lines that are none are counted too and told of once."""
    if not files.ratings:
        return
    wrong: list[Refusal] = []
    count = 0
    with open_bytes(files.ratings) as stream:
        for line in read_lines(stream):
            cells = line.text.split(files.separator, 2) if isinstance(line, Line) else []
            if len(cells) == 3 and cells[1].isdigit() and len(cells[1]) < 10:
                if (film := int(cells[1])) in votes:
                    votes[film] += 1
            elif not (isinstance(line, Line) and (line.number == 1 or not line.text)):
                count += 1
                wrong = wrong or [_not_a_rating(line)]
    if wrong:
        name = files.ratings.name
        yield wrong[0]._replace(reason=f"{wrong[0].reason} ({count} lines; this is the first)", file=name)


def _not_a_rating(line: Line | Refusal) -> Refusal:
    return line if isinstance(line, Refusal) else Refusal(line.number, "not a rating", clean(shown(line.text)))


def _keep_tags(files: Files, votes: Mapping[int, int], database: sqlite3.Connection) -> Iterator[Refusal]:
    add = "INSERT INTO tag VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1"
    for row in _side_rows(files.tags, ("userId", "movieId", "tag", "timestamp"), files.separator):
        if isinstance(row, Refusal):
            yield row
            continue
        film, word = values.whole(row.get("movieId")), clean(row.get("tag")).lower()
        if film in votes and word and len(word) <= TAG_CHARACTERS_AT_MOST:
            database.execute(add, (film, word))


def _keep_links(files: Files, database: sqlite3.Connection) -> Iterator[Refusal]:
    for row in _side_rows(files.links, ("movieId", "imdbId", "tmdbId"), files.separator):
        if isinstance(row, Refusal):
            yield row
        elif (film := values.whole(row.get("movieId"))) is not None:
            database.execute(
                "INSERT OR IGNORE INTO link VALUES (?, ?, ?)", (film, row.get("imdbId"), row.get("tmdbId"))
            )


def _side_rows(path: Path | None, names: tuple[str, ...], separator: bytes) -> Iterator[Mapping[str, str] | Refusal]:
    """The rows of a file beside the films', by the names of its cells."""
    if path is None:
        return
    if separator == b",":
        for row in read_rows(path, layout_of(path, separator=",", encoding=UTF8)):
            yield row._replace(file=path.name) if isinstance(row, Refusal) else row.cells
        return
    with open_bytes(path) as stream:
        for line in read_lines(stream):
            if isinstance(line, Refusal):
                yield line._replace(file=path.name)
            else:
                yield dict(zip(names, _decoded(line.text).split(separator.decode()), strict=False))


def _film(movie: _Movie, votes: int, database: sqlite3.Connection) -> Film | Refusal:
    written, year = title_and_year(clean(movie.title))
    title, others = names_in(written)
    imdb, tmdb = database.execute("SELECT imdb, tmdb FROM link WHERE film = ?", (movie.number,)).fetchone() or (
        None,
        None,
    )
    tags = database.execute(
        "SELECT word FROM tag WHERE film = ? ORDER BY count DESC, word LIMIT ?", (movie.number, TAGS_AT_MOST)
    )
    draft = Draft(
        title=title,
        year=year,
        other_titles=others,
        genres=movie.genres,
        keywords=[word for (word,) in tags],
        imdb=imdb,
        tmdb=tmdb,
        votes=votes or None,
    )
    return make_film(draft, movie.line, movie.title)
