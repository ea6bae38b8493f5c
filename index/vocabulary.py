"""The controlled lists: what a genre, theme, mood or style is called in English and German, and how people say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from index.errors import CatalogueFault
from index.film import Language
from index.text import WORD, stem
from index.yaml import read_yaml

SECTIONS = {
    "genres": "genre",
    "themes": "theme",
    "moods": "mood",
    "style": "style",
    "content_notes": "content_note",
}
TAG_FIELDS = {"genre": "genres", "theme": "themes", "mood": "moods", "style": "style", "content_note": "content_notes"}
LANGUAGES: tuple[Language, Language] = ("en", "de")


@dataclass(frozen=True)
class Entry:
    """One controlled term: its key and, for each language, its names, the one shown to people first."""

    kind: str
    key: str
    names: Mapping[Language, tuple[str, ...]]


class Found(NamedTuple):
    """A term named in a text, with where it stands there."""

    kind: str
    key: str
    start: int
    end: int
    text: str


class Vocabulary:
    """All controlled terms; unknown keys are their own name, so that imported catalogues work too."""

    def __init__(self, entries: Iterator[Entry] | tuple[Entry, ...] = ()) -> None:
        self._entries = {(entry.kind, entry.key): entry for entry in entries}

    @classmethod
    def read(cls, path: Path) -> Vocabulary:
        """Read `vocabulary.yml`; a malformed file is a `CatalogueFault`."""
        value = read_yaml(path).value
        if not isinstance(value, dict):
            raise CatalogueFault(f"{path}: expected sections (genres, themes, …), saw {type(value).__name__}")
        return cls(tuple(_entries(value, path)))

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def name(self, kind: str, key: str, language: Language) -> str:
        """What people reading `language` call the term; an award's category follows its name."""
        if kind == "award" and "/" in key:
            prize, category = key.split("/", 1)
            return f"{self.name('award', prize, language)} ({self.name('award_category', category, language)})"
        entry = self._entries.get((kind, key))
        return entry.names[language][0] if entry else key

    def knows(self, kind: str, key: str) -> bool:
        """Whether the key stands in the list of that kind."""
        return (kind, key) in self._entries

    def find(self, text: str, language: Language | None = None) -> list[Found]:
        """The terms a text names, longest first at each place, in order; in one language or, by default, in both."""
        found: dict[int, Found] = {}
        for spoken in (language,) if language else LANGUAGES:
            for item in self._find_in(text, spoken):
                known = found.get(item.start)
                if known is None or item.end > known.end:
                    found[item.start] = item
        return _without_overlap(sorted(found.values()))

    def _find_in(self, text: str, language: Language) -> Iterator[Found]:
        places = list(WORD.finditer(text))
        stems = [stem(place.group().lower(), language) for place in places]
        by_stems, longest = self._by_stems[language]
        for first in range(len(stems)):
            for count in range(min(longest, len(stems) - first), 0, -1):
                for entry in by_stems.get(tuple(stems[first : first + count]), ()):
                    start, end = places[first].start(), places[first + count - 1].end()
                    yield Found(entry.kind, entry.key, start, end, text[start:end])

    @cached_property
    def _by_stems(self) -> dict[Language, tuple[dict[tuple[str, ...], list[Entry]], int]]:
        table: dict[Language, tuple[dict[tuple[str, ...], list[Entry]], int]] = {}
        for language in LANGUAGES:
            by_stems: dict[tuple[str, ...], list[Entry]] = {}
            for entry in self:
                if entry.kind not in TAG_FIELDS:
                    continue
                for name in entry.names[language]:
                    stems = tuple(stem(place.group().lower(), language) for place in WORD.finditer(name))
                    if stems and entry not in by_stems.setdefault(stems, []):
                        by_stems[stems].append(entry)
            table[language] = by_stems, max((len(stems) for stems in by_stems), default=0)
        return table


def _without_overlap(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for item in sorted(found, key=lambda each: (each.start - each.end, each.start)):
        if all(item.end <= other.start or item.start >= other.end for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda each: each.start)


def _entries(value: dict[str, Any], path: Path) -> Iterator[Entry]:
    for section, kind in SECTIONS.items():
        yield from _section(value.get(section) or {}, kind, f"{path}: {section}")
    awards = value.get("awards") or {}
    yield from _section(awards.get("names") or {}, "award", f"{path}: awards.names")
    yield from _section(awards.get("categories") or {}, "award_category", f"{path}: awards.categories")


def _section(section: Any, kind: str, where: str) -> Iterator[Entry]:
    if not isinstance(section, dict):
        raise CatalogueFault(f"{where}: expected entries like `drama: {{de: Drama}}`, saw {type(section).__name__}")
    for key, fields in section.items():
        if not isinstance(fields, dict):
            raise CatalogueFault(f"{where}.{key}: expected {{de: …}}, saw {fields!r}")
        synonyms = fields.get("synonyms") or {}
        names: dict[Language, tuple[str, ...]] = {
            language: tuple(
                dict.fromkeys(str(name) for name in (fields.get(language) or key, *(synonyms.get(language) or ())))
            )
            for language in LANGUAGES
        }
        if key not in names["en"]:
            names["en"] = (*names["en"], str(key))
        yield Entry(kind, str(key), names)
