"""The intent classifier's mathematics: words, letters and cues into a linear model. Knows nothing of Rasa."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import FeatureUnion, Pipeline
from sklearn.svm import LinearSVC

from bot.engine.nlu.intent_cues import find_cues

CUE_WEIGHT = 0.7  # against words and letters, whose rows have length 1; measured, see docs/decisions.md
MARGIN_SCALE = 4.0  # how fast a margin over the other intents becomes confidence
_WORDS = r"(?u)\w+|[?!]"

Ranking = list[tuple[str, float]]


class _Cues(BaseEstimator, TransformerMixin):
    """Cue features of texts, one row a text."""

    def fit(self, texts: Sequence[str], _: object = None) -> _Cues:
        """Learn which cue features there are."""
        self.vectorizer = DictVectorizer().fit([find_cues(text) for text in texts])
        return self

    def transform(self, texts: Sequence[str]) -> object:
        """Sparse matrix, one row a text, one column a cue feature."""
        return self.vectorizer.transform([find_cues(text) for text in texts]) * CUE_WEIGHT


class IntentModel:
    """Learns intents from examples and ranks them for a text."""

    def __init__(self) -> None:
        features = [
            ("words", TfidfVectorizer(ngram_range=(1, 2), token_pattern=_WORDS, sublinear_tf=True)),
            ("letters", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True)),
            ("cues", _Cues()),
        ]
        self.steps = Pipeline(
            [("features", FeatureUnion(features)), ("svc", LinearSVC(C=0.5, class_weight="balanced", random_state=7))]
        )

    def fit(self, texts: Sequence[str], intents: Sequence[str]) -> IntentModel:
        """Learn from examples, one intent a text."""
        self.steps.fit(list(texts), list(intents))
        return self

    def rank(self, text: str) -> Ranking:
        """All intents for one text, the likeliest first, with confidences that sum to 1."""
        margins = np.asarray(self.steps.decision_function([text]))[0]
        weights = np.exp((margins - margins.max()) * MARGIN_SCALE)
        confidences = weights / weights.sum()
        order = np.argsort(-confidences)
        return [(str(self.steps.classes_[place]), float(confidences[place])) for place in order]
