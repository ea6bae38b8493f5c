"""One film file alone: readable, a whole record, tagged from the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from index.checking.finding import Check, CheckedFilm, Finding
from index.film import Film, slug

TAGS_ALLOWED: Mapping[str, tuple[int, int]] = {"themes": (4, 12), "moods": (2, 4), "style": (1, 3), "reviews": (3, 6)}
FEWEST_CAST = 4


def read_into(check: Check, path: Path) -> None:
    """Read one film file and add the film, or what is wrong with it, to the check."""
    text = path.read_text("utf-8")
    try:
        fields = yaml.load(text, Loader=yaml.CSafeLoader)
        check.films.append(CheckedFilm(path, text, Film(id=path.stem, **fields)))
    except yaml.YAMLError as fault:
        line = getattr(getattr(fault, "problem_mark", None), "line", 0) + 1
        check.findings.append(Finding(path, line, f"not readable as YAML: {getattr(fault, 'problem', fault)}"))
    except ValidationError as fault:
        for error in fault.errors():
            name = ".".join(str(part) for part in error["loc"])
            match = re.search(rf"^{re.escape(name.split('.')[0])}:", text, re.MULTILINE)
            line = text.count("\n", 0, match.start()) + 1 if match else 1
            check.findings.append(Finding(path, line, f"{name}: {error['msg']} (saw {error['input']!r})"))
    except TypeError:
        check.findings.append(Finding(path, 1, "a film file is a mapping of fields to values, see docs/catalogue.md"))


def record_findings(entry: CheckedFilm, vocabulary: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what is wrong with a film's name, tags and numbers."""
    film = entry.film
    if film.id != slug(film.title, film.year):
        yield entry.finding("title", f"the file should be named {slug(film.title, film.year)}.yml")
    for kind in ("genres", "themes", "moods", "style", "content_notes"):
        for key in getattr(film, kind):
            if key not in vocabulary[kind]:
                yield entry.finding(kind, f"{key!r} is not in vocabulary.yml under {kind}")
        if len(set(getattr(film, kind))) < len(getattr(film, kind)):
            yield entry.finding(kind, "names the same entry twice")
    for award in film.awards:
        name, _, category = award.partition("/")
        known = name in vocabulary["awards"]["names"] and (
            not category or category in vocabulary["awards"]["categories"]
        )
        if not known:
            yield entry.finding("awards", f"{award!r} is not name or name/category from vocabulary.yml")
    for name, (fewest, most) in TAGS_ALLOWED.items():
        if not fewest <= (count := len(getattr(film, name))) <= most:
            yield entry.finding(name, f"has {count} entries, wanted are {fewest} to {most}")
    drawn_and_wordless = "animation" in film.genres and "little dialogue" in film.style
    if "documentary" not in film.genres and not drawn_and_wordless and len(film.cast) < FEWEST_CAST:
        yield entry.finding("cast", f"names {len(film.cast)} people, wanted are at least {FEWEST_CAST} for fiction")
