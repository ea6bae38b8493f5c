"""How alike two films are, as one figure in 0–1 that depends on the two alone (and how rare what they share is)."""

from __future__ import annotations

import math

import numpy as np

from index.signals.people import shared_people
from index.version import Version

# Logistic regression over these features; `intercept` first fitted on people's verdicts ("more like this": yes or no).
COEFFICIENTS = {
    "intercept": -2.6,
    "story": 2.0,
    "tags": 1.5,
    "genres": 2.2,
    "keywords": 4.0,
    "people": 2.0,
    "years": -0.02,
}


def features(version: Version, seed: int, film: int) -> dict[str, float]:
    """What is compared: cosines of story and tags, shared genres and rare tags, people, years apart."""
    one, other = version.films.at(seed), version.films.at(film)
    return {
        "story": _cosine(version, "story", seed, film),
        "tags": _cosine(version, "tags", seed, film),
        "genres": _shared(version, ("genres",), seed, film),
        "keywords": _shared(version, ("themes", "moods", "style", "keywords"), seed, film),
        "people": min(1.0, sum(shared_people(other, one).values())),
        "years": min(50.0, abs(one.year - other.year)),
    }


def similarity(version: Version, seed: int, film: int) -> float:
    """The logistic of the weighted features; 1 for a film and itself."""
    if seed == film:
        return 1.0
    found = features(version, seed, film)
    total = COEFFICIENTS["intercept"] + sum(COEFFICIENTS[name] * value for name, value in found.items())
    return 1 / (1 + math.exp(-total))


def _cosine(version: Version, group: str, left: int, right: int) -> float:
    profile = version.profiles[group]
    one, other = profile.of(left), profile.of(right)
    return max(0.0, float(one @ other)) if one is not None and other is not None else 0.0


def _shared(version: Version, fields: tuple[str, ...], left: int, right: int) -> float:
    dot = lengths = other_lengths = 0.0
    for name in fields:
        field = version.facts[name]
        common = np.intersect1d(field.columns_of(left), field.columns_of(right))
        dot += float((field.idf[common] ** 2).sum())
        lengths += float(field.norms[left]) ** 2
        other_lengths += float(field.norms[right]) ** 2
    return dot / math.sqrt(lengths * other_lengths) if lengths and other_lengths else 0.0
