import csv
import gzip
import json
import zipfile

import pytest

from index.importing.tmdb import TmdbImporter

DETAILS = {
    "adult": False,
    "id": 77,
    "imdb_id": "tt1234567",
    "title": "Tin Heart",
    "original_title": "Blechherz",
    "original_language": "de",
    "overview": "A robot writes letters to the sea, and the sea writes back.",
    "release_date": "2011-04-03",
    "runtime": 101,
    "genres": [{"id": 878, "name": "Science Fiction"}, {"id": 10770, "name": "TV Movie"}],
    "production_countries": [{"iso_3166_1": "DE", "name": "Germany"}],
    "spoken_languages": [{"iso_639_1": "de", "name": "Deutsch"}, {"iso_639_1": "xx", "name": "No Language"}],
    "belongs_to_collection": {"id": 1, "name": "Hearts"},
    "poster_path": "/tin.jpg",
    "vote_count": 42,
    "credits": {
        "cast": [
            {"name": "Cy", "character": "Sea (voice)", "order": 1},
            {"name": "Bo", "character": "Robot", "order": 0},
        ],
        "crew": [
            {"name": "Ann Lee", "job": "Director"},
            {"name": "Kim", "job": "Screenplay"},
            {"name": "Lo", "job": "Original Music Composer"},
            {"name": "Mo", "job": "Director of Photography"},
            {"name": "No", "job": "Catering"},
        ],
    },
    "keywords": {"keywords": [{"id": 1, "name": "robot"}, {"id": 2, "name": "aftercreditsstinger"}]},
    "alternative_titles": {
        "titles": [{"iso_3166_1": "US", "title": "Heart of Tin"}, {"iso_3166_1": "BR", "title": "Coração"}]
    },
    "release_dates": {
        "results": [
            {"iso_3166_1": "DE", "release_dates": [{"certification": ""}, {"certification": "12"}]},
            {"iso_3166_1": "US", "release_dates": [{"certification": "PG-13"}]},
        ]
    },
    "translations": {
        "translations": [
            {"iso_639_1": "de", "data": {"title": "Das Blechherz", "overview": "Ein Roboter schreibt dem Meer."}}
        ]
    },
    "watch/providers": {
        "results": {
            "DE": {"link": "https://www.themoviedb.org/movie/77/watch", "flatrate": [{"provider_name": "Kanopy"}]}
        }
    },
}


@pytest.fixture
def write(tmp_path):
    def write_csv(name, headings, *rows, delimiter=","):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows([headings, *rows])
        return path

    return write_csv


def _only(outcome):
    assert len(outcome.films) == 1
    return next(iter(outcome.films.values()))


def test_every_field_of_the_details_is_read(tmp_path, read, format_of):
    path = tmp_path / "77.json"
    path.write_text(json.dumps(DETAILS))
    assert format_of(path) == "tmdb"
    film = _only(read(TmdbImporter(), path))
    assert (film.id, film.original_title, film.german_title) == ("tin-heart-2011", "Blechherz", "Das Blechherz")
    assert film.other_titles == ("Heart of Tin",)
    assert film.synopsis == {"en": DETAILS["overview"], "de": "Ein Roboter schreibt dem Meer."}
    assert (film.certificate.fsk, film.certificate.mpa) == (12, "PG-13")
    assert (film.ids.imdb, film.ids.tmdb) == ("tt1234567", 77)
    assert [(member.name, member.role) for member in film.cast] == [("Bo", "Robot"), ("Cy", "Sea (voice)")]
    assert (film.directors, film.writers) == (("Ann Lee",), ("Kim",))
    assert (film.music, film.cinematography) == (("Lo",), ("Mo",))
    assert (film.genres, film.keywords) == (("science fiction",), ("robot",))
    assert (film.countries, film.languages, film.runtime, film.votes) == (("DE",), ("de",), 101, 42)
    assert (film.series, film.poster) == ("Hearts", "https://image.tmdb.org/t/p/w342/tin.jpg")
    assert [(place.country, place.provider, place.kind) for place in film.where] == [("DE", "Kanopy", "stream")]


@pytest.mark.parametrize("form", ["array", "lines", "packed lines", "list answer", "folder", "pretty"])
def test_every_form_of_the_answers_is_read(tmp_path, read, format_of, form):
    films = [DETAILS, {**DETAILS, "id": 78, "title": "Other"}]
    path = tmp_path / {"lines": "f.jsonl", "packed lines": "f.jsonl.gz", "folder": "films"}.get(form, "f.json")
    if form == "folder":
        path.mkdir()
        for film in films:
            (path / f"{film['id']}.json").write_text(json.dumps(film))
    elif form == "array":
        path.write_text(json.dumps(films))
    elif form == "pretty":
        path.write_text("\n".join(json.dumps(film, indent=2) for film in films))
    elif form == "list answer":
        path.write_text(json.dumps({"page": 1, "results": films}))
    else:
        text = "\n".join(map(json.dumps, films)).encode()
        path.write_bytes(gzip.compress(text) if form == "packed lines" else text)
    assert format_of(path) == "tmdb"
    assert set(read(TmdbImporter(), path).films) == {"tin-heart-2011", "other-2011"}


def test_a_list_answers_genre_numbers_are_names(tmp_path, read):
    short = {name: DETAILS[name] for name in ("id", "title", "overview", "release_date")}
    path = tmp_path / "page.json"
    path.write_text(json.dumps({"results": [{**short, "genre_ids": [878, 18]}]}))
    assert _only(read(TmdbImporter(), path)).genres == ("science fiction", "drama")


def test_details_asked_for_in_german_have_a_german_synopsis(tmp_path, read):
    german = "Ein Roboter schreibt dem Meer, und das Meer schreibt zurück."
    path = tmp_path / "77.json"
    path.write_text(json.dumps({**DETAILS, "translations": {}, "overview": german}))
    assert _only(read(TmdbImporter(), path)).synopsis == {"de": german}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"adult": True}, "adult"),
        ({"release_date": ""}, "no year"),
        ({"title": None}, "no title"),
        ({"title": ["x"]}, "no title"),
        ({"release_date": "0099-01-01"}, "no year"),
        ({"imdb_id": "=cmd()"}, "imdb"),
        ({"runtime": 100_000}, "runtime"),
        ({"title": "x" * 301}, "a title of 301 characters"),
        ({"overview": "x" * 10_001}, "a synopsis of 10001"),
    ],
)
def test_a_bad_answer_is_refused_with_a_reason(tmp_path, read, change, reason):
    path = tmp_path / "f.json"
    dateless = {**DETAILS, "release_dates": {}}
    path.write_text(json.dumps([{**dateless, **change}, DETAILS]))
    outcome = read(TmdbImporter(), path)
    assert len(outcome.films) == 1 and reason in outcome.refusals[0].reason


@pytest.mark.parametrize("field", sorted(set(DETAILS) - {"title", "id", "release_date"}))
@pytest.mark.parametrize(
    "value", ["text", 7, -1.5, [], [[]], [None, 3, "x"], {"results": 3}, {"cast": {}, "crew": [1]}]
)
def test_a_field_of_the_wrong_kind_never_breaks_the_import(tmp_path, read, field, value):
    path = tmp_path / "f.json"
    path.write_text(json.dumps([{**DETAILS, field: value}]))
    outcome = read(TmdbImporter(), path)
    assert len(outcome.films) + len(outcome.refusals) == 1


MOVIES = ("id", "title", "overview", "popularity", "vote_count", "release_date", "genres", "keywords", "status")
MOVIE = (
    77, "Tin Heart", "A robot.", 1.5, 42, "2011-04-03", '[{"id": 878, "name": "Science Fiction"}]',
    '[{"id": 1, "name": "robot"}]', "Released",
)  # fmt: skip
CAST = '[{"cast_id": 4, "character": "Robot", "name": "Bo", "order": 0}]'
CREW = '[{"job": "Director", "name": "Ann Lee"}, {"job": "Catering", "name": "No"}]'


@pytest.mark.parametrize("packed", [False, True])
def test_tmdb_5000_is_joined_with_its_credits(tmp_path, read, format_of, write, packed):
    films = write("set/tmdb_5000_movies.csv", MOVIES, MOVIE)
    people = write("set/tmdb_5000_credits.csv", ("movie_id", "title", "cast", "crew"), (77, "Tin Heart", CAST, CREW))
    path = films.parent
    if packed:
        path = tmp_path / "set.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(films, films.name)
            archive.write(people, people.name)
    assert format_of(path) == "tmdb"
    film = _only(read(TmdbImporter(), path))
    assert (film.directors, film.cast[0].name, film.cast[0].role) == (("Ann Lee",), "Bo", "Robot")
    assert (film.genres, film.keywords) == (("science fiction",), ("robot",))


def test_lists_in_pythons_way_of_writing_are_read(read, write):
    row = [*MOVIE[:6], "[{'id': 878, 'name': 'Science Fiction'}]", "[{'id': 1, 'name': \"robot's heart\"}]", "Released"]
    film = _only(read(TmdbImporter(), write("movies_metadata.csv", MOVIES, row)))
    assert (film.genres, film.keywords) == (("science fiction",), ("robot's heart",))


@pytest.mark.parametrize(
    "cell", ["[" * 5000, "[{'name': " + "-" * 50_000 + "1}]", "[__import__('os')]", '[{"name": 3}, 4]']
)
def test_a_cell_that_is_no_list_is_left_out(read, write, cell):
    path = write("movies.csv", MOVIES, [*MOVIE[:6], cell, cell, "Released"])
    assert _only(read(TmdbImporter(), path)).genres == ()


def test_the_large_export_and_the_one_with_bars_are_read(read, write):
    commas = write(
        "TMDB_movie_dataset_v11.csv",
        ("id", "title", "vote_count", "status", "release_date", "runtime", "adult", "imdb_id", "original_language",
         "overview", "popularity", "poster_path", "genres", "production_countries", "spoken_languages", "keywords"),
        (77, "Tin Heart", 42, "Released", "2011-04-03", 101, "False", "tt1234567", "de", "A robot.", 1.5, "/a.jpg",
         "Science Fiction, Drama", "Germany, United States of America", "German, English", "robot, sea"),
        (78, "Soon", 0, "Planned", "2031-04-03", 0, "False", "", "de", "", 0, "", "", "", "", ""),
        (79, "Not here", 0, "Released", "2001-04-03", 0, "True", "", "de", "", 0, "", "", "", "", ""),
    )  # fmt: skip
    outcome = read(TmdbImporter(), commas)
    film = _only(outcome)
    assert (film.countries, film.languages, film.keywords) == (("DE", "US"), ("de", "en"), ("robot", "sea"))
    assert [refusal.reason for refusal in outcome.refusals] == ["not released: Planned", "marked as adult"]
    bars = write(
        "tmdb-movies.csv",
        ("id", "imdb_id", "popularity", "original_title", "cast", "director", "keywords", "overview", "genres",
         "release_date", "release_year", "vote_count"),
        (77, "tt1234567", 1.5, "Tin Heart", "Bo|Cy", "Ann Lee", "robot|sea", "A robot.", "Drama", "4/3/11", 2011, 42),
    )  # fmt: skip
    film = _only(read(TmdbImporter(), bars))
    assert (film.year, [member.name for member in film.cast], film.keywords) == (2011, ["Bo", "Cy"], ("robot", "sea"))


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "films", "refused"),
    [
        ("tmdb-movies-10866.zip", 10_865, 0),
        ("tmdb_5000_movies.zip", 4_797, 6),
        ("tmdb_top10k.csv.gz", 10_000, 1),
        ("mymoviedb.csv.gz", 9_820, 20),
    ],
)
def test_real_exports_are_taken(real, read, format_of, name, films, refused):
    assert format_of(real(name)) == "tmdb"
    outcome = read(TmdbImporter(), real(name))
    assert len(outcome.films) >= films - 150 and len(outcome.refusals) == refused
    told = sum(bool(film.synopsis and film.genres) for film in outcome.films.values())
    assert told > 0.95 * len(outcome.films)
