"""Facts asked of films that are named: the question is read with a pronoun in the place of each title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from bot.engine.nlu.facts import FactMention, facts
from bot.engine.nlu.language import Language
from bot.engine.nlu.text import before
from bot.engine.nlu.wordlists import lines

Bounds = tuple[int, int]
_PRONOUNS = {"en": "it", "de": "er"}
_ROLE_ASKED = re.compile(
    r"\b(?:who (?:plays?|played|voices?|voiced|portray\w*)|wer (?:spielt|spielte|spricht|"
    r"verkörpert\w*))\s+(?:the |den |die |das |der )?[\"“„']?$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|den|die|das|der)\s+", re.IGNORECASE)


def is_role(text: str, start: int) -> bool:
    """Whether the name at `start` is the character asked for ("who plays the Joker in The Dark Knight")."""
    return bool(_ROLE_ASKED.search(before(text, start)))


def asked(text: str, titles: Iterable[Bounds], language: Language) -> Iterator[FactMention]:
    """The facts asked for, at their places in `text`."""
    spoken, shifts = _with_pronouns(text, sorted(titles), _PRONOUNS[language])
    for fact in facts(spoken):
        role = _ARTICLE.sub("", fact.role) if fact.role else None
        yield FactMention(_place(fact.start, shifts), min(_place(fact.end, shifts), len(text)), fact.field, role)


def notes(question: str) -> Iterator[str]:
    """The content notes that a question asks for ("does the dog die?", "is there blood?"), by their keys."""
    for key, pattern in _notes():
        if pattern.search(question):
            yield key


@cache
def _notes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = (line.split(" ; ") for line in lines("notes_asked.txt"))
    return tuple((key, re.compile(rf"\b(?:{words})", re.IGNORECASE)) for key, words in listed)


def _with_pronouns(text: str, titles: Sequence[Bounds], pronoun: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with each title replaced, and from which place on it is shorter by how much."""
    spoken, place, shifts, gone = "", 0, [], 0
    for start, end in titles:
        if start < place:
            continue
        spoken += text[place:start] + pronoun
        gone += (end - start) - len(pronoun)
        shifts.append((len(spoken), gone))
        place = end
    return spoken + text[place:], shifts


def _place(spoken_place: int, shifts: Sequence[tuple[int, int]]) -> int:
    gone = 0
    for begin, shift in shifts:
        if spoken_place >= begin:
            gone = shift
    return max(0, spoken_place + gone)
