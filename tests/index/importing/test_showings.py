"""Where films run: brought in by an owner, filtered by, and gone when the list no longer holds them."""

from __future__ import annotations

import pytest

from index import IndexSettings
from index.additions import read_films
from index.importing import Choice, import_catalogue
from index.importing.importer import ShowingOf
from index.importing.showings import ShowingsImporter
from index.wish import Term, Wish

HEAD = ("film", "year", "country", "provider", "kind", "address")
HER = ["Her", 2013, "DE", "Netflix", "stream", "https://netflix.example/her"]
FILM = "title: {title}\nyear: {year}\nsynopsis:\n  en: A man walks through a city and talks to nobody.\n"


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "films"
    folder.mkdir()
    for title, year in (("Her", 2013), ("Ran", 1985), ("Heat", 1995)):
        (folder / f"{title.lower()}-{year}.yml").write_text(FILM.format(title=title, year=year))
    return IndexSettings(build=tmp_path / "build", films=folder)


def _where(settings):
    return {film.id: [(each.provider, each.kind) for each in film.where] for film in read_films(settings) if film.where}


@pytest.mark.parametrize("kind", ["stream", "Abo", "Flatrate", ""])
def test_kinds_and_countries_are_read_in_both_languages(table, kind):
    path = table("where.csv", ("Titel", "Jahr", "Land", "Anbieter", "Art"), ["Her", 2013, "Deutschland", "Mubi", kind])
    assert ShowingsImporter().recognises(path)
    (record,) = ShowingsImporter().read(path)
    assert isinstance(record, ShowingOf)
    assert (record.showing.country, record.showing.provider, record.showing.kind) == ("DE", "Mubi", "stream")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["", "", "DE", "Netflix", "stream", ""], "names no film"),
        (["Her", 2013, "DE", "Netflix", "steal", ""], "is no kind"),
        (["Her", 2013, "Atlantis", "Netflix", "stream", ""], "no country"),
        (["Her", 2013, "DE", "Netflix", "stream", "javascript:alert(1)"], "no https address"),
    ],
)
def test_what_cannot_be_shown_is_refused(table, row, reason):
    (refusal,) = ShowingsImporter().read(table("where.csv", HEAD, row))
    assert not isinstance(refusal, ShowingOf) and reason in refusal.reason


def test_films_written_by_hand_are_told_where_they_run_without_touching_their_files(table, own):
    before = {file: file.read_bytes() for file in own.source_path.iterdir()}
    report = import_catalogue(table("where.csv", HEAD, HER, ["Nobody", 1999, *HER[2:]]), own)
    assert (report.showings, report.refused, report.films) == (1, 1, 3)
    assert _where(own) == {"her-2013": [("Netflix", "stream")]}
    assert {file: file.read_bytes() for file in own.source_path.iterdir()} == before
    assert own.additions_path.read_text().count("\n") == 1


def test_a_newer_list_takes_away_what_it_no_longer_holds_but_nobody_elses(table, own):
    ran = ["Ran", 1985, "DE", "Mubi", "rent", ""]
    import_catalogue(table("where.csv", HEAD, HER, ran), own)
    import_catalogue(table("kino.csv", HEAD, ["Her", 2013, "DE", "Kino am Markt", "cinema", ""]), own)
    report = import_catalogue(table("where.csv", HEAD, ran, ["Heat", 1995, "DE", "Netflix", "stream", ""]), own)
    assert (report.showings, report.showings_gone) == (2, 1)
    assert _where(own) == {
        "her-2013": [("Kino am Markt", "cinema")],
        "ran-1985": [("Mubi", "rent")],
        "heat-1995": [("Netflix", "stream")],
    }


def test_the_same_list_again_gives_the_same_bytes(table, own):
    path = table("where.csv", HEAD, HER)
    import_catalogue(path, own)
    before = own.additions_path.read_bytes()
    import_catalogue(path, own, choice=Choice(again=True))
    assert own.additions_path.read_bytes() == before


def test_films_are_found_by_the_german_title_too_and_by_id(lines, table, settings, films):
    film = {
        "id": "her-2013",
        "title": "Her",
        "german_title": "Sie liebt dich",
        "year": 2013,
        "ids": {"imdb": "tt1798709"},
    }
    import_catalogue(lines("a.jsonl", film), settings)
    head = ("titel", "imdb_id", "land", "anbieter")
    rows = [["Sie liebt dich (2013)", "", "AT", "Sky"], ["", "tt1798709", "CH", "Cinefile"]]
    assert import_catalogue(table("where.csv", head, *rows), settings).showings == 2
    assert [each.provider for each in films()["her-2013"].where] == ["Sky", "Cinefile"]


def test_only_films_on_the_wished_provider_are_recommended(table, own, opened):
    import_catalogue(table("where.csv", HEAD, HER), own)
    recommender = opened(own)
    wish = Wish(text="a man walks", terms=(Term(kind="provider", key="netflix", text="on Netflix"),), language="en")
    (found,) = recommender.recommend(wish).recommendations
    assert found.film.id == "her-2013"
    assert any("Netflix" in reason.text for reason in found.reasons)
