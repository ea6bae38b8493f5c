"""Reads a request typed in the terminal as a wish, without the engine: seeds after “like”/“wie”, else free text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

from index.film import Film, Language
from index.wish import Wish

LIKE = re.compile(r"\b(?:like|similar to|wie|ähnlich wie)\s+(?P<titles>.+)$", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:,|&|\band\b|\bund\b)\s*", re.IGNORECASE)
SURE = 90.0


def read_wish(text: str, films: Iterable[Film], *, language: Language, count: int) -> Wish:
    """A wish with the films named after “like” as seeds; the whole text where no film is recognised."""
    names = {utils.default_process(name): film.id for film in films for name in film.names}
    match = LIKE.search(text)
    seeds = _seeds(match["titles"], names) if match else ()
    return Wish(language=language, text="" if seeds else text, seeds=seeds, count=count)


def _seeds(titles: str, names: dict[str, str]) -> tuple[str, ...]:
    """The film that all of `titles` names, or the films its parts name; none unless every part is one."""
    for parts in ([titles], BETWEEN.split(titles)):
        nearest = [process.extractOne(utils.default_process(part), names.keys(), scorer=fuzz.ratio) for part in parts]
        if all(found is not None and found[1] >= SURE for found in nearest):
            return tuple(dict.fromkeys(names[found[0]] for found in nearest))
    return ()
