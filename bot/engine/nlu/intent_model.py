"""The intent classifier's mathematics: words, letters and cues into a linear model. Knows nothing of Rasa."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from bot.engine.nlu.intent_cues import find_cues

CUE_WEIGHT = 0.7  # against words and letters, whose rows have length 1; measured, see docs/decisions.md
MARGIN_SCALE = 4.0  # how fast a margin over the other intents becomes confidence
_WORDS = r"(?u)\w+|[?!]"

Ranking = list[tuple[str, float]]


class IntentModel:
    """Learns intents from examples and ranks them for a text."""

    def __init__(self) -> None:
        self.words = TfidfVectorizer(ngram_range=(1, 2), token_pattern=_WORDS, sublinear_tf=True)
        self.letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True)
        self.cues = DictVectorizer()
        self.svc = LinearSVC(C=0.5, class_weight="balanced", random_state=7)

    def fit(self, texts: Sequence[str], intents: Sequence[str]) -> IntentModel:
        """Learn from examples, one intent a text."""
        self.words.fit(texts)
        self.letters.fit(texts)
        self.cues.fit([find_cues(text) for text in texts])
        self.svc.fit(self._features(texts), list(intents))
        return self

    def _features(self, texts: Sequence[str]) -> Any:
        """Sparse matrix, one row a text: columns of words, of letters and of cues."""
        cues = self.cues.transform([find_cues(text) for text in texts]) * CUE_WEIGHT
        return hstack([self.words.transform(texts), self.letters.transform(texts), cues], format="csr")

    def rank(self, text: str) -> Ranking:
        """All intents for one text, the likeliest first, with confidences that sum to 1."""
        margins = np.asarray(self.svc.decision_function(self._features([text])))[0]
        weights = np.exp((margins - margins.max()) * MARGIN_SCALE)
        confidences = weights / weights.sum()
        order = np.argsort(-confidences)
        return [(str(self.svc.classes_[place]), float(confidences[place])) for place in order]
