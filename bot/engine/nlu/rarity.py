"""How ordinary a word is: what keeps "her" and "up" from being films in every sentence."""

from __future__ import annotations

import math
from functools import lru_cache

from bot.engine.nlu.wordlists import lines, listed, ordered

_COMMON_GERMAN_RANK = 1000
# Rarer words than this are not said by everybody all the time.
EVERYDAY = 0.62
_ORDINARY_BELOW = 0.88


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    ranks = dict.fromkeys(ordered("german.txt"), _COMMON_GERMAN_RANK)
    for rank, word in enumerate(ordered("english.txt"), start=1):
        ranks[word] = min(rank, ranks.get(word, rank))
    return ranks


def rarity(plain: str) -> float:
    """0 for the commonest words up to 1 for those in no list; numbers and single letters are half-way."""
    if plain.isdigit() or len(plain) == 1:
        return 0.5
    ranks = _ranks()
    rank = ranks.get(plain)
    if rank is None and plain.endswith("s"):
        rank = ranks.get(plain[:-1])
    return 1.0 if rank is None else min(1.0, math.log1p(rank) / math.log1p(len(ranks)) * 0.95)


def is_ordinary(plain: str) -> bool:
    """Whether the word is one that people say without meaning a film."""
    return rarity(plain) < _ORDINARY_BELOW


@lru_cache(maxsize=1)
def _only_english() -> frozenset[str]:
    return listed("english.txt") - listed("german.txt")


def is_foreign(plain: str) -> bool:
    """Whether the word is English and not German, so that in a German sentence it is likely a name."""
    return plain in _only_english()


@lru_cache(maxsize=1)
def talk() -> frozenset[str]:
    """Whole things people say that are also titles, folded."""
    return frozenset(lines("talk.txt"))
