"""How alike two films are, as one figure in 0–1 that depends on the two alone (and how rare what they share is)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

import numpy as np

from index.film import Film
from index.signals.people import shared_people
from index.version import Version

YEARS_AT_MOST = 50
# Kinds of film that people do not take for one another, whatever else they share.
WORLDS = ("animation", "documentary", "horror", "comedy", "family", "western", "war", "science fiction", "romance")


def features(version: Version, seed: int, film: int) -> dict[str, float]:
    """What is compared: story, tags, words, genres, people, years, how well known."""
    one, other = version.films.at(seed), version.films.at(film)
    known = version.films.known if version.films.voted else np.full(len(version.films), 0.5, np.float32)
    return {
        "story": _cosine(version, "story", seed, film),
        "tags": _cosine(version, "tags", seed, film),
        "words": _words(version, seed, film),
        **_genres(one, other),
        "rare_genres": _shared(version, ("genres",), seed, film),
        "rare_tags": _shared(version, ("themes", "moods", "style", "keywords"), seed, film),
        "people": min(1.0, sum(shared_people(other, one).values())),
        "years": min(YEARS_AT_MOST, abs(one.year - other.year)) / YEARS_AT_MOST,
        "known": float(known[film]),
        "known_apart": abs(float(known[film]) - float(known[seed])),
    }


def similarity(version: Version, seed: int, film: int, coefficients: Mapping[str, float]) -> float:
    """The logistic of the weighted features; 1 for a film and itself."""
    if seed == film:
        return 1.0
    found = features(version, seed, film)
    total = coefficients["intercept"] + sum(coefficients.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-total))


def _genres(one: Film, other: Film) -> dict[str, float]:
    left, right = set(one.genres), set(other.genres)
    apart = sum((world in left) != (world in right) for world in WORLDS)
    return {
        "genres_shared": min(4, len(left & right)) / 4,
        "genres_alike": len(left & right) / max(1, len(left | right)),
        "genres_covered": len(left & right) / max(1, len(left)),
        "worlds_apart": min(4, apart) / 4,
    }


def _cosine(version: Version, group: str, left: int, right: int) -> float:
    profile = version.profiles[group]
    one, other = profile.of(left), profile.of(right)
    return max(0.0, float(one @ other)) if one is not None and other is not None else 0.0


def _words(version: Version, left: int, right: int) -> float:
    one, other = (Counter(word for _, words in version.bag(row, "en") for word in words) for row in (left, right))
    lexical = version.lexical["en"]
    weights = {word: lexical.idf(word) ** 2 for word in one.keys() | other.keys()}
    lengths = [sum(weights[word] for word in bag) for bag in (one, other)]
    dot = sum(weights[word] for word in one.keys() & other.keys())
    return dot / math.sqrt(lengths[0] * lengths[1]) if all(lengths) else 0.0


def _shared(version: Version, fields: tuple[str, ...], left: int, right: int) -> float:
    dot = lengths = other_lengths = 0.0
    for name in fields:
        field = version.facts[name]
        common = np.intersect1d(field.columns_of(left), field.columns_of(right))
        dot += float((field.idf[common] ** 2).sum())
        lengths += float(field.norms[left]) ** 2
        other_lengths += float(field.norms[right]) ** 2
    return dot / math.sqrt(lengths * other_lengths) if lengths and other_lengths else 0.0
