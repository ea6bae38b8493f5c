"""The check of the films known by name: tags against the vocabulary, facts against a catalogue."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from index.checking.by_name import check_known
from index.known import COLUMNS, KNOWN


def write(folder: Path, *rows: str) -> Path:
    (folder / KNOWN).write_text("\n".join((",".join(COLUMNS), *rows)) + "\n", "utf-8")
    catalogue = folder / "catalogue.jsonl.gz"
    films = [
        {"title": "Twins", "year": 1988, "director": ["Ivan Reitman"]},
        {"title": "Cocoon", "year": 1985, "director": ["Ron Howard"], "alias": [["Das Wunder", 1985]]},
    ]
    with gzip.open(catalogue, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(film) + "\n" for film in films)
    return catalogue


def test_films_that_agree_are_counted(folder: Path) -> None:
    catalogue = write(folder, "Twins,1989,,,Reitman Ivan,comedy,,US", "Nowhere to Find,1999,,,,,,")
    check = check_known(folder, catalogue=catalogue)
    assert check.findings == []
    assert check.note == "2 films known by name: 1 are in the catalogue by title and year."


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Twins,1988,,,Ron Howard,comedy,,US", "directors differ from the catalogue, which says Ivan Reitman"),
        ("Other Words,1985,Das Wunder,,Ivan Reitman,comedy,,US", "which says Ron Howard"),
        ("Twins,1988,,,Ivan Reitman,komedy,,US", "'komedy' is not in vocabulary.yml under genres"),
    ],
)
def test_what_is_wrong_is_found(folder: Path, row: str, said: str) -> None:
    (finding,) = check_known(folder, catalogue=write(folder, row)).findings
    assert said in finding.message


def test_an_exception_with_a_reason_is_let_pass(folder: Path) -> None:
    catalogue = write(folder, "Twins,1988,,,Ron Howard,comedy,,US")
    (folder / "exceptions.csv").write_text("film,field,reason\ntwins-1988,directors,the catalogue is wrong\n")
    assert check_known(folder, catalogue=catalogue).findings == []


def test_without_a_catalogue_the_tags_are_still_checked(folder: Path) -> None:
    write(folder, "Twins,1988,,,Ivan Reitman,komedy,,US")
    check = check_known(folder, catalogue=folder / "absent.gz")
    assert len(check.findings) == 1 and "facts not checked" in check.note
