"""Learns how alike two films are from people's verdicts: a logistic regression, cross-validated by seed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from index.evaluation.measures import Figure, auc
from index.evaluation.sets import Verdict
from index.similarity import features
from index.version import Version

FOLDS = 10
STRENGTH = 0.05


def learn_likeness(version: Version, verdicts: Sequence[Verdict]) -> tuple[dict[str, float], Figure]:
    """The coefficients learned on all pairs, and the AUC on seeds not learned from."""
    found = [features(version, each.seed, each.film) for each in verdicts]
    names = list(found[0])
    table = np.array([[each[name] for name in names] for each in found])
    fits = np.array([each.fits for each in verdicts])
    seeds = np.array([each.seed for each in verdicts])
    model: Any = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=1000))
    chances = cross_val_predict(model, table, fits, groups=seeds, cv=GroupKFold(FOLDS), method="predict_proba")[:, 1]
    model.fit(table, fits)
    scaler, line = model[0], model[1]
    weights = line.coef_[0] / scaler.scale_
    intercept = float(line.intercept_[0] - (weights * scaler.mean_).sum())
    coefficients = {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}
    return {"intercept": round(intercept, 4), **coefficients}, auc(chances.tolist(), fits.tolist(), seeds.tolist())
