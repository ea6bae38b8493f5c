"""A message split into words, and stretches of it that may name something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.engine.nlu.language import Language
from bot.engine.nlu.names import Form
from bot.engine.nlu.rarity import EVERYDAY, rarity
from bot.engine.nlu.text import Word, words
from bot.engine.nlu.titles import Match

_SENTENCE_END = re.compile(r"[.!?\n:\"“„»*…]")


@dataclass
class Sentence:
    """A message split into words, with what is true of it as a whole."""

    text: str
    language: Language = "en"
    people: Sequence[tuple[int, int]] = ()
    words: list[Word] = field(init=False)

    def __post_init__(self) -> None:
        self.words = words(self.text)

    def gap(self, place: int) -> str:
        """What stands between the word before `place` and the word at `place` (or the message's ends)."""
        start = self.words[place - 1].end if place > 0 else 0
        end = self.words[place].start if place < len(self.words) else len(self.text)
        return self.text[start:end]

    def starts_sentence(self, place: int) -> bool:
        """Whether a capital at `place` says nothing because a sentence begins there."""
        return place == 0 or bool(_SENTENCE_END.search(self.gap(place)))

    @cached_property
    def capitals(self) -> float:
        """The share of everyday words inside sentences that are capitalised: near 1 where capitals mean nothing."""
        inner = [
            word
            for place, word in enumerate(self.words)
            if not self.starts_sentence(place) and len(word.text) > 1 and rarity(word.plain) < EVERYDAY
        ]
        return sum(word.text[0].isupper() for word in inner) / len(inner) if len(inner) > 3 else 0.0

    @cached_property
    def is_plain(self) -> bool:
        """Whether the person writes without capitals, so that their absence says nothing."""
        return not any(letter.isupper() for word in self.words if len(word.text) > 1 for letter in word.text)


@dataclass(frozen=True)
class Span:
    """Words `first` to `last` (exclusive) of a message that may name one of `matches`."""

    first: int
    last: int
    matches: tuple[Match, ...]
    likeness: float = 1.0
    respaced: bool = False

    @property
    def best_form(self) -> Form:
        """The fullest form under which the span names a film."""
        return min(match.form for match in self.matches)
