import gzip
import zipfile

import pytest

from index.errors import CatalogueFault
from index.importing.movielens import MovieLensImporter
from index.importing.movielens_titles import names_in, title_and_year

ITEM = "1|Tin Heart (1995)|01-Jan-1995||http://us.imdb.com/|" + "|".join("0001000010000001000")
LATEST = {
    "movies.csv": 'movieId,title,genres\n1,"Heart, The (Coeur, Le) (2011)",Drama|Sci-Fi|IMAX\n2,No year,Drama\n'
    "3,M (1931),(no genres listed)\n",
    "ratings.csv": "userId,movieId,rating,timestamp\n1,1,4.0,1\n2,1,3.5,1\n1,3,5.0,1\n1,99,5.0,1\n",
    "tags.csv": "userId,movieId,tag,timestamp\n1,1,sea,1\n2,1,Robot,1\n3,1,robot,1\n1,1," + "long " * 20 + ",1\n",
    "links.csv": "movieId,imdbId,tmdbId\n1,0123456,77\n3,,\n",
}
OLD = {
    "movies.dat": "1::Heart, The (Coeur, Le) (2011)::Drama|Sci-Fi\n3::M (1931)::Drama\n",
    "ratings.dat": "1::1::4::1\n2::1::3::1\n",
    "tags.dat": "1::1::sea::1\n2::1::robot::1\n3::1::robot::1\n",
}


@pytest.fixture
def write(tmp_path):
    def write_folder(files, encoding="utf-8"):
        folder = tmp_path / "ml"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return folder

    return write_folder


@pytest.mark.parametrize("form", ["folder", "file", "zip"])
def test_the_csv_form_is_joined(tmp_path, write, read, format_of, form):
    path = write(LATEST)
    if form == "file":
        path = path / "movies.csv"
    elif form == "zip":
        path = tmp_path / "ml-latest-small.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in LATEST.items():
                archive.writestr(f"ml-latest-small/{name}", text)
    assert format_of(path) == "movielens"
    outcome = read(MovieLensImporter(), path)
    film = outcome.films["the-heart-2011"]
    assert (film.title, film.other_titles) == ("The Heart", ("Le Coeur",))
    assert (film.genres, film.keywords) == (("drama", "science fiction"), ("robot", "sea"))
    assert (film.votes, film.ids.imdb, film.ids.tmdb) == (2, "tt0123456", 77)
    assert (outcome.films["m-1931"].votes, outcome.films["m-1931"].ids.imdb) == (1, None)
    assert [refusal.reason for refusal in outcome.refusals] == ["no year"]


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_the_older_form_is_joined(write, read, format_of, encoding):
    text = OLD["movies.dat"].replace("Coeur", "Cœur" if encoding == "utf-8" else "Cæur")
    folder = write({**OLD, "movies.dat": text}, encoding)
    assert format_of(folder) == "movielens"
    film = read(MovieLensImporter(), folder).films["the-heart-2011"]
    assert (film.votes, film.keywords) == (2, ("robot", "sea"))
    assert film.other_titles[0] in ("Le Cœur", "Le Cæur")


def test_the_100k_form_is_joined(write, read, format_of):
    folder = write({"u.item": ITEM + "\n", "u.data": "1\t1\t5\t1\n2\t1\t3\t1\n"})
    assert format_of(folder) == format_of(folder / "u.item") == "movielens"
    film = read(MovieLensImporter(), folder).films["tin-heart-1995"]
    assert (film.genres, film.votes) == (("animation", "drama", "science fiction"), 2)


def test_bad_lines_are_told_of_and_the_rest_is_taken(write, read):
    ratings = LATEST["ratings.csv"].encode() + b"garbage\n1,x,3,1\n1," + b"9" * 2_000_000 + b",1,1\n"
    movies = LATEST["movies.csv"].encode() + b'x,"No number (1999)",Drama\n4,\xff\xfe (1999),Drama\n'
    outcome = read(MovieLensImporter(), write({**LATEST, "ratings.csv": ratings, "movies.csv": movies}))
    assert outcome.films["the-heart-2011"].votes == 2
    reasons = [refusal.reason for refusal in outcome.refusals]
    assert "not a rating (3 lines; this is the first)" in reasons
    assert any("no number of a film" in reason for reason in reasons)
    assert any("not UTF-8" in reason for reason in reasons)


def test_another_table_of_movies_is_left_to_others(write, format_of):
    assert format_of(write({"movies.csv": "title,year\nM,1931\n"})) != "movielens"
    with pytest.raises(CatalogueFault, match="name the folder"):
        list(MovieLensImporter().read(write({"movies.csv": "title,year\nM,1931\n"})))


@pytest.mark.parametrize(
    ("written", "title", "others"),
    [
        ("Seven (a.k.a. Se7en)", "Seven", ["Se7en"]),
        ("(500) Days of Summer", "(500) Days of Summer", []),
        ("Avventura, L' (a.k.a. Adventure, The)", "L'Avventura", ["The Adventure"]),
        ("Postman, The (Postino, Il)", "The Postman", ["Il Postino"]),
        ("Boot, Das", "Das Boot", []),
        ("((((((", "((((((", []),
    ],
)
def test_titles_are_turned_the_right_way_round(written, title, others):
    assert names_in(written) == (title, others)


@pytest.mark.parametrize(
    ("written", "year"),
    [("M (1931)", "1931"), ("X (1995) (V)", "1995"), ("Y (1995– )", "1995"), ("1984", None), ("Z (31)", None)],
)
def test_the_year_stands_at_the_end(written, year):
    assert title_and_year(written)[1] == year


@pytest.mark.shared
def test_the_real_100k_set_is_taken(real, read, format_of):
    path = real("ml100k_u.item.gz")
    assert format_of(path) == "movielens"
    outcome = read(MovieLensImporter(), path)
    assert (len(outcome.films), [refusal.reason for refusal in outcome.refusals]) == (1_663, ["no year"])
    with gzip.open(real("ml100k_u.data.gz")) as ratings:
        most = max(film.votes or 0 for film in outcome.films.values())
        assert most == 583 and sum(1 for _ in ratings) == 100_000
