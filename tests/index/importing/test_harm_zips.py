"""Zips that bomb, or lead out of their folder. Part of the files made to do harm (see `harm.py`)."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest

from tests.index.importing.harm import MEGABYTES, TABLE, why


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
    assert "made to fill a disk" in why(take(bomb))
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
    assert "at most 20000" in why(take(path))


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
