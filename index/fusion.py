"""Joins the signals: each one's scores times its weight, and what each piece of a film is worth in that sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from index.signals.told import ToldYearsSignal
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
        ToldYearsSignal(),
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
    """The weighted sum of signals; talk is weighed as a learned ranker says, if there is one."""

    def __init__(
        self, weights: Weights, signals: Sequence[Signal] | None = None, *, talk: Mapping[str, float] | None = None
    ) -> None:
        self.weights = weights
        self._talk = {**weights.signals, **talk} if talk else None
        used = {name for table in (weights.signals, self._talk or {}) for name, weight in table.items() if weight}
        self.signals = [each for each in (signals or all_signals()) if each.name in used]

    def weights_for(self, request: Request) -> Mapping[str, float]:
        """The weights for one request: the ranker's for short talk, the plain ones for seeds alone and descriptions."""
        is_talk = bool(request.text) and (bool(request.seeds) or not request.is_description)
        return self._talk if self._talk is not None and is_talk else self.weights.signals

    def rank(self, request: Request) -> Ranked:
        """Score every film."""
        total = np.zeros(len(request.version.films), dtype=np.float32)
        parts: dict[str, Scores] = {}
        weights = self.weights_for(request)
        for signal in self.signals:
            weight = weights.get(signal.name, 0.0)
            scores = signal.scores(request) if weight else None
            if scores is not None:
                parts[signal.name] = scores
                total += np.float32(weight) * scores
        return Ranked(total, parts)

    def worth(self, request: Request, row: int) -> dict[Item, dict[str, float]]:
        """What each piece of one film is worth in its score, by signal, weights included."""
        found: dict[Item, dict[str, float]] = {}
        weights = self.weights_for(request)
        for signal in self.signals:
            weight = weights.get(signal.name, 0.0)
            for item, loss in signal.losses(request, row).items() if weight else ():
                if loss:
                    found.setdefault(item, {})[signal.name] = weight * loss
        return found
