"""Reads IMDb's data sets (https://developer.imdb.com/non-commercial-datasets/) in one pass over each file.

`title.principals` alone has ninety million rows: what belongs to a film goes into a database on disk, and memory holds
one bit for each film and person.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from index.film import Film
from index.importing.draft import Draft, make_film
from index.importing.imdb_rows import GERMAN, OTHER, Akas, Basics, Marks, Names, Principals, Ratings, Rows
from index.importing.importer import Refusal
from index.importing.scratch import scratch
from index.importing.walking import stays_inside

SCHEMA = """
CREATE TABLE film
    (number INTEGER PRIMARY KEY, line INTEGER, title TEXT, original TEXT, year TEXT, runtime TEXT, genres TEXT);
CREATE TABLE votes (film INTEGER PRIMARY KEY, count TEXT);
CREATE TABLE alias (film INTEGER, rank INTEGER, title TEXT, PRIMARY KEY (film, rank, title)) WITHOUT ROWID;
CREATE TABLE part
    (film INTEGER, place INTEGER, person INTEGER, job TEXT, role TEXT, PRIMARY KEY (film, place)) WITHOUT ROWID;
CREATE TABLE person (number INTEGER PRIMARY KEY, name TEXT)
"""


def folder_of(path: Path) -> Path | None:
    """The folder with the data sets that a path means; None where `title.basics` is missing."""
    folder = path if path.is_dir() else path.parent
    is_meant = path.is_dir() or path.name.startswith("title.basics.tsv")
    return folder if is_meant and _file(folder, "title.basics") else None


def read_folder(folder: Path) -> Iterator[Film | Refusal]:
    """Every film with its German title, its votes and its people, as far as their files are there."""
    films, people = Marks(), Marks()
    with scratch(SCHEMA) as database:
        for name, pass_class in PASSES.items():
            if path := _file(folder, name):
                rows = pass_class(path, films, people)
                database.executemany(rows.statement, rows)
                yield from rows.passed_over()
        yield from _films(database)


def _file(folder: Path, name: str) -> Path | None:
    found = (folder / f"{name}.tsv", folder / f"{name}.tsv.gz")
    return next((path for path in found if path.is_file() and stays_inside(path, folder)), None)


PASSES: Mapping[str, type[Rows]] = {
    "title.basics": Basics,
    "title.ratings": Ratings,
    "title.akas": Akas,
    "title.principals": Principals,
    "name.basics": Names,
}


def _films(database: sqlite3.Connection) -> Iterator[Film | Refusal]:
    films = "SELECT film.*, count FROM film LEFT JOIN votes ON film = number ORDER BY number"
    people = "SELECT job, name, role FROM part JOIN person ON person = number WHERE film = ? ORDER BY place"
    aliases = "SELECT rank, title FROM alias WHERE film = ? ORDER BY rank, title"
    for number, line, title, original, year, runtime, genres, votes in database.execute(films):
        draft = Draft(
            title=title,
            year=year,
            runtime=runtime,
            original_title=original,
            genres=(genres or "").split(","),
            imdb=f"tt{number:07}",
            votes=votes,
        )
        _add_titles(draft, database.execute(aliases, (number,)))
        _add_people(draft, database.execute(people, (number,)))
        yield make_film(draft, line, f"tt{number:07} {title}", file="title.basics")


def _add_titles(draft: Draft, aliases: Iterator[tuple[int, str]]) -> None:
    ranked = list(aliases)
    draft.german_title = next((title for rank, title in ranked if rank < OTHER), None)
    draft.other_titles = [title for rank, title in ranked if rank in (GERMAN, GERMAN + 1, OTHER)]


def _add_people(draft: Draft, parts: Iterator[tuple[str, str, str | None]]) -> None:
    people: dict[str, list[str]] = {}
    cast = []
    for job, name, role in parts:
        if job == "cast":
            cast.append((name, _roles(role)))
        else:
            people.setdefault(job, []).append(name)
    draft.cast, draft.directors, draft.writers = cast, people.get("directors", ()), people.get("writers", ())
    draft.music, draft.cinematography = people.get("music", ()), people.get("cinematography", ())


def _roles(characters: str | None) -> str | None:
    """The names in `["Ripley","Clone #8"]`; a text that is no such list is left out."""
    try:
        names = json.loads(characters or "[]")
    except (ValueError, RecursionError):
        return None
    return ", ".join(str(name) for name in names[:4]) or None if isinstance(names, list) else None
