"""Runs the ranking and the floors over every set, and measures speed and variety on the way."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from index.evaluation.floors import FLOORS
from index.evaluation.measures import Figure, auc, better, mean, ndcg, recall
from index.evaluation.sets import Question, Verdict
from index.film import Film
from index.search import Recommender
from index.signals import Scores
from index.similarity import similarity
from index.version import Version
from index.wish import Wish

DEPTHS = {"inspired": (1, 5, 10), "redial-turn": (1, 5, 10), "redial-dialog": (1, 5, 10)}
Advance = Callable[[], None]


def top(version: Version, question: Question, scores: Scores, *, depth: int = 10) -> list[int]:
    """The best rows by score among the candidates: films with a synopsis that were not named."""
    chosen = np.where(version.films.has_synopsis, scores, -np.inf)
    chosen[list(question.excluded)] = -np.inf
    best = np.argpartition(-chosen, depth)[:depth] if len(chosen) > depth else np.arange(len(chosen))
    return [int(row) for row in best[np.argsort(-chosen[best], kind="stable")] if np.isfinite(chosen[row])]


def run_set(
    recommender: Recommender, name: str, questions: Sequence[Question], *, advance: Advance | None = None
) -> dict[str, Any]:
    """Our figures and every floor's on one set, and whether ours beats the best floor beyond doubt."""
    version, _ = recommender.opened
    rankings: dict[str, list[list[int]]] = {"Usher": [], **{floor: [] for floor in FLOORS}}
    for question in questions:
        rankings["Usher"].append(recommender.order(question.wish, exclude=question.excluded))
        for floor, rank in FLOORS.items():
            rankings[floor].append(top(version, question, rank(version, question)))
        if advance:
            advance()
    measure = "nDCG@10" if name == "similar" else "Recall@10"
    values = {
        who: [_value(name, ranking, q) for ranking, q in zip(rows, questions, strict=True)]
        for who, rows in rankings.items()
    }
    best = max(FLOORS, key=lambda floor: float(np.mean(values[floor])) if values[floor] else 0.0)
    found: dict[str, Any] = {
        "measure": measure,
        "questions": len(questions),
        "figures": {who: mean(each)._asdict() for who, each in values.items()},
        "found_only": {who: _found_only(name, rankings[who], questions)._asdict() for who in values},
        "best_floor": best,
        "gain": better(values["Usher"], values[best])._asdict(),
    }
    for depth in DEPTHS.get(name, ()):
        shares = [recall(r, q.gold, q.missing, depth=depth) for r, q in zip(rankings["Usher"], questions, strict=True)]
        found[f"Recall@{depth}"] = mean(shares)._asdict()
    found["variety"] = variety(version, rankings["Usher"])
    return found


def _value(name: str, ranking: Sequence[int], question: Question) -> float:
    measure = ndcg if name == "similar" else recall
    return measure(ranking, question.gold, question.missing)


def _found_only(name: str, rankings: Sequence[Sequence[int]], questions: Sequence[Question]) -> Figure:
    """The same figure with gold that is no candidate left out."""
    measure = ndcg if name == "similar" else recall
    pairs = [(ranking, q) for ranking, q in zip(rankings, questions, strict=True) if q.gold]
    return mean([measure(ranking, q.gold, 0) for ranking, q in pairs])


def variety(version: Version, rankings: Sequence[Sequence[int]]) -> dict[str, float]:
    """How much of the catalogue is ever shown, how often the commonest film comes, and how well known films are."""
    shown = Counter(row for ranking in rankings for row in ranking)
    total = sum(shown.values())
    if not total:
        return {}
    return {
        "share_of_catalogue": len(shown) / int(version.films.has_synopsis.sum()),
        "commonest": max(shown.values()) / max(1, len(rankings)),
        "known": sum(float(version.films.known[row]) * count for row, count in shown.items()) / total,
    }


def run_verdicts(recommender: Recommender, verdicts: Sequence[Verdict], total: int) -> dict[str, Any]:
    """AUC of our absolute similarity and of plain ones, over all pairs that the catalogue holds."""
    version, fusion = recommender.opened
    coefficients = fusion.weights.similarity
    truth, seeds = [each.fits for each in verdicts], [each.seed for each in verdicts]
    scorers: Mapping[str, Callable[[Verdict], float]] = {
        "Usher": lambda each: similarity(version, each.seed, each.film, coefficients),
        "popularity": lambda each: float(version.films.known[each.film]),
        "shared genres": lambda each: _jaccard(version.films.at(each.seed), version.films.at(each.film)),
        "MiniLM": lambda each: _cosine(version, each),
    }
    figures = {who: auc([score(each) for each in verdicts], truth, seeds)._asdict() for who, score in scorers.items()}
    return {"measure": "AUC", "pairs": len(verdicts), "coverage": len(verdicts) / max(1, total), "figures": figures}


def _jaccard(one: Film, other: Film) -> float:
    left, right = set(one.genres), set(other.genres)
    return len(left & right) / max(1, len(left | right))


def _cosine(version: Version, verdict: Verdict) -> float:
    one, other = (version.profiles["story"].of(row) for row in (verdict.seed, verdict.film))
    return float(one @ other) if one is not None and other is not None else 0.0


def run_speed(recommender: Recommender, wishes: Sequence[Wish]) -> dict[str, float]:
    """Milliseconds of one search with reasons; the words were encoded before, as the cache has them."""
    times = []
    for wish in wishes:
        recommender.recommend(wish)
        began = time.perf_counter()
        recommender.recommend(wish)
        times.append((time.perf_counter() - began) * 1000)
    p50, p95 = np.percentile(times, [50, 95]) if times else (0.0, 0.0)
    return {"wishes": len(times), "p50_ms": float(p50), "p95_ms": float(p95)}
