"""Joins the signals: each one's scores times its weight, and what each piece of a film is worth in that sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.documents import Item
from index.request import Request
from index.signals import Scores, Signal
from index.signals.asked import AskedSignal
from index.signals.children import ChildrenSignal
from index.signals.critique import CritiqueSignal
from index.signals.dialogue import DialogueSignal
from index.signals.gist import GistSignal
from index.signals.known import KnownLikeSignal, KnownSignal
from index.signals.lexical import LexicalSignal, seed_query, text_query
from index.signals.passages import PassageSignal
from index.signals.people import PeopleSignal
from index.signals.period import PeriodSignal
from index.signals.profile import ProfileSignal
from index.signals.tags import SharedSignal, WishedSignal
from index.signals.taste import TasteSignal
from index.weights import Weights


def all_signals() -> list[Signal]:
    """Every signal, in the order in which they are reported."""
    return [
        ProfileSignal("story"),
        ProfileSignal("notes"),
        ProfileSignal("tags"),
        LexicalSignal("words_of_seeds", seed_query),
        SharedSignal("shared_tags", ("themes", "moods", "style", "keywords")),
        SharedSignal("genres", ("genres",)),
        PeopleSignal(),
        PeriodSignal(),
        PassageSignal(),
        GistSignal("story"),
        GistSignal("tags"),
        LexicalSignal("words_of_wish", text_query),
        WishedSignal(),
        AskedSignal(),
        ChildrenSignal(),
        KnownSignal("known", with_seeds=False),
        KnownSignal("known_with_seeds", with_seeds=True),
        KnownLikeSignal(),
        TasteSignal(),
        DialogueSignal("dialogue_prior"),
        DialogueSignal("dialogue_pairs"),
        CritiqueSignal(),
    ]


@dataclass(frozen=True)
class Ranked:
    """The fused scores of all films, and each signal's part in them."""

    total: Scores
    parts: dict[str, Scores]


class Fusion:
    """The weighted sum of signals."""

    def __init__(self, weights: Weights, signals: Sequence[Signal] | None = None) -> None:
        self.weights = weights
        every = signals or all_signals()
        self.signals = [each for each in every if weights.signals.get(each.name, 0.0) != 0.0]

    def rank(self, request: Request) -> Ranked:
        """Score every film."""
        total = np.zeros(len(request.version.films), dtype=np.float32)
        parts: dict[str, Scores] = {}
        for signal in self.signals:
            scores = signal.scores(request)
            if scores is not None:
                parts[signal.name] = scores
                total += np.float32(self.weights.signals[signal.name]) * scores
        return Ranked(total, parts)

    def worth(self, request: Request, row: int) -> dict[Item, dict[str, float]]:
        """What each piece of one film is worth in its score, by signal, weights included."""
        found: dict[Item, dict[str, float]] = {}
        for signal in self.signals:
            weight = self.weights.signals[signal.name]
            for item, loss in signal.losses(request, row).items():
                if loss:
                    found.setdefault(item, {})[signal.name] = weight * loss
        return found
