"""`usher evaluate --tune`: weights and likeness into the committed file, what dialogues teach into build/ranker."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from index.evaluation.dialogues import SETS, learn_ranker
from index.evaluation.likeness import learn_likeness
from index.evaluation.sets import Sets, read_sets
from index.evaluation.telling import learn_telling
from index.evaluation.tuning import tune
from index.fusion import Fusion, all_signals
from index.settings import ROOT, IndexSettings
from index.telling import TABLE, telling, write_telling
from index.version import Version, open_version
from index.weights import Weights, read_weights, write_weights

QUESTIONS_AT_MOST = 1200
NOTE = "Factors of words that tell little in descriptions; all others count in full. Learned by `usher evaluate --tune`"


def learn_all(
    data: Path, settings: IndexSettings, *, out: Path | None = None, report: Callable[[str], None] = print
) -> dict[str, Any]:
    """Learn on the development sets in a folder; returns what each step is worth, cross-validated."""
    version = open_version(settings)
    version.ranker = None
    path = ROOT / settings.weights
    sets = read_sets(data, version)
    found = _learn_weights(version, sets, path, report)
    if any(sets.questions.get(name) for name in SETS):
        weights = read_weights(path)
        folder = out or settings.ranker_path
        found["dialogues"] = learn_ranker(version, every_signal(weights), sets.questions, folder, report=report)
    return found


def _learn_weights(version: Version, sets: Sets, path: Path, report: Callable[[str], None]) -> dict[str, Any]:
    questions = {name: each[:QUESTIONS_AT_MOST] for name, each in sets.questions.items()}
    if questions.get("tomt"):
        factors, share = learn_telling(version, every_signal(read_weights(path)), questions["tomt"])
        report(f"words of descriptions: Recall@10 {share:.3f}, cross-validated")
        write_telling(TABLE, factors, f"{NOTE}: Recall@10 {share:.3f}, cross-validated.")
        telling.cache_clear()
    known = read_weights(path)
    tuned, found = tune(version, every_signal(known), known, questions, report=report)
    write_weights(path, tuned)
    if sets.verdicts:
        coefficients, figure = learn_likeness(version, sets.verdicts)
        report(f"verdicts: AUC on unseen seeds {figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})")
        told = f"{datetime.now(UTC):%Y-%m-%d}: AUC {figure.value:.3f} on unseen seeds"
        provenance = {**tuned.provenance, "similarity": told}
        write_weights(path, tuned.model_copy(update={"similarity": coefficients, "provenance": provenance}))
        found["verdicts"] = figure._asdict()
    return found


def every_signal(weights: Weights) -> Fusion:
    """A fusion in which every signal runs, so that those without a weight yet can be learned too."""
    small = {signal.name: 1e-6 for signal in all_signals()}
    named = {name: weight for name, weight in weights.plain.items() if weight}
    return Fusion(weights.model_copy(update={"signals": {**small, **named}}))
