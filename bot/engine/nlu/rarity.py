"""How ordinary a word is: what keeps "her" and "up" from being films in every sentence."""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path

_WORDS = Path(__file__).parent / "words"
_COMMON_GERMAN_RANK = 1000


def _listed(name: str) -> list[str]:
    lines = (_WORDS / name).read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    ranks = dict.fromkeys(_listed("german.txt"), _COMMON_GERMAN_RANK)
    for rank, word in enumerate(_listed("english.txt"), start=1):
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


@lru_cache(maxsize=1)
def _german() -> frozenset[str]:
    return frozenset(_listed("german.txt"))


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    return frozenset(_listed("english.txt"))


def is_foreign(plain: str) -> bool:
    """Whether the word is English and not German, so that in a German sentence it is likely a name."""
    return plain in _english() and plain not in _german()


def is_ordinary(plain: str) -> bool:
    """Whether the word is one that people say without meaning a film."""
    return rarity(plain) < 0.88


@lru_cache(maxsize=1)
def talk() -> frozenset[str]:
    """Whole things people say that are also titles, folded."""
    lines = (_WORDS / "talk.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
