"""Titles and names out of a text before its intent is guessed: "films like Her" and "films like Heat" are one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

MASKS = {"film": "filmtitle", "unknown_title": "filmtitle", "person": "personname"}
_NAMES = Path(__file__).with_name("words") / "example_names.txt"


def mask_message(message: Message) -> str:
    """The message's text, each recognised film and person as one word."""
    return mask_spans(str(message.get(TEXT) or ""), message.get(ENTITIES, []))


def mask_spans(text: str, entities: Iterable[Mapping[str, Any]]) -> str:
    """`text` with films and people masked; a later span that overlaps one before it is left alone."""
    pieces: list[str] = []
    place = 0
    for entity in sorted(entities, key=lambda entity: (entity.get("start", 0), -entity.get("end", 0))):
        mask, start, end = MASKS.get(str(entity.get("entity"))), entity.get("start", 0), entity.get("end", 0)
        if mask and place <= start < end:
            pieces += [text[place:start], mask]
            place = end
    return "".join([*pieces, text[place:]])


def mask_examples(examples: Iterable[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """Training texts and intents: each example as written and, where it names a film or a person, masked too."""
    texts, intents = [], []
    for text, intent in examples:
        for variant in dict.fromkeys((text, mask_names(text))):
            texts.append(variant)
            intents.append(intent)
    return texts, intents


def mask_names(text: str) -> str:
    """An example with the titles and names of `example_names.txt` masked, however they are spelt."""
    return _name_pattern().sub(lambda match: _listed_names()[match.group().lower()], text)


@lru_cache(maxsize=1)
def _listed_names() -> dict[str, str]:
    """Lower-case names to their mask; the file has one name a line, films first, people after an empty line."""
    films, _, people = _NAMES.read_text(encoding="utf-8").partition("\n\n")
    listed = {name.lower(): MASKS["film"] for name in films.splitlines() if not name.startswith("#")}
    return {**listed, **{name.lower(): MASKS["person"] for name in people.splitlines() if name}}


@lru_cache(maxsize=1)
def _name_pattern() -> re.Pattern[str]:
    # "her" is a word and "Her" a film; longer names are names in any case.
    exact = "|".join(re.escape(name.title()) for name in _by_length(short=True))
    names = "|".join(re.escape(name) for name in _by_length(short=False))
    return re.compile(rf"(?<!\w)(?:(?i:{names})|{exact})(?!\w)")


def _by_length(*, short: bool) -> list[str]:
    return sorted((name for name in _listed_names() if (len(name) < 6) is short), key=len, reverse=True)
