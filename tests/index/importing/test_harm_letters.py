"""Encodings, markup, control characters, formulas. Part of the files made to do harm (see `harm.py`)."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from index.exporting import export_catalogue
from tests.index.importing.harm import FILM, TABLE, why


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (TABLE.encode("utf-16"), "UTF-16"),
        (TABLE.encode("utf-32"), "UTF-16"),
        (b"title,year\nFine,2011\nGood \xc3\xb6 film,2012\nBad \xff film,2012\n", "not UTF-8"),
        (b"title,year\nFine,2011\nBad\x00,2012\n", "NUL"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", ""),
    ],
)
def test_a_table_in_a_wrong_encoding_is_told_of(tmp_path, take, content, reason):
    path = tmp_path / "f.csv"
    path.write_bytes(content)
    assert reason in why(take(path))


@pytest.mark.parametrize("name", ["f.json", "f.jsonl"])
@pytest.mark.parametrize("content", [json.dumps(FILM).encode("utf-16"), b'{"title": "\xff", "release_date": "2011"}'])
def test_json_in_a_wrong_encoding_is_told_of(tmp_path, take, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    films, refusals, fault = take(path)
    assert {film.title for film in films} <= {"Fine"} and (films or refusals or fault)


DIRTY = "<script>alert('x')</script>Tin\u202e\u200b <b onclick=x()>Heart</b>\u2066\x07\x1b[31m\ud800"
FORMATS = ("columns.csv", "tmdb.csv", "tmdb.json", "page.jsonld", "page.html", "film.nfo", "movies.csv", "merged.jsonl")


def _dirty_file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    ascii_only = json.dumps({"title": text, "year": 2011, "synopsis": text, "genres": ["Drama"]})
    plain = text.encode("utf-8", "ignore").decode()
    movie = json.dumps({"@type": "Movie", "name": text, "datePublished": "2011", "description": text})
    in_page = movie.replace("</", "<\\/")
    quoted = plain.replace('"', '""')
    escaped = "".join(letter for letter in plain if letter >= " ").replace("&", "&amp;").replace("<", "&lt;")
    path.write_text(
        {
            "columns.csv": f'title,year,synopsis\n"{quoted}",2011,"{quoted}"\n',
            "tmdb.csv": f'id,title,release_date,overview,popularity,vote_count\n7,"{quoted}",2011-1-1,"{quoted}",1,2\n',
            "tmdb.json": json.dumps({**FILM, "title": text, "overview": text, "original_language": "en"}),
            "page.jsonld": movie,
            "page.html": f'<script type="application/ld+json">{in_page}</script>',
            "film.nfo": f"<movie><title>{escaped}</title><year>2011</year><plot>{escaped}</plot></movie>",
            "movies.csv": f'movieId,title,genres\n1,"{quoted} (2011)",Drama\n',
            "merged.jsonl": ascii_only,
        }[name],
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_markup_control_and_direction_characters_are_taken_out(tmp_path, take, name):
    films, refusals, fault = take(_dirty_file(tmp_path, name, DIRTY))
    assert not fault and not refusals
    shown = films[0].model_dump_json()
    assert films[0].title.startswith("Tin Heart") and films[0].year == 2011
    assert not any(bad in shown for bad in ("<", "alert", "onclick", "\\u", "\u202e", "\u2066", "\u200b", "\x1b"))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "text", ["<" * 20_000, "<b " * 10_000, "</script" * 5_000, "{{7*7}}${7*7}", "%s%n" * 50, "' OR 1=1; --", "../" * 60]
)
def test_other_tricks_are_text_or_refused(tmp_path, take, name, text):
    films, refusals, fault = take(_dirty_file(tmp_path, name, text))
    assert len(films) + len(refusals) == 1 or fault
    assert all(film.id.replace("-", "").isalnum() for film in films)


@pytest.mark.parametrize("formula", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x","y")'])
@pytest.mark.parametrize("name", ["columns.csv", "tmdb.json", "film.nfo"])
def test_a_formula_is_text_here_and_in_the_table_that_is_exported(tmp_path, take, settings, name, formula):
    films, _, _ = take(_dirty_file(tmp_path, name, formula))
    assert films[0].title == formula
    export_catalogue(settings, tmp_path / "out.csv", format="csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert f"'{formula}" in cells and not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
