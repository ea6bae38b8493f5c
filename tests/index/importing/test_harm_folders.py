"""Folders, links and files that are none. Part of the files made to do harm (see `harm.py`)."""

from __future__ import annotations

import gzip
import io
import json
import os
from pathlib import Path

import pytest

from tests.index.importing.harm import FILM, HEADS, TABLE, why


def test_links_that_lead_out_of_a_folder_are_not_followed(tmp_path, take):
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "s.csv").write_text("title,year\nSecret,1999\n")
    (secret / "s.nfo").write_text("<movie><title>Secret</title><year>1999</year></movie>")
    for kind, name, text in (
        ("tables", "f.csv", TABLE),
        ("library", "f.nfo", "<movie><title>Fine</title><year>2011</year></movie>"),
    ):
        folder = tmp_path / kind
        folder.mkdir()
        (folder / name).write_text(text)
        (folder / f"link{Path(name).suffix}").symlink_to(secret / f"s{Path(name).suffix}")
        (folder / "door").symlink_to(secret)
        (folder / "loop").symlink_to(folder)
        (folder / "self.csv").symlink_to(folder / "self.csv")
        films, _, fault = take(folder)
        assert not fault and "Secret" not in {film.title for film in films}


def test_links_beside_the_files_of_a_data_set_are_not_followed(tmp_path, take):
    secret = tmp_path / "ratings.csv"
    secret.write_text("userId,movieId,rating,timestamp\n1,1,5,1\n")
    folder = tmp_path / "ml"
    folder.mkdir()
    (folder / "movies.csv").write_bytes(HEADS["movies.csv"])
    (folder / "ratings.csv").symlink_to(secret)
    assert [film.votes for film in take(folder)[0]] == [None]


@pytest.mark.parametrize(
    "name", ["f.csv", "f.json", "f.jsonl", "f.nfo", "f.html", "f.zip", "title.basics.tsv", "u.item"]
)
@pytest.mark.parametrize("kind", ["pipe", "folder", "empty", "device"])
def test_what_is_no_file_with_films_is_told_of_at_once(tmp_path, take, name, kind):
    path = tmp_path / name
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.touch()
    films, _, fault = take(path)
    assert not films and str(path) in fault


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("f.csv", TABLE),
        ("f.nfo", "<movie><title>Fine</title><year>2011</year></movie>"),
        (
            "f.html",
            '<script type="application/ld+json">{"@type": "Movie", "name": "Fine", "datePublished": "2011"}</script>',
        ),
        ("f.json", json.dumps({**FILM, "original_title": "Fine"})),
        ("movies.csv", HEADS["movies.csv"].decode()),
        ("title.basics.tsv", HEADS["title.basics.tsv"].decode()),
    ],
)
def test_a_folder_with_such_things_is_read_past_them(tmp_path, take, name, text):
    folder = tmp_path / "in"
    folder.mkdir()
    ending = Path(name).suffix
    os.mkfifo(folder / f"pipe{ending}")
    os.mkfifo(folder / "ratings.csv")
    os.mkfifo(folder / "title.akas.tsv")
    (folder / f"folder{ending}").mkdir()
    (folder / f"empty{ending}").touch()
    (folder / f"zero{ending}").symlink_to("/dev/zero")
    (folder / name).write_text(text)
    films, _, fault = take(folder)
    assert not fault and [film.title for film in films] == ["Fine"]


def test_names_that_cannot_be_printed_are_printed_all_the_same(tmp_path, take):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "fine.csv").write_text(TABLE + "No year,\n")
    for name in (b"bad\xff.csv", b"line\nbreak.txt", b"\x1b[31mred.csv", b"bad\xff.nfo"):
        (folder / os.fsdecode(name)).write_text("title,year\nOther,\n")
    (folder / os.fsdecode(b"good\xff.csv")).write_text("title,year\nFine,2011\nFine,\n")
    films, refusals, fault = take(folder)
    assert not fault and [film.title for film in films] == ["Fine"]
    assert {"bad.csv", "good.csv", "red.csv", "line break.txt"} <= {
        refusal["file"].replace("[31m", "") for refusal in refusals
    }


def test_a_failed_import_leaves_the_catalogue_as_it_was(tmp_path, take, settings):
    path = tmp_path / "f.csv"
    path.write_text(TABLE)
    take(path)
    before = settings.source_path.read_bytes()
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb") as file:
        file.write(b"title,year\n" + b"".join(b"Film %d,2000\n" % number for number in range(50_000)))
    cut = tmp_path / "cut.csv.gz"
    cut.write_bytes(packed.getvalue()[:-5_000])
    assert "cannot be read" in why(take(cut))
    assert settings.source_path.read_bytes() == before
