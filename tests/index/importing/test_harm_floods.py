"""Endless lines and packed floods: memory stays small. Part of the files made to do harm (see `harm.py`)."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.settings import ROOT
from tests.index.importing.harm import HEADS, MEGABYTES

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
