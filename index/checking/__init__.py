"""Is the catalogue in order? Every film file against its record, the vocabulary, its neighbours and a list of facts.

Run as `usher films check`. The facts part needs a list (title, year, imdb_id, directors, runtime_minutes) beside the
project; where it is not at hand that part says so and everything else is checked all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from index.checking.facts import check_facts, fingerprint, outdated_facts, write_facts
from index.checking.finding import Check, CheckedFilm, Finding
from index.checking.prose import prose_findings, shared_findings
from index.checking.record import read_into, record_findings

__all__ = [
    "FILMS",
    "Check",
    "CheckedFilm",
    "Finding",
    "check_films",
    "film_files",
    "fingerprint",
    "outdated_facts",
    "write_facts",
]

FILMS = Path("data/films")
FACTS = Path("../shared/data/films_wanted.csv")


def check_films(paths: Sequence[Path], *, folder: Path = FILMS, facts: Path = FACTS) -> Check:
    """Check the film files `paths` (each alone, then against one another) and return everything that is wrong."""
    check = Check()
    vocabulary = yaml.load((folder / "vocabulary.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    for path in paths:
        read_into(check, path)
    for entry in check.films:
        check.findings += [*record_findings(entry, vocabulary), *prose_findings(entry)]
    check.findings += shared_findings(check.films)
    check_facts(check, folder=folder, facts=facts)
    check.findings.sort(key=lambda finding: (str(finding.path), finding.line))
    return check


def film_files(folder: Path = FILMS) -> list[Path]:
    """The film files of a catalogue folder, in order."""
    return sorted(path for path in folder.glob("*.yml") if path.name != "vocabulary.yml")
