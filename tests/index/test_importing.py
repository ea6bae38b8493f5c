import gzip
import json

import pytest

from index import CatalogueFault, IndexSettings
from index.catalogue import read_catalogue
from index.importing import import_catalogue
from index.importing.cleaning import clean, clean_genres, clean_keywords
from index.settings import ROOT

SHARED = ROOT.parent / "shared" / "data" / "catalogue.jsonl.gz"
RECORD = {
    "title": "Tin Heart",
    "year": 2011,
    "genres": ["Sci-Fi", "Romance", "IMAX"],
    "synopsis": "A robot writes letters.",
}


@pytest.fixture
def settings(tmp_path):
    return IndexSettings(build=tmp_path / "build", catalogue="theirs")


def _write(path, *lines):
    path.write_bytes(b"".join(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines))
    return path


def _films(settings):
    return {film.id: film for film in read_catalogue(settings.source_path)}


def test_a_record_becomes_a_film_with_the_vocabularys_genres(tmp_path, settings):
    report = import_catalogue(_write(tmp_path / "films.jsonl", RECORD), settings)
    assert (report.films, report.with_synopsis, report.refused) == (1, 1, 0)
    film = _films(settings)["tin-heart-2011"]
    assert film.genres == ("science fiction", "romance")
    assert film.synopsis == {"en": "A robot writes letters."}


def test_the_same_file_again_gives_the_same_catalogue(tmp_path, settings):
    path = _write(tmp_path / "films.jsonl", RECORD, {**RECORD, "title": "Other"})
    import_catalogue(path, settings)
    first = settings.source_path.read_bytes()
    import_catalogue(path, settings)
    assert settings.source_path.read_bytes() == first


def test_gzipped_lines_are_read_too(tmp_path, settings):
    path = tmp_path / "films.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(RECORD).encode()))
    assert import_catalogue(path, settings).films == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{broken\n", "not JSON"),
        (b'{"title": "\xff", "year": 2000}\n', "not JSON"),
        (b"[1, 2]\n", "not a record"),
        (b'{"title": "X"}\n', "no title or no year"),
        (b'{"title": "X", "year": 99999}\n', "year"),
        (b'{"title": "' + b"x" * 1_100_000 + b'", "year": 2000}\n', "a line over"),
        (b'{"title": "X", "year": 2000, "imdb_id": "=cmd()"}\n', "imdb"),
    ],
)
def test_a_bad_record_is_refused_with_a_reason_and_the_rest_is_taken(tmp_path, settings, line, reason):
    report = import_catalogue(_write(tmp_path / "films.jsonl", RECORD, line, {**RECORD, "year": 2012}), settings)
    assert (report.films, report.refused) == (2, 1)
    refusal = json.loads(report.refusals_path.read_text())
    assert reason in refusal["reason"] and refusal["line"] == 2


def test_markup_and_hidden_characters_are_taken_out():
    assert clean("<script>alert(1)</script><b>Her</b>\u202e \x00 film") == "Her film"
    assert clean(None) == ""
    assert clean_genres(["Action & Adventure", "Kids"]) == ("action", "adventure", "family")
    assert clean_keywords(["Space", "duringcreditsstinger"]) == ("space",)


def test_two_records_of_one_film_are_merged_and_namesakes_kept_apart(tmp_path, settings):
    same = {**RECORD, "synopsis": "", "votes": 5}
    other = {**RECORD, "director": ["B"]}
    report = import_catalogue(_write(tmp_path / "films.jsonl", {**RECORD, "director": ["A"]}, same, other), settings)
    assert (report.films, report.merged) == (2, 1)
    assert _films(settings)["tin-heart-2011"].votes == 5
    assert "tin-heart-2011-2" in _films(settings)


def test_a_failed_import_leaves_the_old_catalogue(tmp_path, settings):
    import_catalogue(_write(tmp_path / "films.jsonl", RECORD), settings)
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(gzip.compress(b"\n".join([json.dumps(RECORD).encode()] * 2000))[:-40])
    with pytest.raises(CatalogueFault, match="cannot be read on"):
        import_catalogue(cut, settings)
    assert list(_films(settings)) == ["tin-heart-2011"]


def test_files_that_are_no_catalogue_and_the_name_films_are_refused(tmp_path, settings):
    (tmp_path / "notes.txt").write_text("hello")
    with pytest.raises(CatalogueFault, match="not in a format"):
        import_catalogue(tmp_path / "notes.txt", settings)
    with pytest.raises(CatalogueFault, match="no such file"):
        import_catalogue(tmp_path / "none.jsonl", settings)
    with pytest.raises(CatalogueFault, match="written by hand"):
        import_catalogue(_write(tmp_path / "films.jsonl", RECORD), IndexSettings(build=tmp_path))


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_file(), reason="the development data does not lie beside the project")
def test_real_records_are_taken(tmp_path, settings):
    part = tmp_path / "part.jsonl"
    with gzip.open(SHARED, "rb") as lines:
        part.write_bytes(b"".join(next(lines) for _ in range(500)))
    report = import_catalogue(part, settings)
    assert report.films == 500 and report.with_synopsis > 400
