"""Puts reasons into words: the messages of `index/words`, rendered with Fluent; names of countries and languages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

from index.film import Language
from index.version import Version

WORDS = Path(__file__).parent / "words"
QUOTE_AT_MOST = 150
KINDS = {
    "genres": "genre",
    "themes": "theme",
    "moods": "mood",
    "style": "style",
    "content_notes": "content_note",
    "awards": "award",
}


@lru_cache(maxsize=4)
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((WORDS / f"{language}.ftl").read_text(encoding="utf-8")))
    return bundle


def say(language: Language, key: str, **arguments: str | int) -> str:
    """One message in one language; a missing key or argument is an error, never shown to a person."""
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise KeyError(key)
    # Numbers other than counts are names (years, minutes): no thousands separator.
    values = {name: value if name in ("count", "gap") else str(value) for name, value in arguments.items()}
    text, faults = bundle.format_pattern(pattern, values)
    if faults:
        raise ValueError(f"index/words/{language}.ftl: {key}: {faults[0]}")
    return str(text)


def listed(language: Language, values: Sequence[str]) -> str:
    """Several names as people list them: `a, b and c`."""
    return str(format_list(list(values), locale=language))


def named(version: Version, field: str, key: str, language: Language) -> str:
    """What people call the value of a field."""
    if field == "countries":
        return str(Locale(language).territories.get(key, key))
    if field == "languages":
        return str(Locale(language).languages.get(key, key))
    return version.vocabulary.name(KINDS[field], key, language) if field in KINDS else key


def clip(text: str) -> str:
    """The beginning of a passage, cut at a pause where there is one, with … where it was cut."""
    if len(text) <= QUOTE_AT_MOST:
        return text
    head = text[:QUOTE_AT_MOST]
    pause = max(head.rfind(mark) for mark in (", ", "; ", ": ", " – ", ". "))
    cut = pause if pause > QUOTE_AT_MOST // 2 else head.rfind(" ")
    return f"{head[:cut]} …"
