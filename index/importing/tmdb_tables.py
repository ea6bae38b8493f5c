"""Reads TMDB's CSV exports that go around: "TMDB 5000" with its credits, "The Movies Dataset", "TMDB movies" and kin.

Their headings differ (`genres`, `genre`, `Genre`), and so do their lists: JSON, Python literals, `a|b` or `a, b`.
"""

from __future__ import annotations

import ast
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from index.errors import CatalogueFault
from index.film import Film
from index.importing import values
from index.importing.cleaning import clean
from index.importing.draft import CAST_AT_MOST, Draft, make_film
from index.importing.importer import Refusal
from index.importing.scratch import scratch
from index.importing.tables import UTF8, Row, is_table, layout_of, read_rows

POSTERS = "https://image.tmdb.org/t/p/w342"
NEEDED = frozenset({"overview", "popularity", "vote_count"})
CELL_DEPTH_AT_MOST = 8
NOT_RELEASED = frozenset({"Rumored", "Planned", "Canceled"})
WRITING = frozenset({"Screenplay", "Writer", "Story", "Author"})
SCHEMA = "CREATE TABLE more (film INTEGER, field TEXT, said TEXT, PRIMARY KEY (film, field)) WITHOUT ROWID"
Cells = Mapping[str, str]


def is_tmdb_table(path: Path) -> bool:
    """Whether a table has the headings that all exports share."""
    try:
        return is_table(path) and _headings(path) >= NEEDED
    except CatalogueFault:
        return False


def read_tables(paths: Sequence[Path]) -> Iterator[Film | Refusal]:
    """The films of the tables, with the credits and keywords that stand in tables beside them."""
    films = [path for path in paths if is_tmdb_table(path)]
    with scratch(SCHEMA) as database:
        for path in paths:
            if tells_more(path):
                yield from _keep_more(path, database)
        for path in films:
            file = path.name if len(paths) > 1 else ""
            for row in read_rows(path, layout_of(path)):
                yield row._replace(file=file) if isinstance(row, Refusal) else _film(row, database, file)


def tells_more(path: Path) -> bool:
    """Whether a table holds credits or keywords of films that stand in another one."""
    try:
        headings = _headings(path)
    except CatalogueFault:
        return False
    return not headings >= NEEDED and bool(headings & {"id", "movie_id"} and headings & {"cast", "crew", "keywords"})


def _headings(path: Path) -> set[str]:
    return {heading.lower() for heading in layout_of(path, encoding=UTF8).headings}


def _keep_more(path: Path, database: sqlite3.Connection) -> Iterator[Refusal]:
    """Set aside what a table of credits or keywords says, already cut down to what a film record holds."""
    for row in read_rows(path, layout_of(path)):
        if isinstance(row, Refusal):
            yield row._replace(file=path.name)
            continue
        cells = _lower(row.cells)
        if (film := values.whole(cells.get("movie_id") or cells.get("id"))) is None:
            yield Refusal(row.line, "no number of a film", clean(" ".join(row.cells.values())[:80]), path.name)
            continue
        said = {
            "cast": _cast(cells.get("cast", "")),
            "crew": _crew(cells.get("crew", "")),
            "keywords": _names(cells.get("keywords", "")),
        }
        rows = [(film, field, json.dumps(value)) for field, value in said.items() if value]
        database.executemany("INSERT OR IGNORE INTO more VALUES (?, ?, ?)", rows)


def _film(row: Row, database: sqlite3.Connection, file: str) -> Film | Refusal:
    cells = _lower(row.cells)
    seen = " | ".join(list(row.cells.values())[:4])[:200]
    if cells.get("adult", "").lower() == "true":
        return Refusal(row.line, "marked as adult", clean(seen)[:80], file)
    if (status := cells.get("status")) in NOT_RELEASED:
        return Refusal(row.line, f"not released: {status}", clean(seen)[:80], file)
    number = values.whole(cells.get("id"))
    found = database.execute("SELECT field, said FROM more WHERE film = ?", (number,)) if number is not None else ()
    return make_film(_draft(cells, {field: json.loads(said) for field, said in found}), row.line, seen, file=file)


def _draft(cells: Cells, more: Mapping[str, Any]) -> Draft:
    crew = more.get("crew") or _crew(cells.get("crew", ""))
    return Draft(
        title=cells.get("title") or cells.get("original_title"),
        year=cells.get("release_year") or cells.get("year") or cells.get("release_date"),
        runtime=cells.get("runtime"),
        original_title=cells.get("original_title"),
        countries=_names(cells.get("production_countries", ""), "iso_3166_1"),
        languages=_names(cells.get("spoken_languages", ""), "iso_639_1") or [cells.get("original_language")],
        genres=_names(cells.get("genres") or cells.get("genre") or ""),
        keywords=more.get("keywords") or _names(cells.get("keywords", "")),
        imdb=cells.get("imdb_id"),
        tmdb=cells.get("id"),
        directors=_names(cells.get("director") or cells.get("directors") or "") or _jobs(crew, {"Director"}),
        writers=_names(cells.get("writers", "")) or _jobs(crew, WRITING),
        cast=more.get("cast") or _cast(cells.get("cast", "")),
        music=_names(cells.get("music_composer", "")) or _jobs(crew, {"Original Music Composer"}),
        cinematography=_names(cells.get("director_of_photography", "")) or _jobs(crew, {"Director of Photography"}),
        series=next(iter(_names(cells.get("belongs_to_collection", ""))), None),
        overview=cells.get("overview"),
        votes=cells.get("vote_count"),
        poster=_poster(cells),
    )


def _lower(cells: Cells) -> Cells:
    return {heading.lower(): cell for heading, cell in cells.items()}


def _poster(cells: Cells) -> str | None:
    path = cells.get("poster_path", "")
    return f"{POSTERS}{path}" if path.startswith("/") else cells.get("poster_url") or path


def _names(cell: str, code: str = "name") -> list[str]:
    """The names in a cell, however its list is written; of objects the field `code`, else their name."""
    if cell.startswith(("[", "{")):
        found = [each.get(code) or each.get("name") for each in _objects(cell)]
        return [name for name in found if isinstance(name, str)]
    return [name.strip() for name in cell.split("|" if "|" in cell else ",") if name.strip()]


def _objects(cell: str) -> list[dict[str, Any]]:
    """The objects of a cell in JSON or in Python's way of writing; none where it is neither."""
    if not cell.startswith(("[", "{")) or _depth(cell) > CELL_DEPTH_AT_MOST:
        return []
    try:
        listed = json.loads(cell)
    except (ValueError, RecursionError):
        try:
            listed = ast.literal_eval(cell)
        except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
            return []
    listed = [listed] if isinstance(listed, dict) else listed
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def _depth(cell: str) -> int:
    deepest = depth = 0
    for letter in cell:
        if letter in "[{(":
            depth += 1
            deepest = max(deepest, depth)
        elif letter in "]})":
            depth -= 1
    return deepest


def _cast(cell: str) -> list[tuple[str, str]]:
    if cell.startswith("["):
        objects = _objects(cell)[:CAST_AT_MOST]
        return [(each["name"], clean(each.get("character"))) for each in objects if isinstance(each.get("name"), str)]
    return [(name, "") for name in _names(cell)]


def _crew(cell: str) -> list[tuple[str, str]]:
    """Name and job of those whose job a film record has a field for."""
    wanted = {"Director", "Original Music Composer", "Director of Photography", *WRITING}
    return [(clean(each.get("name")), each["job"]) for each in _objects(cell) if clean(each.get("job")) in wanted]


def _jobs(crew: Sequence[Sequence[str]], jobs: frozenset[str] | set[str]) -> list[str]:
    return [name for name, job in crew if job in jobs]
