"""Are the films known by name in order? Their tags against the vocabulary, their facts against a catalogue of films."""

from __future__ import annotations

import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml
from rapidfuzz import fuzz

from index.checking.facts import exceptions
from index.checking.finding import Finding
from index.film import Film, slug
from index.known import KNOWN, read_known

CATALOGUE = Path("../shared/data/catalogue.jsonl.gz")
YEARS_APART = 1
SAME_NAME = 80
Listed = Mapping[str, list[tuple[int, frozenset[str]]]]


class KnownCheck(NamedTuple):
    """What is wrong with the films known by name, and one line on how far they could be checked."""

    findings: list[Finding]
    note: str


def check_known(folder: Path, *, catalogue: Path = CATALOGUE) -> KnownCheck:
    """Check `known.csv` of a catalogue folder; where no catalogue to compare with is at hand, only its tags."""
    path = folder / KNOWN
    if not path.is_file():
        return KnownCheck([], "No films are known by name only.")
    films = list(read_known(path, written={file.stem for file in folder.glob("*.yml")}))
    vocabulary = yaml.load((folder / "vocabulary.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    lines = _lines(path)
    findings = [Finding(path, lines[film.id], told) for film in films for told in _wrong_tags(film, vocabulary)]
    if not catalogue.is_file():
        return KnownCheck(findings, f"{len(films):,} films known by name; facts not checked: {catalogue} is not here.")
    listed, excepted = _read(catalogue), exceptions(folder / "exceptions.csv")
    unlisted = 0
    for film in films:
        found = [directors for year, directors in _of(film, listed) if abs(year - film.year) <= YEARS_APART]
        unlisted += not found
        if found and (film.id, "directors") not in excepted and not _agree(film.directors, frozenset().union(*found)):
            names = ", ".join(sorted(frozenset().union(*found)))
            told = f"{film.id}: directors differ from the catalogue, which says {names}"
            findings.append(Finding(path, lines[film.id], told))
    note = f"{len(films):,} films known by name: {len(films) - unlisted:,} are in the catalogue by title and year."
    return KnownCheck(findings, note)


def _lines(path: Path) -> dict[str, int]:
    """The line of each film, by its id."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        return {slug(row["title"], int(row["year"])): rows.line_num for row in rows}


def _wrong_tags(film: Film, vocabulary: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    for kind in ("genres", "themes"):
        for key in getattr(film, kind):
            if key not in vocabulary[kind]:
                yield f"{film.id}: {key!r} is not in vocabulary.yml under {kind}"


def _read(catalogue: Path) -> Listed:
    listed: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    with gzip.open(catalogue, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            names = [record["title"], *(alias[0] for alias in record.get("alias") or ())]
            for key in {_key(name) for name in names}:
                listed[key].append((record["year"], frozenset(record.get("director") or ())))
    return listed


def _of(film: Film, listed: Listed) -> Iterator[tuple[int, frozenset[str]]]:
    for key in {_key(name) for name in film.names}:
        yield from listed.get(key, ())


def _key(title: str) -> str:
    return slug(title, 0).removeprefix("the-").removeprefix("a-")


def _agree(ours: tuple[str, ...], theirs: frozenset[str]) -> bool:
    """Whether one director is the same, or one side knows none."""
    return not (ours and theirs) or any(
        fuzz.token_set_ratio(_plain(one), _plain(other)) > SAME_NAME for one in ours for other in theirs
    )


def _plain(name: str) -> str:
    return name.lower().replace(".", " ")
