"""The gateway's sentences, from words/<language>.json; none stands in Python."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, get_args

Language = Literal["en", "de"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_FOLDER = Path(__file__).parent / "words"


@cache
def read_words(language: Language) -> Mapping[str, str]:
    """Return all words of one language."""
    words: dict[str, str] = json.loads((_FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return words


def say(key: str, language: Language, **values: object) -> str:
    """Return the sentence `key` with `values` filled in."""
    return read_words(language)[key].format(**values)


def as_language(value: object) -> Language | None:
    """Return `value` if it names a language we speak; 'de-AT' counts as German."""
    if not isinstance(value, str):
        return None
    short = value.strip().lower().replace("_", "-").split("-")[0]
    return next((language for language in LANGUAGES if language == short), None)


def negotiate_language(accept_language: str) -> Language | None:
    """Return the language of ours that an Accept-Language header ranks highest, None when it names none."""
    best: tuple[float, Language] | None = None
    for part in accept_language[:1000].split(","):
        name, _, parameters = part.partition(";")
        language = as_language(name)
        quality = _quality(parameters)
        if language and quality > 0 and (best is None or quality > best[0]):
            best = (quality, language)
    return best[1] if best else None


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
