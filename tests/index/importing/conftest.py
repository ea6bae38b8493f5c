"""What the tests of all formats share: reading a path with one importer, and the real files where they are at hand."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from index.catalogue import read_catalogue
from index.errors import CatalogueFault
from index.film import Film
from index.importing.importer import Importer, Refusal
from index.importing.importing import import_catalogue
from index.importing.opening import unpacked
from index.importing.registry import recognised_by
from index.settings import ROOT, IndexSettings

SHARED = ROOT.parent / "shared" / "data" / "import"


class Outcome(NamedTuple):
    films: dict[str, Film]
    refusals: list[Refusal]


def read_all(importer: Importer, path: Path) -> Outcome:
    with unpacked(path) as place:
        records = list(importer.read(place))
    films = {record.id: record for record in records if isinstance(record, Film)}
    return Outcome(films, [record for record in records if isinstance(record, Refusal)])


@pytest.fixture
def read() -> Callable[[Importer, Path], Outcome]:
    return read_all


@pytest.fixture
def format_of() -> Callable[[Path], str]:
    """The name of the importer that the registry chooses."""

    def name(path: Path) -> str:
        with unpacked(path) as place:
            importer = recognised_by(place)
        return importer.name if importer else ""

    return name


@pytest.fixture
def real() -> Callable[[str], Path]:
    """A real file of the development data; the test is skipped where it does not lie beside the project."""

    def find(name: str) -> Path:
        if not (SHARED / name).is_file():
            pytest.skip("the development data does not lie beside the project")
        return SHARED / name

    return find


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    return IndexSettings(build=tmp_path / "build", catalogue="theirs")


@pytest.fixture
def films(settings: IndexSettings) -> Callable[[], dict[str, Film]]:
    """The films of the catalogue as it now stands."""
    return lambda: {film.id: film for film in read_catalogue(settings.source_path)}


@pytest.fixture
def lines(tmp_path: Path) -> Callable[..., Path]:
    """Writes records as JSON lines."""

    def write(name: str, *records: Mapping[str, object]) -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(record) + "\n" for record in records))
        return path

    return write


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows as a table, the headings first."""

    def write(name: str, *rows: Sequence[object], separator: str = ",", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=separator).writerows(rows)
        return path

    return write


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
