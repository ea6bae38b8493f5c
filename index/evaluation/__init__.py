"""Measures the ranking and its reasons against plain rankings, and learns the weights of the signals."""

from __future__ import annotations

from index.evaluation.evaluating import evaluate

__all__ = ["evaluate"]
