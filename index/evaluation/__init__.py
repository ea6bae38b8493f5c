"""Measures the ranking and its reasons against plain rankings, and learns the weights of the signals."""

from __future__ import annotations

from index.evaluation.evaluating import evaluate
from index.evaluation.learning import learn_all

__all__ = ["evaluate", "learn_all"]
