from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from bot.engine.nlu.library import LibraryFile
from bot.engine.nlu.reading import read

from .small import content


def write(path: Path, films: list[str]) -> None:
    whole = content()
    whole["films"] = [film for film in whole["films"] if film["id"] in films]
    path.write_text(json.dumps(whole), encoding="utf-8")


def titles(file: LibraryFile) -> set[str]:
    return {film.id for film in file.wait().gazetteer.films}


def test_a_missing_file_is_an_empty_library(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = LibraryFile(tmp_path / "titles.json")
    with caplog.at_level(logging.ERROR):
        assert file.current().gazetteer.films == ()
        assert file.current().gazetteer.films == ()
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert read("films like Heat from the 90s, no horror", file.current()).films[:1] != ()


def test_a_file_that_appears_is_read(tmp_path: Path) -> None:
    file = LibraryFile(tmp_path / "titles.json")
    file.current()
    write(tmp_path / "titles.json", ["her-2013"])
    assert titles(file) == {"her-2013"}


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    write(tmp_path / "titles.json", ["her-2013"])
    file = LibraryFile(tmp_path / "titles.json")
    assert titles(file) == {"her-2013"}
    write(tmp_path / "titles.json", ["her-2013", "up-2009"])
    assert titles(file) == {"her-2013", "up-2009"}


@pytest.mark.parametrize(
    "broken", ["", "{", "[]", '{"format": 2}', '{"format": 1, "films": [{}]}', '{"format": 1, "films": 3}', "\udcff"]
)
def test_a_broken_file_leaves_the_old_titles(tmp_path: Path, caplog: pytest.LogCaptureFixture, broken: str) -> None:
    path = tmp_path / "titles.json"
    write(path, ["her-2013"])
    file = LibraryFile(path)
    file.current()
    path.write_text(broken, encoding="utf-8", errors="surrogateescape")
    with caplog.at_level(logging.ERROR):
        assert titles(file) == {"her-2013"}
    assert "cannot be read" in caplog.text
