"""Does a German request find what the English one finds? A hundred requests, each in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from index.evaluation.measures import Figure, mean
from index.search import Recommender
from index.wish import Wish
from index.yaml import read_yaml

REQUESTS = Path(__file__).with_name("parallel.yml")
DEPTH = 10


def measure_agreement(recommender: Recommender, *, advance: Callable[[], None] | None = None) -> Figure:
    """The mean share of the first ten films that both languages have in common."""
    shares = []
    for pair in read_yaml(REQUESTS).value:
        english = recommender.order(Wish(text=pair["en"], language="en", count=DEPTH))
        german = recommender.order(Wish(text=pair["de"], language="de", count=DEPTH))
        shares.append(len(set(english) & set(german)) / max(1, len(english)))
        if advance:
            advance()
    return mean(shares)
