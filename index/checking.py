"""Is the catalogue in order? Every film file against its record, the vocabulary, its neighbours and a list of facts.

Run as `usher films check`. The facts part needs a list (title, year, imdb_id, directors, runtime_minutes) beside the
project; where it is not at hand that part says so and everything else is checked all the same.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from rapidfuzz import fuzz

from index.film import Film, Language, slug

FILMS = Path("data/films")
FACTS = Path("../shared/data/films_wanted.csv")
WORDS_ALLOWED: Mapping[str, tuple[int, int]] = {"synopsis.en": (60, 110), "synopsis.de": (45, 90), "review": (20, 45)}
TAGS_ALLOWED: Mapping[str, tuple[int, int]] = {"themes": (4, 12), "moods": (2, 4), "style": (1, 3), "reviews": (3, 6)}
RUNTIME_TOLERANCE_MINUTES = 3
SHARED_RUN_WORDS = 10

# The commonest short words of each language that the other does not have: enough to tell which one a paragraph is in.
MARKERS: Mapping[Language, frozenset[str]] = {
    "en": frozenset("the and of to that with his her is are who from their they as it for by".split()),
    "de": frozenset("der die das und den dem ein eine einer ist nicht mit sich von zu auf als auch wird".split()),
}


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: where it is and how to mend it."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        """Print as `file:line: message`, the form editors jump to."""
        return f"{self.path}:{self.line}: {self.message}"


@dataclass
class CheckedFilm:
    """A film file that could be read, with its text for line numbers."""

    path: Path
    text: str
    film: Film

    def line_of(self, name: str) -> int:
        """The line on which the top-level field `name` begins, 1 if it is not there."""
        match = re.search(rf"^{re.escape(name.split('.')[0])}:", self.text, re.MULTILINE)
        return self.text.count("\n", 0, match.start()) + 1 if match else 1

    def line_of_words(self, words: str) -> int:
        """The line on which `words` (folded over lines or not) begin, 1 if they are not there."""
        pattern = r"\s+".join(re.escape(word) for word in words.split()[:6])
        match = re.search(pattern, self.text)
        return self.text.count("\n", 0, match.start()) + 1 if match else 1

    def finding(self, name: str, message: str) -> Finding:
        """A finding on the field `name`."""
        return Finding(self.path, self.line_of(name), f"{name}: {message}")


@dataclass
class Check:
    """What a check found, and the films it could read."""

    findings: list[Finding] = field(default_factory=list)
    films: list[CheckedFilm] = field(default_factory=list)
    facts_checked: dict[str, list[str]] = field(default_factory=dict)
    facts_note: str = ""


def check_films(paths: Sequence[Path], *, folder: Path = FILMS, facts: Path = FACTS) -> Check:
    """Check the film files `paths` (each alone, then against one another) and return everything that is wrong."""
    check = Check()
    vocabulary = yaml.load((folder / "vocabulary.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    for path in paths:
        _read(path, check)
    for entry in check.films:
        check.findings += _record_findings(entry, vocabulary)
    check.findings += _shared_findings(check.films)
    _check_facts(check, folder, facts)
    check.findings.sort(key=lambda finding: (str(finding.path), finding.line))
    return check


def _read(path: Path, check: Check) -> None:
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


def _record_findings(entry: CheckedFilm, vocabulary: Mapping[str, Any]) -> Iterator[Finding]:
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
        known = name in vocabulary["awards"]["names"] and (not category or category in vocabulary["awards"]["categories"])
        if not known:
            yield entry.finding("awards", f"{award!r} is not name or name/category from vocabulary.yml")
    for name, (fewest, most) in TAGS_ALLOWED.items():
        if not fewest <= (count := len(getattr(film, name))) <= most:
            yield entry.finding(name, f"has {count} entries, wanted are {fewest} to {most}")
    if "documentary" not in film.genres and len(film.cast) < 4:
        yield entry.finding("cast", f"names {len(film.cast)} people, wanted are at least 4 for fiction")
    yield from _prose_findings(entry)


def _prose_findings(entry: CheckedFilm) -> Iterator[Finding]:
    film = entry.film
    prose: list[tuple[str, str, Language]] = []
    for language in ("en", "de"):
        if language in film.synopsis:
            prose.append((f"synopsis.{language}", film.synopsis[language], language))
        else:
            yield entry.finding("synopsis", f"has no text in {language!r}")
    prose += [("review", review.text, review.language) for review in film.reviews]
    for name, text, language in prose:
        fewest, most = WORDS_ALLOWED[name]
        line = entry.line_of_words(text)
        if not fewest <= (count := len(text.split())) <= most:
            yield Finding(entry.path, line, f"{name}: has {count} words, wanted are {fewest} to {most}")
        if (seen := _language_of(text)) not in (language, None):
            yield Finding(entry.path, line, f"{name}: reads like {seen!r}, but is marked {language!r}")
    if not any(review.language == "de" for review in film.reviews):
        yield entry.finding("reviews", "has no note in German")


def _language_of(text: str) -> Language | None:
    words = Counter(re.findall(r"[a-zäöüß]+", text.lower()))
    english, german = (sum(words[marker] for marker in MARKERS[language]) for language in ("en", "de"))
    if english == german:
        return None
    return "en" if english > german else "de"


def _shared_findings(films: Iterable[CheckedFilm]) -> Iterator[Finding]:
    """Identical ids, and runs of words that stand in two films."""
    ids: dict[tuple[str, str], CheckedFilm] = {}
    runs: dict[tuple[str, ...], CheckedFilm] = {}
    for entry in films:
        for name, value in entry.film.ids.model_dump(exclude_none=True).items():
            other = ids.setdefault((name, str(value)), entry)
            if other is not entry:
                yield entry.finding("ids", f"{name} {value} is also that of {other.path.name}")
        told: set[Path] = set()
        for text in (*entry.film.synopsis.values(), *(review.text for review in entry.film.reviews)):
            words = re.findall(r"\w+", text.lower())
            for start in range(len(words) - SHARED_RUN_WORDS + 1):
                other = runs.setdefault(tuple(words[start : start + SHARED_RUN_WORDS]), entry)
                if other is not entry and other.path not in told:
                    told.add(other.path)
                    quoted = " ".join(words[start : start + SHARED_RUN_WORDS])
                    yield Finding(entry.path, entry.line_of_words(text), f"shares “{quoted}” with {other.path.name}")


def _check_facts(check: Check, folder: Path, facts: Path) -> None:
    if not facts.is_file():
        check.facts_note = f"Facts not checked: {facts} is not here (the last result stands in {folder / 'facts.csv'})."
        return
    with facts.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    excepted = _exceptions(folder / "exceptions.csv")
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


def _exceptions(path: Path) -> set[tuple[str, str]]:
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
        minutes = int(float(row["runtime_minutes"]))
        yield "runtime", f"{minutes} minutes", abs(minutes - film.runtime) <= RUNTIME_TOLERANCE_MINUTES
    if row["directors"] and film.directors:
        names = [name.strip().lower() for name in re.split(r"[;,]", row["directors"])]
        agree = any(fuzz.token_sort_ratio(name, ours.lower()) > 80 for name in names for ours in film.directors)
        yield "directors", row["directors"], agree


def fingerprint(path: Path) -> str:
    """The first 16 hexadecimal digits of a film file's SHA-256, as `facts.csv` keeps it."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def film_files(folder: Path = FILMS) -> list[Path]:
    """The film files of a catalogue folder, in order."""
    return sorted(path for path in folder.glob("*.yml") if path.name != "vocabulary.yml")


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]] or film_files()
    result = check_films(given)
    for found in result.findings:
        print(found)
    print(f"{len(result.films)} films read, {len(result.findings)} findings. {result.facts_note}")
    sys.exit(1 if result.findings else 0)
