"""How many of the films that people talk about the catalogue holds, where conversations to count in are at hand."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from index.film import Film
from index.importing.finding import Finder
from index.importing.importer import Mention
from index.known import KNOWN, read_known

REQUESTS = Path("../shared/data/eval/requests.dev.jsonl.gz")
Title = tuple[str, int]


def mentioned_note(films: Iterable[Film], *, folder: Path, requests: Path = REQUESTS) -> str:
    """One line: the share of mentions that are of films with a file, and of films known at least by name."""
    if not requests.is_file():
        return f"Share of the films people mention: not counted, {requests} is not here."
    with gzip.open(requests, "rt", encoding="utf-8") as lines:
        told = Counter(_titles(json.loads(line)["mentioned"] for line in lines))
    written = {film.id: film for film in films}
    by_name = folder / KNOWN
    known = {film.id: film for film in read_known(by_name, written=written)} if by_name.is_file() else {}
    ours, all_named = _held(told, written), _held(told, {**written, **known})
    mentions = told.total() or 1
    return (
        f"Of {mentions:,} mentions of films in people's requests, {_percent(ours, mentions)} are of films we have, "
        f"{_percent(all_named, mentions)} of films known at least by name ({len(told):,} different films)."
    )


def _titles(lists: Iterable[Iterable[dict[str, object]]]) -> Iterable[Title]:
    for films in lists:
        for film in films:
            if isinstance(film.get("year"), int):
                yield str(film["title"]), int(str(film["year"]))


def _held(told: Counter[Title], films: dict[str, Film]) -> int:
    finder = Finder(films)
    for film in films.values():
        finder.note(film)
    return sum(count for (title, year), count in told.items() if finder.meant(Mention(title, year)))


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.1%}"
