"""Files that were made to do harm. All are made here, none lies in the repository.

Whatever stands in a file, an import ends in a report or in a `CatalogueFault` that a person can read; nothing is run,
nothing outside the input is read or written, and memory stays small.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from index import CatalogueFault, IndexSettings
from index.catalogue import read_catalogue
from index.exporting import export_catalogue
from index.importing import import_catalogue
from index.settings import ROOT
from index.yaml import read_yaml

FILM = {"id": 7, "title": "Fine", "overview": "A robot.", "release_date": "2011-04-03", "vote_count": 3, "adult": False}
TABLE = "title,year\nFine,2011\n"
MEGABYTES = 1_000_000


@pytest.fixture
def settings(tmp_path):
    return IndexSettings(build=tmp_path / "build", catalogue="theirs")


@pytest.fixture
def take(settings):
    """Import a path; the films and the refusals of it, or the fault in words."""

    def run(path: Path):
        try:
            report = import_catalogue(path, settings)
        except CatalogueFault as fault:
            assert len(str(fault)) < 1000
            return [], [], str(fault)
        refusals = [json.loads(line) for line in report.refusals_path.read_text("utf-8").splitlines()]
        return list(read_catalogue(settings.source_path)), refusals, ""

    return run


def _why(outcome) -> str:
    _, refusals, fault = outcome
    return " / ".join([fault, *(refusal["reason"] for refusal in refusals)])


# Film files in YAML


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: &x [1]\nb: *x\n", "alias"),
        ("a: &x [l, l]\nb: &y [*x, *x]\nc: &z [*y, *y]\nd: [*z, *z]\n", "alias"),
        ("a: &x {k: 1}\nb: {<<: *x}\n", "alias"),
        ("a: !!python/object/apply:os.system [id]\n", "tag"),
        ("a: !!binary aGk=\n", "tag"),
        ("a: !evil x\n", "tag"),
        ("a: 1\na: 2\n", "twice"),
        ("? [a]\n: b\n", "must be a word"),
        ("a: [\n", "not YAML"),
        ("a: \x07\n", "not YAML"),
        ("a: 1\n---\nb: 2\n", "not YAML"),
        ("a: " + "[" * 50_000, "nested"),
        ("a: " + "[" * 5_000 + "]" * 5_000, "nested"),
        ("- " * 5_000, "nested"),
        ("\n".join(" " * depth + "a:" for depth in range(1_200)), "nested"),
        ("a: " + "9" * 20_000, "no usable value"),
        ("x" * 1_000_001, "at most"),
    ],
)
def test_yaml_that_is_more_than_plain_values_is_refused(tmp_path, text, problem):
    path = tmp_path / "film.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueFault, match=problem):
        read_yaml(path)


def test_yaml_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "film.yml"
    path.write_bytes("title: Köln\n".encode("latin-1"))
    with pytest.raises(CatalogueFault, match="not UTF-8"):
        read_yaml(path)


# Zips


def _zip(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("name", ["../out.csv", "/tmp/usher-out.csv", "a/../../out.csv", "..\\out.csv", "C:\\out.csv"])
def test_a_zip_never_writes_outside_its_folder(tmp_path, take, name):
    before = {path for path in tmp_path.rglob("*") if path.name == "out.csv"}
    films, _, fault = take(_zip(tmp_path / "f.zip", (name, TABLE.encode()), ("ok.csv", TABLE.encode())))
    assert not films and "leaves the folder" in fault
    assert {path for path in tmp_path.rglob("*") if path.name == "out.csv"} == before
    assert not Path("/tmp/usher-out.csv").exists()


def test_a_link_in_a_zip_is_no_link(tmp_path, take):
    secret = tmp_path / "secret.csv"
    secret.write_text("title,year\nSecret,1999\n")
    link = zipfile.ZipInfo("link.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    films, _, _ = take(_zip(tmp_path / "f.zip", (link, str(secret).encode()), ("ok.csv", TABLE.encode())))
    assert [film.title for film in films] == ["Fine"]


def test_a_zip_bomb_is_refused_by_what_it_promises_and_by_what_comes_out(tmp_path, take):
    bomb = _zip(tmp_path / "bomb.zip", ("f.csv", TABLE.encode() + bytes(80 * MEGABYTES)))
    assert "made to fill a disk" in _why(take(bomb))
    raw = bytearray(bomb.read_bytes())
    size = (len(TABLE) + 80 * MEGABYTES).to_bytes(4, "little")
    while (place := raw.find(size)) >= 0:
        raw[place : place + 4] = (1000).to_bytes(4, "little")
    lying = tmp_path / "lying.zip"
    lying.write_bytes(raw)
    films, _, fault = take(lying)
    assert len(films) <= 1 or fault


def test_zips_in_zips_are_not_opened(tmp_path, take):
    inner = _zip(tmp_path / "inner.zip", ("f.csv", b"title,year\nInner,1999\n")).read_bytes()
    films, refusals, _ = take(_zip(tmp_path / "f.zip", ("inner.zip", inner), ("ok.csv", TABLE.encode())))
    assert [film.title for film in films] == ["Fine"]
    assert any(refusal["file"] == "inner.zip" for refusal in refusals)


def test_a_zip_of_very_many_files_is_refused(tmp_path, take):
    path = _zip(tmp_path / "f.zip", *((f"{number}.csv", b"") for number in range(20_001)))
    assert "at most 20000" in _why(take(path))


@pytest.mark.parametrize("damage", ["cut", "no zip", "encrypted", "empty"])
def test_a_zip_that_cannot_be_read_is_a_fault(tmp_path, take, damage):
    path = _zip(tmp_path / "f.zip", ("f.csv", TABLE.encode() * 100))
    raw = bytearray(path.read_bytes())
    if damage == "encrypted":
        raw[6] |= 1
        raw[raw.find(b"PK\x01\x02") + 8] |= 1
    path.write_bytes({"cut": bytes(raw[:60]), "no zip": b"hello", "encrypted": bytes(raw), "empty": b""}[damage])
    films, _, fault = take(path)
    assert not films and "f.zip" in fault


# Endless lines and packed floods: what a fresh process needs for them


WATCHED = """
import resource, sys
from pathlib import Path
from index import CatalogueFault, IndexSettings
from index.importing import import_catalogue

settings = IndexSettings(build=Path(sys.argv[2]), catalogue="theirs")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    print(import_catalogue(Path(sys.argv[1]), settings).reasons)
except CatalogueFault as fault:
    print("fault", fault)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def _watched(path: Path, build: Path) -> tuple[str, int]:
    """What an import of its own process says, and by how many bytes its memory grew at most."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(path), str(build)],
        cwd=ROOT, capture_output=True, text=True, timeout=250, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    *words, grown = done.stdout.strip().splitlines()
    return " ".join(words), int(grown) * 1024


HEADS = {
    "f.csv": b"title,year\nFine,2011\n",
    "tmdb.csv": b"id,title,release_date,overview,popularity,vote_count\n7,Fine,2011-01-01,x,1,2\n",
    "f.jsonl": json.dumps(FILM).encode() + b"\n",
    "f.json": b"[" + json.dumps({**FILM, "original_title": "Fine"}).encode() + b', {"title": "',
    "movies.csv": b"movieId,title,genres\n1,Fine (2011),Drama\n",
    "title.basics.tsv": b"tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\t"
    b"genres\ntt0000007\tmovie\tFine\tFine\t0\t2011\t\\N\t90\tDrama\n",
    "f.nfo": b"<movie><title>Fine</title><year>2011</year><plot>",
    "f.html": b'<script type="application/ld+json">{"@type": "Movie", "name": "',
}


def _length_of(name: str) -> int:
    return 500 * MEGABYTES if name in ("f.csv", "f.json") or os.environ.get("USHER_LONG") else 50 * MEGABYTES


@pytest.mark.parametrize("name", HEADS)
def test_a_line_of_500_megabytes_takes_little_memory(tmp_path, name):
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(HEADS[name])
        file.truncate(_length_of(name))  # a hole: it reads as NUL bytes and takes no room
    words, grown = _watched(path, tmp_path / "build")
    path.unlink()
    assert grown < 60 * MEGABYTES
    assert any(reason in words for reason in ("over", "middle", "not XML", "NUL")), words


@pytest.mark.parametrize("name", ["f.csv.gz", "f.jsonl.gz", "title.basics.tsv.gz"])
def test_a_packed_flood_takes_little_memory(tmp_path, name):
    path = tmp_path / name
    with gzip.open(path, "wb", compresslevel=6) as file:
        file.write(HEADS[name.removesuffix(".gz")])
        for _ in range(60):
            file.write(b"x" * MEGABYTES)
    words, grown = _watched(path, tmp_path / "build")
    assert grown < 60 * MEGABYTES
    assert "made to fill a disk" in words


@pytest.mark.parametrize("more", ["more and more\n", 'x","x\n'])
def test_a_row_over_very_many_lines_takes_little_memory(tmp_path, more):
    path = tmp_path / "f.csv"
    path.write_text('title,year\nFine,2011\n"never closed' + more * (1_100_000 // len(more)))
    words, grown = _watched(path, tmp_path / "build")
    assert grown < 60 * MEGABYTES
    assert "over 1000000 bytes" in words


# Encodings and letters


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
    assert reason in _why(take(path))


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


# Numbers and nesting in JSON


@pytest.mark.parametrize("name", ["f.json", "f.jsonl"])
@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (
            '{"id": 1, "title": "X", "release_date": "2011", "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
            "nested more than",
        ),
        (
            '{"id": 1, "title": "X", "release_date": "2011", "x": ' + '{"a":' * 50_000 + "1" + "}" * 50_000 + "}",
            "nested",
        ),
        ('{"id": ' + "9" * 5_000 + ', "title": "X", "release_date": "2011"}', "not JSON"),
        ('{"id": 1, "title": "X", "release_date": "2011", "runtime": NaN}', "NaN is no number"),
        ('{"id": 1, "title": "X", "release_date": "2011", "runtime": -Infinity}', "is no number"),
        ('{"id": 1, "title": "X", "release_date": -2011}', "year"),
        ('{"id": 1, "title": "X", "release_date": "-2011"}', "year"),
        ('{"id": 1, "title": "X", "release_date": 1e999}', "no year"),
        ('{"id": 1, "title": "X", "release_date": ' + "9" * 400 + "}", "no year"),
        ("[1, 2]", ""),
        ("{", ""),
    ],
)
def test_numbers_and_nesting_of_json_are_refused_with_a_reason(tmp_path, take, name, record, reason):
    path = tmp_path / name
    good = json.dumps({**FILM, "original_title": "Fine"})
    path.write_text(f"[{good},\n{record}]" if name == "f.json" else f"{good}\n{record}\n")
    outcome = take(path)
    assert [film.title for film in outcome[0]] == ["Fine"]
    assert reason in _why(outcome)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999", "9" * 400, "-5", "99999", "true", "[2011]", '{"a": 1}'])
def test_records_of_any_kind_with_such_numbers_are_refused_or_do_without(tmp_path, take, number):
    path = tmp_path / "f.jsonl"
    path.write_text(
        '{"Filmtitel": "Fine", "Jahr": 2011, "Laufzeit": 90}\n'
        f'{{"Filmtitel": "X", "Jahr": 2012, "Laufzeit": {number}}}\n'
        f'{{"Filmtitel": "Y", "Jahr": {number}, "Laufzeit": 90}}\n'
    )
    films, refusals, fault = take(path)
    assert not fault and len(films) + len(refusals) == 3 and "Fine" in {film.title for film in films}


@pytest.mark.parametrize("value", [2**31, 2**63, 2**64, 10**300, -1, 1.5, 1e308, True, "9" * 4_000, "٣", "१२"])
def test_numbers_that_no_film_has_are_left_out_or_refused(tmp_path, take, value):
    path = tmp_path / "f.json"
    odd = {**FILM, "original_title": "x", "id": 8, "vote_count": value, "runtime": value, "imdb_id": value}
    path.write_text(json.dumps([{**FILM, "original_title": "Fine"}, odd]))
    films, refusals, fault = take(path)
    assert not fault and len(films) + len(refusals) == 2
    assert all((film.votes or 0) < 2**31 and (film.runtime or 1) <= 1000 for film in films)


# Folders and files that are none


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
    assert "cannot be read" in _why(take(cut))
    assert settings.source_path.read_bytes() == before
