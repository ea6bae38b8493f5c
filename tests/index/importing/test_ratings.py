"""What one person rated elsewhere, as Letterboxd, IMDb and TMDB export it."""

from __future__ import annotations

import zipfile
from typing import Any

import pytest

from index import CatalogueFault
from index.importing import RatingOf, Refusal, import_catalogue, read_ratings
from index.importing.marks import share_of

LETTERBOXD = ("Date", "Name", "Year", "Letterboxd URI")
IMDB = ("Const", "Your Rating", "Date Rated", "Title", "Original Title", "URL", "Title Type", "IMDb Rating",
        "Runtime (mins)", "Year", "Genres", "Num Votes", "Release Date", "Directors")  # fmt: skip
TMDB = ("TMDb ID", "IMDb ID", "Type", "Name", "Release Date", "Season Number", "Episode Number", "Rating",
        "Your Rating", "Date Rated")  # fmt: skip


def _imdb(const, mark, title, kind, year):
    return [const, mark, "2024-01-01", title, title, "https://…", kind, 8, 120, year, "Drama", 100, "2013-10-12", "S J"]


def _read(path) -> list[Any]:
    return list(read_ratings(path))


def test_imdbs_ratings_are_of_ten_and_series_are_left_out(table):
    path = table(
        "ratings.csv", IMDB, _imdb("tt1798709", 9, "Her", "Movie", 2013), _imdb("tt1", 3, "Dark", "TV Series", 2017)
    )
    rating, refusal = _read(path)
    assert (rating.mention.imdb, rating.share, rating.words) == ("tt1798709", 0.9, "IMDb: 9/10")
    assert isinstance(refusal, Refusal) and refusal.reason == "not a film but tv series"


def test_tmdbs_ratings_carry_both_ids(table):
    row = [152601, "tt1798709", "movie", "Her", "2013-12-18T00:00:00Z", "", "", 7.9, 8, "2024-01-01T00:00:00Z"]
    (rating,) = _read(table("ratings.csv", TMDB, row))
    assert (rating.mention.tmdb, rating.mention.year, rating.share) == (152601, 2013, 0.8)


def test_letterboxds_zip_is_read_whole_and_what_was_deleted_is_not(tmp_path):
    path = tmp_path / "letterboxd.zip"
    uri, head = "https://boxd.it/x", ",".join(LETTERBOXD)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ratings.csv", f"{head},Rating\n2024-01-01,Her,2013,{uri},4.5\n2024-01-01,Ran,1985,{uri},0\n")
        archive.writestr("watched.csv", f"{head}\n2024-01-01,Heat,1995,{uri}\n")
        archive.writestr("watchlist.csv", f"{head}\n2024-01-01,Alien,1979,{uri}\n")
        archive.writestr("likes/films.csv", f"{head}\n2024-01-01,Up,2009,{uri}\n")
        archive.writestr("deleted/ratings.csv", f"{head},Rating\n2024-01-01,Jaws,1975,{uri},5\n")
        archive.writestr("profile.csv", "Date Joined,Username\n2020-01-01,somebody\n")
    records = _read(path)
    told = [(each.mention.title, each.share, each.listed) for each in records if isinstance(each, RatingOf)]
    assert told == [("Her", 0.9, False), ("Up", 1.0, False), ("Heat", None, False), ("Alien", None, True)]
    assert [each.reason for each in records if isinstance(each, Refusal)] == ["'0' is no mark of Letterboxd"]


def test_ratings_never_become_films_of_a_catalogue(table, settings):
    path = table("ratings.csv", (*LETTERBOXD, "Rating"), ("2024-01-01", "Her", 2013, "https://boxd.it/x", 5))
    with pytest.raises(CatalogueFault, match="usher taste import"):
        import_catalogue(path, settings)
    assert not settings.source_path.exists()


def test_other_files_are_no_ratings(table):
    with pytest.raises(CatalogueFault, match="holds no ratings"):
        _read(table("films.csv", ("title", "year"), ("Her", 2013)))


@pytest.mark.parametrize(
    ("mark", "verdict", "share"),
    [
        ("4/5", "", 0.8), ("3.5 / 4", "", 0.875), ("7 out of 10", "", 0.7), ("80%", "", 0.8), ("★★★½", "", 0.7),
        ("★★☆☆", "", 0.5), ("B+", "", 0.8), ("F", "", 0.1), ("", "rotten", 0.25), ("fresh", "", 0.75), ("8", "", None),
        ("9/5", "", None), ("great", "", None), ("5/0", "fresh", 0.75),
    ],
)  # fmt: skip
def test_marks_of_every_scale_are_shares_of_the_highest(mark, verdict, share):
    assert share_of(mark, verdict) == share
