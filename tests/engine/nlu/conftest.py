from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.engine.nlu.library import Library, library_of
from bot.engine.nlu.reading import Entity, Reading, read
from bot.engine.nlu.titles import gazetteer_from

from .small import content


@pytest.fixture(scope="session")
def library() -> Library:
    return library_of(gazetteer_from(content()))


@pytest.fixture(scope="session")
def reading(library: Library) -> Callable[[str], Reading]:
    return lambda text: read(text, library)


@pytest.fixture(scope="session")
def said(reading: Callable[[str], Reading]) -> Callable[[str, str], list[Any]]:
    """The values of one kind of entity in a text, those ruled out written with a leading "not"."""

    def values(text: str, kind: str) -> list[Any]:
        found = reading(text)
        entities: list[Entity] = [*found.films, *found.people, *found.terms, *found.language]
        return [
            f"not {entity.value}" if entity.extra.get("negated") else entity.value
            for entity in entities
            if entity.kind == kind
        ]

    return values
