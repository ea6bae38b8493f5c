"""Reads the conversations and knows which films they need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).parent
TURN_KEYS = frozenset(
    ("say", "press", "meant", "entities", "wish", "kind", "films", "about", "text", "not_text", "fact", "values")
) | {"language", "again", "forget"}
FILM_KEYS = frozenset(("count", "exclude", "include", "any", "each", "some", "step"))
_FILM_ID = re.compile(r"[a-z0-9-]+-(?:18|19|20)\d\d")


@dataclass(frozen=True)
class Conversation:
    """One dialogue of a topic's file."""

    topic: str
    name: str
    language: str
    turns: tuple[dict[str, Any], ...]

    @property
    def films(self) -> frozenset[str]:
        """Ids of the films that must be in the catalogue for this to make sense; those ruled out need not be."""
        return frozenset(_film_ids({"turns": self.turns}))


def read_conversations() -> list[Conversation]:
    """Every conversation of every topic; a key that the format does not know is an error."""
    found = []
    for path in sorted(HERE.glob("*.yml")):
        for raw in YAML(typ="safe").load(path.read_text("utf-8")):
            _check(path, raw)
            found.append(Conversation(path.stem, raw["name"], raw["language"], tuple(raw["turns"])))
    return found


def _check(path: Path, raw: dict[str, Any]) -> None:
    for turn in raw["turns"]:
        unknown = (set(turn) - TURN_KEYS) | (set(turn.get("films") or ()) - FILM_KEYS)
        if unknown or ("say" in turn) == ("press" in turn):
            raise ValueError(f"{path.name}: {raw['name']}: {turn}: unknown {sorted(unknown)}, or not one of say, press")


def _film_ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in ("exclude", "any", "say"):
                yield from _film_ids(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _film_ids(each)
    elif isinstance(value, str) and _FILM_ID.fullmatch(value):
        yield value
