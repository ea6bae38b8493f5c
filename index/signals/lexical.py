"""Rare words in common: with what the person wrote, or with what is written about the seeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

import numpy as np

from index.documents import Item
from index.film import Language
from index.request import Request
from index.signals import Scores
from index.version import Version
from index.vocabulary import LANGUAGES

SEED_WORDS = 30
Query = Mapping[Language, Mapping[str, float]]


class LexicalSignal:
    """BM25 divided by the most a film could reach; the better of the two languages counts."""

    def __init__(self, name: str, query_of: Callable[[Request], Query]) -> None:
        self.name = name
        self._query_of = query_of

    def scores(self, request: Request) -> Scores | None:
        """The share of the query's rare words that each film has."""
        query = self._query_of(request)
        each = [
            request.version.lexical[language].scores(query[language]) / most
            for language in LANGUAGES
            if (most := best_possible(request.version, language, query[language])) > 0
        ]
        return np.maximum.reduce(each) if each else None

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """The fall of BM25 when the words of one passage or fact are taken out."""
        query = self._query_of(request)
        best: dict[Language, float] = {}
        rests: dict[Language, dict[Item, float]] = {}
        for language in LANGUAGES:
            most = best_possible(request.version, language, query[language])
            if most > 0:
                best[language], rests[language] = _without_each(request.version, row, language, query[language], most)
        whole = max(best.values(), default=0.0)
        items = {item for rest in rests.values() for item in rest}
        return {item: whole - max(rests[each].get(item, best[each]) for each in best) for item in items}


def best_possible(version: Version, language: Language, query: Mapping[str, float]) -> float:
    """The most a film could score: every word there, endlessly often."""
    lexical = version.lexical[language]
    return sum(weight * lexical.idf(word) for word, weight in query.items())


def text_query(request: Request) -> Query:
    """The person's words."""
    return request.words


def seed_query(request: Request) -> Query:
    """The words that set the seeds apart: the highest tf-idf of what is written about them."""
    query: dict[Language, dict[str, float]] = {language: {} for language in LANGUAGES}
    if request.seeds:
        query["en"] = seed_words(request.version, request.seeds, "en")
        if not query["en"]:
            query["de"] = seed_words(request.version, request.seeds, "de")
    return query


def seed_words(version: Version, seeds: tuple[int, ...], language: Language) -> dict[str, float]:
    """The `SEED_WORDS` stems of highest tf-idf of some films, with weights up to 1."""
    lexical = version.lexical[language]
    counts = Counter(word for seed in seeds for _, words in version.bag(seed, language) for word in words)
    weights = {word: (count / (count + 1.2)) * lexical.idf(word) for word, count in counts.items()}
    chosen = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:SEED_WORDS]
    top = chosen[0][1] if chosen else 1.0
    return {word: weight / top for word, weight in chosen if weight > 0}


def _without_each(
    version: Version, row: int, language: Language, query: Mapping[str, float], most: float
) -> tuple[float, dict[Item, float]]:
    lexical = version.lexical[language]
    bag = version.bag(row, language)
    counts = Counter(word for _, words in bag for word in words)
    whole = lexical.score_words(query, counts) / most
    rests = {}
    for item, words in bag:
        if any(word in query for word in words):
            rest = counts.copy()
            rest.subtract(words)
            rests[item] = lexical.score_words(query, rest) / most
    return whole, rests
