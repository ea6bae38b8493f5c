"""Tables and JSON records by what their columns mean: guessed in two languages, or told by a mapping."""

from __future__ import annotations

import json
from typing import Any

import pytest

from index import CatalogueFault
from index.importing import Choice, Refusal, import_catalogue, preview
from index.importing.columns import ColumnsImporter
from index.importing.headings import guess
from index.importing.tables import layout_of

ENGLISH = ["Series_Title", "Released_Year", "Runtime", "Genre", "Overview", "Director", "Star1", "Star2", "imdb_id"]
HER = ["Her", "2013", "126 min", "Drama, Sci-Fi", "A lonely man and the voice of a machine.", "Spike Jonze"]
GERMAN = ["Filmtitel", "Jahr", "Laufzeit", "Genre", "Inhalt", "Regie", "Besetzung", "Land", "Sprache", "FSK"]
SIE = ["Über Liebe", "2013", "2 Std. 6 min", "Komödie", "Ein Mann und die Stimme einer Maschine, die er nicht sieht.",
       "Jörg Öl", "Anna Ä (als Eva)|Bo", "Deutschland", "Deutsch", "12"]  # fmt: skip


def _read(path, mapping=None) -> list[Any]:
    return list(ColumnsImporter(mapping).read(path))


def _one(path, mapping=None):
    (film,) = _read(path, mapping)
    return film


def test_english_headings_are_understood(table):
    film = _one(table("top.csv", ENGLISH, [*HER, "Joaquin Phoenix", "Amy Adams", "tt1798709"]))
    assert (film.title, film.year, film.runtime, film.genres) == ("Her", 2013, 126, ("drama", "science fiction"))
    assert [member.name for member in film.cast] == ["Joaquin Phoenix", "Amy Adams"]
    assert film.directors == ("Spike Jonze",) and film.ids.imdb == "tt1798709"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_german_headings_are_understood_in_every_separator_and_encoding(table, separator, encoding):
    film = _one(table("filme.csv", GERMAN, SIE, separator=separator, encoding=encoding))
    assert (film.title, film.runtime, film.genres, film.directors) == ("Über Liebe", 126, ("comedy",), ("Jörg Öl",))
    assert (film.countries, film.languages, film.certificate.fsk) == (("DE",), ("de",), 12)
    assert [(member.name, member.role) for member in film.cast] == [("Anna Ä", "Eva"), ("Bo", None)]
    assert set(film.synopsis) == {"de"}


def test_a_year_in_the_title_counts_where_there_is_no_column_for_it(table):
    path = table("names.csv", ["Movie name", "Genre"], ["Aftersun (2022)", "Drama"])
    assert ColumnsImporter().recognises(path)
    assert _one(path).year == 2022


@pytest.mark.parametrize(
    ("headings", "field", "columns"),
    [
        (["actor_1_name", "actor_2_name"], "cast", ("actor_1_name", "actor_2_name")),
        (["Erscheinungsjahr", "Titel"], "year", ("Erscheinungsjahr",)),
        (["original_title", "title"], "title", ("title",)),
        (["listed_in"], "genres", ("listed_in",)),
        (["movie_imdb_link"], "imdb", ("movie_imdb_link",)),
    ],
)
def test_headings_are_guessed(headings, field, columns):
    assert guess(headings)[field] == columns


def test_a_mapping_file_is_written_and_then_obeyed(table, tmp_path):
    path = table("odd.csv", ["Name", "Jahr", "Wer"], ["Her", "2013", "Spike Jonze / Anna B"])
    mapping = tmp_path / "odd.yml"
    assert _one(path, mapping).directors == ()
    assert "title: Name" in mapping.read_text()
    mapping.write_text(_with(mapping))
    assert _one(path, mapping).directors == ("Spike Jonze", "Anna B")


def _with(mapping):
    return (
        mapping.read_text().replace("title: Name", "title: Name\n  directors: Wer").replace("between: ''", "between: /")
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("columns: {title: Nix}", "no column 'Nix'"),
        ("columns: {rating: Name}", "no field"),
        ("separator: ;;\ncolumns: {title: Name}", "one character"),
        ("[]", "names no columns"),
        ("columns: &a {title: *a}", "alias"),
    ],
)
def test_a_wrong_mapping_is_refused_with_what_is_wrong(table, tmp_path, text, reason):
    mapping = tmp_path / "map.yml"
    mapping.write_text(text)
    with pytest.raises(CatalogueFault, match=reason):
        list(ColumnsImporter(mapping).read(table("odd.csv", ["Name", "Jahr"], ["Her", "2013"])))


@pytest.mark.parametrize("listed", [True, False])
def test_json_records_are_read_as_lines_or_as_one_list(tmp_path, listed):
    records = [{"name": "Her", "jahr": 2013, "genres": ["Drama"]}, {"name": "Ran", "jahr": "1985"}]
    path = tmp_path / ("films.json" if listed else "films.ndjson")
    path.write_text(json.dumps(records, indent=1) if listed else "\n".join(map(json.dumps, records)))
    assert [film.id for film in _read(path)] == ["her-2013", "ran-1985"]


def test_a_broken_json_list_gives_what_stands_before_the_break(tmp_path):
    path = tmp_path / "films.json"
    path.write_text('[{"title": "Her", "year": 2013}, {"title": "R')
    film, refusal = _read(path)
    assert film.id == "her-2013" and isinstance(refusal, Refusal)


def test_what_is_no_film_is_refused(table):
    path = table("shows.csv", ["type", "title", "release_year"], ["TV Show", "Dark", "2017"], ["Movie", "Her", "2013"])
    refusal, film = _read(path)
    assert refusal.reason == "not a film but tvshow" and film.id == "her-2013"


def test_lines_that_do_not_fit_are_refused_one_by_one(tmp_path):
    path = tmp_path / "films.csv"
    lines = [b"title,year", b"Her,2013", b"\xc3\xa4,1990", b"\xff\xfe,1991", b"a,2000,too,many", b"x\0y,1999", b",2001"]
    path.write_bytes(b"\n".join(lines) + b'\n"unclosed,1999\n')
    records = list(ColumnsImporter().read(path))
    assert [record.id for record in records if not isinstance(record, Refusal)] == ["her-2013", "a-1990"]
    reasons = sorted(record.reason for record in records if isinstance(record, Refusal))
    assert len(reasons) == 5 and reasons[0] == "4 cells under 2 headings"


def test_utf_16_and_binary_files_are_refused_with_a_cure(tmp_path):
    path = tmp_path / "films.csv"
    path.write_bytes("title,year\nHer,2013\n".encode("utf-16"))
    with pytest.raises(CatalogueFault, match="save it as UTF-8"):
        layout_of(path)


def test_ten_rows_can_be_seen_before_anything_is_taken(table, tmp_path):
    path = table("films.csv", ["title", "year"], *[[f"Film {n}", 2000] for n in range(30)])
    (shown,) = preview(path)
    assert len(shown.records) == 10 and shown.part.origin.source == "films"
    assert not (tmp_path / "build").exists()


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "at_least", "with_synopsis"),
    [
        ("netflix_titles.csv.gz", 6100, 6100),
        ("wiki_movies_1990s.json.gz", 2500, 2400),
        ("mymoviedb.csv.gz", 9700, 9600),
    ],
)
def test_real_files_are_taken(real, settings, name, at_least, with_synopsis):
    report = import_catalogue(real(name), settings, choice=Choice(format="columns"))
    assert report.films + report.merged >= at_least and report.with_synopsis >= with_synopsis
