"""The committed catalogue: in order, complete, and checked for facts since it last changed."""

from __future__ import annotations

import csv
from pathlib import Path

from index.checking import check_films, film_files, outdated_facts

FILMS = Path("data/films")


def test_every_film_is_in_order():
    assert [str(finding) for finding in check_films(film_files()).findings] == []


def test_no_film_changed_since_its_facts_were_checked():
    assert outdated_facts(FILMS, film_files()) == [], "run `usher films check --keep` beside the list of facts"


def test_every_exception_says_why():
    with (FILMS / "exceptions.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            assert (FILMS / f"{row['film']}.yml").is_file(), row
            assert len(row["reason"].split()) >= 3, row
