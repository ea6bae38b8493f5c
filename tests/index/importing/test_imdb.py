import gzip
import tracemalloc

import pytest

from index.errors import CatalogueFault
from index.importing.imdb import ImdbImporter

FILES = {
    "title.basics": """tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres
tt1234567 movie Tin_Heart Blechherz 0 2011 \\N 101 Drama,Sci-Fi
tt1234568 tvEpisode Pilot Pilot 0 2011 \\N 50 Drama
tt1234569 tvEpisode Two Two 0 2011 \\N 50 Drama
tt1234570 movie Someday Someday 0 \\N \\N \\N \\N
tt1234571 movie Not_here Not_here 1 2001 \\N 90 Adult
tt12345678 tvMovie Late Late 0 2020 \\N \\N \\N""",
    "title.akas": """titleId ordering title region language types attributes isOriginalTitle
tt1234567 1 Herz_(Arbeitstitel) DE \\N working \\N 0
tt1234567 2 Das_Blechherz DE \\N imdbDisplay \\N 0
tt1234567 3 Das_blecherne_Herz AT \\N \\N \\N 0
tt1234567 4 Heart_of_Tin GB \\N imdbDisplay \\N 0
tt1234567 5 Cœur FR \\N imdbDisplay \\N 0
tt1234568 6 Pilotfilm DE \\N imdbDisplay \\N 0""",
    "title.ratings": """tconst averageRating numVotes
tt1234567 7.1 4242""",
    "title.principals": """tconst ordering nconst category job characters
tt1234567 2 nm0000002 actress \\N ["Sea","Wind"]
tt1234567 1 nm0000001 actor \\N ["Robot"]
tt1234567 3 nm0000003 director \\N \\N
tt1234567 4 nm0000004 writer screenplay \\N
tt1234567 5 nm0000005 composer \\N \\N
tt1234567 6 nm0000006 cinematographer \\N \\N
tt1234567 7 nm0000007 producer \\N \\N
tt1234567 8 nm0000008 actor \\N \\N
tt1234568 1 nm0000001 actor \\N \\N""",
    "name.basics": """nconst primaryName birthYear deathYear primaryProfession knownForTitles
nm0000001 Bo_Berg 1970 \\N actor tt1234567
nm0000002 Cy 1970 \\N actress tt1234567
nm0000003 Ann_Lee 1970 \\N director tt1234567
nm0000004 Kim 1970 \\N writer tt1234567
nm0000005 Lo 1970 \\N composer tt1234567
nm0000006 Mo 1970 \\N cinematographer tt1234567
nm0000007 No 1970 \\N producer tt1234567""",
}


def _tsv(text):
    return text.replace(" ", "\t").replace("_", " ").encode() + b"\n"


@pytest.fixture
def write(tmp_path):
    def write_folder(*, packed=False, **changed):
        for name, text in {**FILES, **{name.replace("_", "."): text for name, text in changed.items()}}.items():
            if text is not None:
                raw = text if isinstance(text, bytes) else _tsv(text)
                (tmp_path / f"{name}.tsv{'.gz' if packed else ''}").write_bytes(gzip.compress(raw) if packed else raw)
        return tmp_path

    return write_folder


@pytest.mark.parametrize("packed", [False, True])
def test_the_data_sets_are_joined(write, read, format_of, packed):
    folder = write(packed=packed)
    assert format_of(folder) == format_of(folder / f"title.basics.tsv{'.gz' if packed else ''}") == "imdb"
    outcome = read(ImdbImporter(), folder)
    assert set(outcome.films) == {"tin-heart-2011", "late-2020"}
    film = outcome.films["tin-heart-2011"]
    assert (film.original_title, film.german_title) == ("Blechherz", "Das Blechherz")
    assert film.other_titles == ("Heart of Tin",)
    assert (film.year, film.runtime, film.votes, film.ids.imdb) == (2011, 101, 4242, "tt1234567")
    assert film.genres == ("drama", "science fiction")
    assert [(member.name, member.role) for member in film.cast] == [("Bo Berg", "Robot"), ("Cy", "Sea, Wind")]
    assert (film.directors, film.writers) == (("Ann Lee",), ("Kim",))
    assert (film.music, film.cinematography) == (("Lo",), ("Mo",))
    assert outcome.films["late-2020"].ids.imdb == "tt12345678"


def test_what_is_no_film_is_told_of_once_for_each_kind(write, read):
    reasons = {refusal.reason: refusal for refusal in read(ImdbImporter(), write()).refusals}
    assert set(reasons) == {"not a film but tvEpisode (2 rows; this is the first)", "no year", "marked as adult"}
    first = reasons["not a film but tvEpisode (2 rows; this is the first)"]
    assert (first.line, first.file) == (3, "title.basics.tsv")


def test_films_come_without_the_files_that_are_missing(write, read):
    folder = write(title_akas=None, title_ratings=None, title_principals=None, name_basics=None)
    film = read(ImdbImporter(), folder).films["tin-heart-2011"]
    assert (film.german_title, film.votes, film.cast) == ("Tin Heart", None, ())


@pytest.mark.parametrize(
    ("name", "row", "reason"),
    [
        ("title.basics", b"tt1\tmovie", "not 9 cells"),
        ("title.basics", b"nonsense" + b"\tx" * 8, "no number of IMDb"),
        ("title.basics", b"tt\xc2\xb2234567" + b"\tx" * 8, "no number of IMDb"),
        ("title.basics", b"tt7\tmovie\t\xff\tx\t0\t2000\t\\N\t\\N\t\\N", "not UTF-8"),
        ("title.basics", b"tt7\tmovie\tNext\tx\t0\t-200\t\\N\t\\N\t\\N", "year"),
        ("title.basics", b"tt7\tmovie\t" + b"x" * 1_000_001, "a line over"),
        ("title.principals", b"tt1234567\t1\tnobody\tactor\t\\N\t\\N", "no number of a person"),
        ("title.principals", b"tt1234567\t9999999999999999999999\tnm1\tactor\t\\N\t\\N", "no place in the list"),
    ],
)
def test_a_bad_row_is_refused_and_the_rest_is_taken(write, read, name, row, reason):
    outcome = read(ImdbImporter(), write(**{name.replace(".", "_"): _tsv(FILES[name]) + row + b"\n"}))
    assert "tin-heart-2011" in outcome.films
    assert any(reason in refusal.reason for refusal in outcome.refusals)


@pytest.mark.parametrize("characters", [b"[" * 5000, b"{}", b"[1, null]", b"Robot"])
def test_characters_that_are_no_list_are_no_role(write, read, characters):
    heading = _tsv(FILES["title.principals"].splitlines()[0])
    row = b"tt1234567\t1\tnm0000001\tactor\t\\N\t" + characters + b"\n"
    film = read(ImdbImporter(), write(title_principals=heading + row)).films["tin-heart-2011"]
    assert film.cast[0].name == "Bo Berg"


def test_a_file_with_other_columns_is_a_fault_that_names_it(write, read):
    with pytest.raises(CatalogueFault, match=r"title\.ratings\.tsv: has no column numVotes"):
        read(ImdbImporter(), write(title_ratings="tconst averageRating\ntt1234567 7.1"))


def test_memory_stays_small_however_many_rows_there_are(write):
    head = _tsv(FILES["title.basics"].splitlines()[0])
    rows = b"".join(b"tt%07d\ttvEpisode\tE\tE\t0\t2011\t\\N\t\\N\t\\N\n" % number for number in range(60_000))
    folder = write(title_basics=head + rows, title_akas=None, title_principals=None, name_basics=None)
    del rows
    tracemalloc.start()
    try:
        assert sum(1 for _ in ImdbImporter().read(folder)) == 1
        assert tracemalloc.get_traced_memory()[1] < 33_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        (
            "movie_title;title_year;movie_imdb_link;duration;genres;director_name;actor_1_name;actor_2_name;country;"
            "language;content_rating;num_voted_users;plot_keywords",
            "Tin Heart\xa0;2011;http://www.imdb.com/title/tt1234567/?ref_=fn;101;Drama|Sci-Fi;Ann Lee;Bo;Cy;UK;English;"
            "PG-13;4242;robot|sea",
        ),
        (
            "Poster_Link,Series_Title,Released_Year,Certificate,Runtime,Genre,IMDB_Rating,Overview,Director,Star1,Star2,"
            "No_of_Votes",
            'https://x.org/a.jpg,Tin Heart,2011,PG-13,101 min,"Drama, Sci-Fi",8,A robot.,Ann Lee,Bo,Cy,"4,242"',
        ),
        (
            "imdb_title_id,title,original_title,year,duration,genre,country,language,director,writer,actors,description,"
            "votes",
            'tt1234567,Tin Heart,Blechherz,2011,101,"Drama, Sci-Fi",UK,English,Ann Lee,Kim,"Bo, Cy",A robot.,4242',
        ),
    ],
)
def test_the_well_known_tables_are_read(tmp_path, read, format_of, heading, row):
    path = tmp_path / "films.csv"
    path.write_text(f"{heading}\n{row}\n", encoding="utf-8")
    assert format_of(path) == "imdb"
    film = read(ImdbImporter(), path).films["tin-heart-2011"]
    assert (film.runtime, film.genres, film.votes) == (101, ("drama", "science fiction"), 4242)
    assert (film.directors, [member.name for member in film.cast]) == (("Ann Lee",), ["Bo", "Cy"])


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "films", "refused"), [("imdb5000_movie_metadata.csv.gz", 4_812, 109), ("imdb_top_1000.csv.gz", 999, 1)]
)
def test_real_tables_are_taken(real, read, format_of, name, films, refused):
    assert format_of(real(name)) == "imdb"
    outcome = read(ImdbImporter(), real(name))
    assert (len(outcome.films), len(outcome.refusals)) == (films, refused)
    assert all(film.directors and film.genres for film in outcome.films.values())
