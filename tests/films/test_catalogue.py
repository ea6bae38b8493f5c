"""The committed catalogue: in order, complete, and checked for facts since it last changed."""

from __future__ import annotations

import csv
from pathlib import Path

from index.checking import check_films, film_files, outdated_facts
from index.checking.by_name import check_known
from index.known import KNOWN, read_known

FILMS = Path("data/films")


def test_every_film_is_in_order():
    assert [str(finding) for finding in check_films(film_files()).findings] == []


def test_every_film_known_by_name_is_in_order():
    assert [str(finding) for finding in check_known(FILMS).findings] == []


def test_no_film_changed_since_its_facts_were_checked():
    assert outdated_facts(FILMS, film_files()) == [], "run `usher films check --keep` beside the list of facts"


def test_every_exception_says_why():
    written = {path.stem for path in film_files()}
    films = written | {film.id for film in read_known(FILMS / KNOWN, written=written)}
    with (FILMS / "exceptions.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            assert row["film"] in films, row
            assert len(row["reason"].split()) >= 3, row


def test_the_readme_counts_what_is_there():
    written = {path.stem for path in film_files()}
    known = sum(1 for _ in read_known(FILMS / KNOWN, written=written))
    assert f"It knows {len(written):,} films well and {known:,} more by name." in Path("README.md").read_text("utf-8")
