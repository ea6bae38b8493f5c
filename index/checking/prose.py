"""The prose: long enough, in the language it says, and not standing in two films."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from index.checking.finding import CheckedFilm, Finding
from index.film import Language

WORDS_ALLOWED: Mapping[str, tuple[int, int]] = {"synopsis.en": (60, 110), "synopsis.de": (45, 90), "review": (20, 45)}
SHARED_RUN_WORDS = 10

# The commonest short words of each language that the other does not have: enough to tell which one a paragraph is in.
MARKERS: Mapping[Language, frozenset[str]] = {
    "en": frozenset(re.findall(r"\w+", "the and of to that with his her is are who from their they as it for by")),
    "de": frozenset(re.findall(r"\w+", "der die das und den dem ein eine ist nicht mit sich von zu auf als auch wird")),
}


def prose_findings(entry: CheckedFilm) -> Iterator[Finding]:
    """Yield what is wrong with the length and the language of a film's texts."""
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
        if (seen := language_of(text)) not in (language, None):
            yield Finding(entry.path, line, f"{name}: reads like {seen!r}, but is marked {language!r}")
    if not any(review.language == "de" for review in film.reviews):
        yield entry.finding("reviews", "has no note in German")


def language_of(text: str) -> Language | None:
    """The language a paragraph reads like, `None` when it cannot be told."""
    words = Counter(re.findall(r"[a-zäöüß]+", text.lower()))
    english, german = (sum(words[marker] for marker in MARKERS[language]) for language in ("en", "de"))
    if english == german:
        return None
    return "en" if english > german else "de"


def shared_findings(films: Iterable[CheckedFilm]) -> Iterator[Finding]:
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
