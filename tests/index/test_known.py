"""Films known by name: read from rows of facts, behind the ones that have a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.catalogue import read_catalogue
from index.errors import CatalogueFault
from index.known import COLUMNS, KNOWN, read_known

HEAD = ",".join(COLUMNS)


def known(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / KNOWN
    path.write_text("\n".join((head, *rows)) + "\n", "utf-8")
    return path


def test_a_row_becomes_a_film_without_texts(tmp_path):
    path = known(tmp_path, "Twins,1988,Twins – Zwillinge,,Ivan Reitman,comedy,siblings;unlikely friendship,US")
    (film,) = read_known(path, written=())
    assert (film.id, film.german_title, film.original_title) == ("twins-1988", "Twins – Zwillinge", "Twins")
    assert (film.themes, film.synopsis) == (("siblings", "unlikely friendship"), {})


def test_a_film_with_its_own_file_is_left_out(tmp_path):
    path = known(tmp_path, "Twins,1988,,,,,,", "Junior,1994,,,,,,")
    assert [film.id for film in read_known(path, written={"twins-1988"})] == ["junior-1994"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Twins,soon,,,,,,", ":2: 'Twins' cannot be read"),
        ("Twins,1988", "has not 8 cells"),
        ("Twins,1988,,,Ivan Reitman, junior,comedy,,US", "has not 8 cells"),
        ("Twins,1988,,,,,,usa", "cannot be read"),
    ],
)
def test_a_bad_row_is_named_with_its_line(tmp_path, row, expected):
    with pytest.raises(CatalogueFault, match=expected):
        list(read_known(known(tmp_path, row), written=()))


def test_other_columns_are_refused(tmp_path):
    with pytest.raises(CatalogueFault, match="wanted are title, year"):
        list(read_known(known(tmp_path, head="name,when"), written=()))


def test_a_catalogue_folder_reads_its_known_films_last(tmp_path):
    known(tmp_path, "Twins,1988,,,,,,")
    (tmp_path / "zorro-1998.yml").write_text("title: Zorro\nyear: 1998\n", "utf-8")
    assert [film.id for film in read_catalogue(tmp_path)] == ["zorro-1998", "twins-1988"]
