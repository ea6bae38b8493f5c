"""Facts against a list of films beside the project, and the record of the last such check.

`facts.csv` in the catalogue folder keeps, for each film, which fields were compared with the list and the hash of the
film file at that time; a film that has changed since has to be checked again. `exceptions.csv` names where the list
itself is wrong.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from rapidfuzz import fuzz

from index.checking.finding import Check
from index.film import Film, slug

RUNTIME_TOLERANCE_MINUTES = 3


def check_facts(check: Check, *, folder: Path, facts: Path) -> None:
    """Compare every film that is on the list with it, and add what differs to the check."""
    if not facts.is_file():
        check.facts_note = f"Facts not checked: {facts} is not here (the last result stands in {folder / 'facts.csv'})."
        return
    with facts.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    excepted = exceptions(folder / "exceptions.csv")
    listed = {slug(row["title"], int(row["year"])): row for row in rows}
    by_imdb = {row["imdb_id"]: row for row in rows if row["imdb_id"]}
    found = 0
    for entry in check.films:
        row = listed.get(entry.film.id) or by_imdb.get(entry.film.ids.imdb or "")
        if row is None:
            continue
        found += 1
        checked: list[str] = []
        for name, listed_value, agrees in _compare(entry.film, row):
            checked.append(name)
            if not agrees and (entry.film.id, name) not in excepted:
                check.findings.append(entry.finding(name, f"differs from the list, which says {listed_value!r}"))
        check.facts_checked[entry.film.id] = checked
    check.facts_note = f"Facts checked against {len(rows)} listed films: {found} of ours are among them."


def exceptions(path: Path) -> set[tuple[str, str]]:
    """The (film, field) pairs in which a list that we check against is known to be wrong."""
    if not path.is_file():
        return set()
    with path.open(encoding="utf-8") as lines:
        return {(row["film"], row["field"]) for row in csv.DictReader(lines)}


def _compare(film: Film, row: Mapping[str, str]) -> Iterator[tuple[str, str, bool]]:
    """Yield (field, what the list says, whether we agree) for every field that both sides have."""
    yield "title", row["title"], any(fuzz.ratio(row["title"].lower(), name.lower()) > 90 for name in film.names)
    yield "year", row["year"], film.year == int(row["year"])
    if row["imdb_id"] and film.ids.imdb:
        yield "ids", row["imdb_id"], film.ids.imdb == row["imdb_id"]
    if row["runtime_minutes"] and film.runtime:
        # Some cells name two versions ("145 / 147").
        versions = [int(minutes) for minutes in re.findall(r"\d+", row["runtime_minutes"].replace(".0", ""))]
        agrees = any(abs(minutes - film.runtime) <= RUNTIME_TOLERANCE_MINUTES for minutes in versions)
        yield "runtime", f"{row['runtime_minutes']} minutes", agrees
    if row["directors"] and film.directors:
        names = [name.strip().lower() for name in re.split(r"[;,]", row["directors"])]
        agree = any(fuzz.token_sort_ratio(name, ours.lower()) > 80 for name in names for ours in film.directors)
        yield "directors", row["directors"], agree


def fingerprint(path: Path) -> str:
    """The first 16 hexadecimal digits of a film file's SHA-256, as `facts.csv` keeps it."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def write_facts(check: Check, folder: Path) -> None:
    """Keep the result of the facts check as `facts.csv`: film, fields checked, hash of the film file."""
    with (folder / "facts.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("film", "fields", "hash"))
        for entry in sorted(check.films, key=lambda entry: entry.film.id):
            fields = " ".join(check.facts_checked.get(entry.film.id, ()))
            writer.writerow((entry.film.id, fields, fingerprint(entry.path)))


def outdated_facts(folder: Path, paths: list[Path]) -> list[str]:
    """The ids of film files that are new or have changed since `facts.csv` was written."""
    with (folder / "facts.csv").open(encoding="utf-8") as lines:
        known = {row["film"]: row["hash"] for row in csv.DictReader(lines)}
    return [path.stem for path in paths if known.get(path.stem) != fingerprint(path)]
