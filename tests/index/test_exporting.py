"""A catalogue handed out: whole, harmless in spreadsheets and web pages, and readable by our own importers."""

from __future__ import annotations

import csv
import json

import pytest

from index import CatalogueFault, IndexSettings
from index.exporting import FORMATS, export_catalogue
from index.film import CastMember, Certificate, Film, Ids, Review
from index.importing import import_catalogue

HER = Film(
    id="her-2013", title="Her", year=2013, runtime=126, german_title="Sie", other_titles=("她",),
    countries=("US",), languages=("en",), genres=("drama", "science fiction"), certificate=Certificate(fsk=12, mpa="R"),
    ids=Ids(imdb="tt1798709", tmdb=152601), directors=("Spike Jonze",), writers=("Spike Jonze",),
    cast=(CastMember(name="Joaquin Phoenix", role="Theodore"), CastMember(name="Amy Adams")), votes=9,
    synopsis={"en": "A lonely man falls in love with the voice of his computer.", "de": "Ein Mann liebt eine Stimme."},
    reviews=(Review(aspect="reception", language="en", text="It stays with you for days.", author="A. Critic"),),
    keywords=("loneliness",),
)  # fmt: skip
NASTY = Film(id="nasty-2000", title="=HYPERLINK(1)", year=2000, directors=("@cmd", "-2+3"), keywords=("+1",),
             synopsis={"en": "</script><b>& so on"})  # fmt: skip


@pytest.fixture
def settings(tmp_path):
    path = tmp_path / "films.jsonl"
    path.write_text("".join(film.model_dump_json(exclude_defaults=True) + "\n" for film in (HER, NASTY)))
    return IndexSettings(build=tmp_path / "build", films=path)


def test_a_table_holds_no_formula(settings, tmp_path):
    path = tmp_path / "out.csv"
    assert export_catalogue(settings, path, format="csv") == 2
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["cast"] == "Joaquin Phoenix (Theodore)|Amy Adams"
    assert (rows[1]["title"], rows[1]["directors"], rows[1]["keywords"]) == ("'=HYPERLINK(1)", "'@cmd|-2+3", "'+1")
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())


def test_json_ld_tells_of_movies_and_closes_no_script(settings, tmp_path):
    path = tmp_path / "out.jsonld"
    export_catalogue(settings, path, format="json-ld")
    text = path.read_text()
    assert "<" not in text
    document = json.loads(text)
    movie = document["@graph"][0]
    assert document["@context"] == "https://schema.org"
    assert (movie["@type"], movie["name"], movie["duration"]) == ("Movie", "Her", "PT126M")
    assert movie["actor"][0]["characterName"] == "Theodore"
    assert movie["sameAs"] == ["https://www.imdb.com/title/tt1798709", "https://www.themoviedb.org/movie/152601"]


@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_handed_out_can_be_brought_in_again(settings, tmp_path, format_):
    path = tmp_path / f"out.{'json' if format_ == 'json-ld' else format_}"
    export_catalogue(settings, path, format=format_)
    theirs = IndexSettings(build=tmp_path / "build", catalogue="theirs")
    report = import_catalogue(path, theirs)
    assert (report.films, report.refused) == (2, 0)
    film, nasty = (Film.model_validate_json(line) for line in theirs.source_path.read_text().splitlines())
    assert (film.title, film.year, film.runtime, film.directors, film.ids) == ("Her", 2013, 126, HER.directors, HER.ids)
    assert (film.cast, film.genres, dict(film.synopsis)) == (HER.cast, HER.genres, dict(HER.synopsis))
    assert nasty.title == "=HYPERLINK(1)"
    if format_ == "jsonl":
        assert film == HER


def test_the_old_file_stays_when_the_format_is_unknown_or_the_catalogue_breaks(settings, tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("old")
    with pytest.raises(CatalogueFault, match="there are json-ld, csv, jsonl"):
        export_catalogue(settings, path, format="xml")
    with settings.source_path.open("a") as file:
        file.write("{broken\n")
    with pytest.raises(CatalogueFault):
        export_catalogue(settings, path, format="csv")
    assert path.read_text() == "old" and sorted(each.name for each in tmp_path.iterdir()) == ["films.jsonl", "out.csv"]
