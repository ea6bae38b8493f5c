"""Reads evaluation sets, and finds their films in the catalogue by title and year."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index.version import Version
from index.wish import Wish

YEARS_OFF = (0, 1, -1)
MARKER = re.compile(r"\[[^\]]{1,20}\]")
TEXTS_AT_MOST = 2


@dataclass(frozen=True)
class Question:
    """One thing asked of the ranking, and the films that would be right (`gold`: row to grade)."""

    id: str
    wish: Wish
    gold: Mapping[int, int]
    missing: int
    excluded: frozenset[int]
    context: tuple[str, ...] = ()
    mentioned: tuple[int, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """What people said of "more like this": a seed, a film, and whether it fits."""

    seed: int
    film: int
    fits: bool


@dataclass
class Sets:
    """Every set found in a folder."""

    questions: dict[str, list[Question]] = field(default_factory=dict)
    verdicts: list[Verdict] = field(default_factory=list)
    verdicts_all: int = 0


def title_key(title: str, year: int) -> str:
    """Title without accents, leading article and punctuation, lower case, `&` as `and`, then `|` and the year."""
    plain = unicodedata.normalize("NFKD", title.replace("&", " and ")).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", " ", plain.replace("'", "")).strip()
    return f"{re.sub(r'^(the|a|an) ', '', words)}|{year}"


class Keys:
    """Finds a film's row by its key; a year off by one is forgiven."""

    def __init__(self, version: Version) -> None:
        self._rows: dict[str, int] = {}
        for row in range(len(version.films)):
            film = version.films.at(row)
            for name in film.names:
                self._rows.setdefault(title_key(name, film.year), row)

    def find(self, film: Mapping[str, Any]) -> int | None:
        """The row of a film given as title, year and key; None if the catalogue does not have it."""
        if not film.get("title") or not film.get("year"):
            return None
        keys = [title_key(str(film["title"]), int(film["year"]) + off) for off in YEARS_OFF]
        return next((self._rows[key] for key in (str(film.get("key")), *keys) if key in self._rows), None)


def read_sets(folder: Path, version: Version) -> Sets:
    """All sets whose files lie in a folder, under the names they have there (`similar.*.jsonl.gz` …)."""
    keys, found = Keys(version), Sets()
    candidates = version.films.has_synopsis
    for item in _records(folder, "similar"):
        seed = keys.find(item["seed"])
        if seed is not None:
            gold = _gold(item["gold"], keys)
            wish = Wish(seeds=(version.films.ids[seed],), count=10)
            found.questions.setdefault("similar", []).append(_question(item, wish, gold, frozenset({seed}), candidates))
    for item in _records(folder, "similar_human"):
        found.verdicts_all += len(item["ok"]) + len(item["not_ok"])
        seed = keys.find(item["seed"])
        pairs = [(film, fits) for name, fits in (("ok", True), ("not_ok", False)) for film in item[name]]
        for film, fits in pairs:
            row = keys.find(film)
            if seed is not None and row is not None:
                found.verdicts.append(Verdict(seed, row, fits))
    for item in _records(folder, "requests"):
        name = {"reddit-tomt": "tomt", "inspired2": "inspired", "redial": f"redial-{item['kind']}"}[item["source"]]
        question = _request(item, keys, version)
        # Where no film was named word for word (INSPIRED), there is nothing to find.
        if question.gold or question.missing:
            found.questions.setdefault(name, []).append(question)
    for item in _records(folder, "german_films"):
        if item["film"].get("key"):
            wish = Wish(text=item["de_overview"], language="de", count=10)
            question = _question(item, wish, _gold([item["film"]], keys), frozenset(), candidates)
            found.questions.setdefault("german", []).append(question)
    return found


def _records(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    for path in sorted(
        (*folder.glob(f"{name}.*jsonl.gz"), *folder.glob(f"{name}.*jsonl"), *folder.glob(f"{name}.jsonl*"))
    ):
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines)


def _gold(films: Iterable[Mapping[str, Any]], keys: Keys) -> dict[int | None, int]:
    found: dict[int | None, int] = {}
    missing = 0
    for film in films:
        row = keys.find(film)
        if row is None:
            missing += 1
        else:
            found[row] = int(film.get("grade", 1))
    return {**found, None: missing}


def _request(item: dict[str, Any], keys: Keys, version: Version) -> Question:
    gold = [film for film in item["gold"] if item["source"] != "inspired2" or film.get("literal")]
    rows = [row for film in item["mentioned"] if (row := keys.find(film)) is not None]
    said = [turn["text"] for turn in item.get("context", ()) if turn["role"] == "seeker"]
    text = " ".join(said[-TEXTS_AT_MOST:]) if said else MARKER.sub(" ", item["text"]).strip()
    ids = tuple(version.films.ids[row] for row in dict.fromkeys(rows))
    wish = Wish(text=text, seeds=ids, count=10)
    question = _question(item, wish, _gold(gold, keys), frozenset(rows), version.films.has_synopsis)
    context = tuple(turn["text"] for turn in item.get("context", ()))
    return Question(**{**question.__dict__, "context": context, "mentioned": tuple(dict.fromkeys(rows))})


def _question(
    item: Mapping[str, Any], wish: Wish, gold: dict[int | None, int], excluded: frozenset[int], candidates: Any
) -> Question:
    missing = gold.pop(None, 0)
    right = {row: grade for row, grade in gold.items() if row is not None and candidates[row] and row not in excluded}
    return Question(str(item["id"]), wish, right, missing + len(gold) - len(right), excluded)
