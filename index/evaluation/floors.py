"""The plain rankings that ours must beat, run on the same questions: popularity, BM25, MiniLM, and RRF of the two."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from index.evaluation.sets import Question
from index.request import Request
from index.signals import Scores
from index.signals.lexical import LexicalSignal, Query
from index.signals.profile import ProfileSignal
from index.text import terms
from index.version import Version

RRF_K = 60
Floor = Callable[[Version, Question], Scores]


def popularity(version: Version, question: Question) -> Scores:
    """How well known each film is, whatever was asked."""
    del question
    return version.films.known


def bm25(version: Version, question: Question) -> Scores:
    """BM25 of the text, or of what is written about the seeds."""
    query: Query = {"en": _words(version, question), "de": {}}

    def query_of(request: Request) -> Query:
        del request
        return query

    found = LexicalSignal("floor", query_of).scores(Request(question.wish, version))
    return found if found is not None else np.zeros(len(version.films), np.float32)


def minilm(version: Version, question: Question) -> Scores:
    """Cosine of the text, or of the seeds, with the mean of each synopsis's sentences."""
    if question.wish.text:
        vector = version.encoder.encode([question.wish.text])[0]
        return version.profiles["story"].scores(vector)
    found = ProfileSignal("story").scores(Request(question.wish, version))
    return found if found is not None else np.zeros(len(version.films), np.float32)


def rrf(version: Version, question: Question) -> Scores:
    """Reciprocal rank fusion of BM25 and MiniLM (Cormack et al. 2009, k = 60)."""
    return _fused(bm25(version, question), minilm(version, question))


def rrf_popularity(version: Version, question: Question) -> Scores:
    """The same with popularity as a third ranking."""
    return _fused(bm25(version, question), minilm(version, question), popularity(version, question))


FLOORS: Mapping[str, Floor] = {
    "popularity": popularity,
    "BM25": bm25,
    "MiniLM": minilm,
    "RRF": rrf,
    "RRF + popularity": rrf_popularity,
}


def _words(version: Version, question: Question) -> dict[str, float]:
    if question.wish.text:
        return dict.fromkeys(terms(question.wish.text, "en"), 1.0)
    rows = [version.films.rows[film_id] for film_id in question.wish.seeds]
    return {
        word: 1.0
        for row in rows
        for item, words in version.bag(row, "en")
        if item.is_passage or item.field == "keywords"
        for word in words
    }


def _fused(*each: Scores) -> Scores:
    total = np.zeros(len(each[0]), dtype=np.float32)
    for scores in each:
        ranks = np.empty(len(scores), dtype=np.int64)
        ranks[np.argsort(-scores, kind="stable")] = np.arange(len(scores))
        total += (1 / (RRF_K + 1 + ranks)).astype(np.float32)
    return total
