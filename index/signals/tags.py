"""Themes, moods and style in common, rare ones counting more: with the seeds, or with what was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from index.documents import Item
from index.facts import FactField
from index.request import SOFT_KINDS, Request
from index.signals import Scores, together, together_one


class SharedSignal:
    """Cosine of idf-weighted values of some fields, joined over the seeds."""

    def __init__(self, name: str, fields: Sequence[str]) -> None:
        self.name = name
        self.fields = fields

    def scores(self, request: Request) -> Scores | None:
        """The cosine with every seed that has such values."""
        fields = self._tables(request)
        lengths = _lengths(fields)
        each = [self._one(fields, lengths, seed) for seed in request.seeds if lengths[seed] > 0]
        return together(each) if each else None

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """The fall of the cosine when one value is taken from the film."""
        fields = self._tables(request)
        lengths = _lengths(fields)
        seeds = [seed for seed in request.seeds if lengths[seed] > 0]
        if not seeds:
            return {}
        weights = _weights(self.fields, fields, row)
        seed_weights = [_weights(self.fields, fields, seed) for seed in seeds]
        whole = _joined(weights, seed_weights)
        return {
            item: whole - _joined({other: weight for other, weight in weights.items() if other != item}, seed_weights)
            for item in weights
        }

    def _tables(self, request: Request) -> list[FactField]:
        return [request.version.facts[field] for field in self.fields]

    def _one(self, fields: list[FactField], lengths: Scores, seed: int) -> Scores:
        dots = np.zeros(len(lengths), dtype=np.float32)
        for field in fields:
            by_value = field.by_value
            for column in field.columns_of(seed):
                films = by_value.indices[by_value.indptr[column] : by_value.indptr[column + 1]]
                dots[films] += field.idf[column] ** 2
        return np.asarray(dots / np.maximum(lengths * lengths[seed], 1e-9), dtype=np.float32)


class WishedSignal:
    """The share of the wished themes, moods and styles that a film has."""

    name = "wished"

    def scores(self, request: Request) -> Scores | None:
        """The weighted share of wished terms each film holds."""
        terms = request.soft_terms
        if not terms:
            return None
        scores = np.zeros(len(request.version.films), dtype=np.float32)
        for term in terms:
            field = request.version.facts[SOFT_KINDS[term.kind]]
            scores[field.films_with(term.key)] += request.term_share / len(terms)
        return scores

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """Each wished term the film holds is worth its share."""
        film = request.version.films.at(row)
        held: dict[str, Iterable[str]] = {"theme": film.themes, "mood": film.moods, "style": film.style}
        terms = request.soft_terms
        worth = request.term_share / max(1, len(terms))
        return {Item(SOFT_KINDS[term.kind], term.key): worth for term in terms if term.key in held[term.kind]}


def _lengths(fields: list[FactField]) -> Scores:
    squares = np.add.reduce([field.norms**2 for field in fields])
    return np.asarray(np.sqrt(squares), dtype=np.float32)


def _weights(names: Sequence[str], fields: list[FactField], row: int) -> dict[Item, float]:
    return {
        Item(name, field.values[column]): float(field.idf[column])
        for name, field in zip(names, fields, strict=True)
        for column in field.columns_of(row)
    }


def _joined(weights: dict[Item, float], seeds: list[dict[Item, float]]) -> float:
    return together_one([_cosine(weights, seed) for seed in seeds])


def _cosine(left: dict[Item, float], right: dict[Item, float]) -> float:
    dot = sum(weight * right[item] for item, weight in left.items() if item in right)
    length = sum(weight**2 for weight in left.values()) * sum(weight**2 for weight in right.values())
    return float(dot / length**0.5) if length > 0 else 0.0
