"""What the engine knows about films: the one file of titles, people and terms that a build exports."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from index.film import Film
from index.providers import provider_names
from index.store import write_whole
from index.vocabulary import LANGUAGES, TAG_FIELDS, Vocabulary

FORMAT = 1
KEY_LENGTH = 10


def film_key(film_id: str) -> str:
    """A short stable name of a film for buttons: ten characters of a–z and 2–7."""
    digest = hashlib.sha256(film_id.encode()).digest()
    return base64.b32encode(digest).decode().lower()[:KEY_LENGTH]


class TitleWriter:
    """Collects titles, people and terms film by film, then writes the file in one step."""

    def __init__(self) -> None:
        self._films: list[dict[str, Any]] = []
        self._people: dict[str, Counter[str]] = {}
        self._providers: dict[str, str] = {}

    def add(self, film: Film) -> None:
        """Note one film and the people who made it."""
        english = [film.title]
        german = [film.german_title or film.title]
        names = {"en": english, "de": german, "other": [name for name in film.names if name not in (*english, *german)]}
        entry = {"id": film.id, "key": film_key(film.id), "title": film.title, "year": film.year}
        self._films.append({**entry, "names": names, "directors": list(film.directors)})
        self._providers.update((showing.provider.casefold(), showing.provider) for showing in film.where)
        for job, people in (
            ("director", film.directors),
            ("cast", tuple(member.name for member in film.cast)),
            ("writer", film.writers),
            ("music", film.music),
            ("cinematography", film.cinematography),
        ):
            for name in people:
                self._people.setdefault(name, Counter())[job] += 1

    def write(self, path: Path, *, version: str, known: Iterable[float], vocabulary: Vocabulary) -> None:
        """Write the file; `known` says film by film how likely people mean it."""
        films = [{**film, "known": round(float(value), 3)} for film, value in zip(self._films, known, strict=True)]
        people = [
            {"name": name, "jobs": [job for job, _ in jobs.most_common()], "films": max(jobs.values())}
            for name, jobs in sorted(self._people.items())
        ]
        terms: list[dict[str, Any]] = [
            {
                "kind": entry.kind,
                "key": entry.key,
                "names": {language: list(entry.names[language]) for language in LANGUAGES},
            }
            for entry in vocabulary
            if entry.kind in TAG_FIELDS
        ]
        for provider in sorted(self._providers.values()):
            names = list(provider_names(provider))
            terms.append({"kind": "provider", "key": provider, "names": dict.fromkeys(LANGUAGES, names)})
        content = {"format": FORMAT, "version": version, "films": films, "people": people, "terms": terms}
        write_whole(path, json.dumps(content, ensure_ascii=False, separators=(",", ":")))
