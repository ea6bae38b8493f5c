"""Fits the weights by which words are taken for titles: `python tests/engine/fit_titles.py`.

A logistic regression over `bot.engine.nlu.spans.features`, each weight within bounds: what plainly speaks for a title
(quotes, a year, "films like") never counts against it because labels are missing, and the other way round. What
the messages hold too little of to be learned (German, quotes, slips) has its weight set below.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bot.engine.nlu.language import guess  # noqa: E402
from bot.engine.nlu.library import Library, library_of  # noqa: E402
from bot.engine.nlu.names import Form  # noqa: E402
from bot.engine.nlu.sentence import Sentence, Span  # noqa: E402
from tests.engine.evaluate_titles import merged, wrong_labels  # noqa: E402
from tests.engine.shared_data import SHARED, catalogue, rows, title_key  # noqa: E402

WEIGHTS = ROOT / "bot" / "engine" / "nlu" / "title_weights.json"
AT_LEAST = {
    "quoted": 2.5, "year": 5.0, "director": 5.0, "after_film": 0.1, "after_verdict": 0.3, "after_seen": 0.0,
    "after_people": 0.3, "cue_likeness": 1.5, "cue_question": 2.3, "cue_list": 1.8, "cue_except": 1.5,
    "cue_seen": 0.3, "cue_taste": 0.3, "cue_naming": 2.2, "cue_like": 0.1, "cue_being": 0.0, "named": 0.4,
    "clause": 0.0, "closes": 0.0, "opens": 0.0, "caps_inside": 0.3, "caps_many": 0.0, "caps_start": 0.0,
    "caps_article": 1.2, "caps_closes": 0.0, "article_typed": 0.6, "known": 0.0, "telling_2": 0.0,
    "telling_3": 0.0, "lower_rare": 0.5,
}  # fmt: skip
AT_MOST_NOTHING = (
    "unknown", "is_typo", "lower_in_cased", "lower_ordinary", "ordinary", "ordinary_single", "in_person",
    "is_person", "message_ordinary", "neighbour_caps", "tiny", "telling_0", "respaced", "caps_mixed",
)  # fmt: skip
SET = {
    "company": 2.0, "cue_about": 0.2, "cue_ask": 1.0, "cue_in": -1.2, "cue_list": 3.8, "cue_suggest": 1.8,
    "caps_small": 2.5, "clause_article": 1.5, "foreign": 2.0, "is_talk": -9.0, "likeness_closes": 3.8,
    "message": 3.4, "number": -2.0, "part_ordinary": -2.0, "short_typo": -2.0, "typo": -3.0,
}  # fmt: skip
# How much less a name counts than the whole title; typed titles in the data are completed, so this is not learned.
FORM_COST = {"reduced": 0.6, "head": 1.2, "tail": 1.8, "partial": 1.8}
PLAUSIBLE = 0.6
# A false title annoys more than one that was missed, which is asked for again.
CAUTION = 0.4
Row = dict[str, Any]
Sample = tuple[dict[str, float], bool, float]


def misspell(title: str, chance: random.Random) -> str:
    """`title` with one slip of the finger."""
    place = chance.randrange(1, max(2, len(title) - 1))
    kind = chance.random()
    if kind < 0.35:
        return title[:place] + title[place + 1 :]
    if kind < 0.6:
        return title[:place] + title[place] + title[place:]
    if kind < 0.8:
        return title[:place] + chance.choice("aeioutrsn") + title[place + 1 :]
    return title[:place] + title[place + 1 : place + 2] + title[place : place + 1] + title[place + 2 :]


def variants(row: Row, chance: random.Random) -> Iterator[tuple[str, float]]:
    """The message as written and, for completed titles, in lower case and misspelt too, each with its weight."""
    yield row["text"], 2.0 if row["source"].startswith("askreddit") else 1.0
    if row["source"] != "redial":
        return
    if chance.random() < 0.35:
        yield row["text"].lower(), 0.6
    if chance.random() < 0.25:
        text = row["text"]
        for film in sorted((film for film in row["films"] if film.get("span")), key=lambda film: -film["span"][0]):
            start, end = film["span"]
            if end - start >= 5:
                text = text[:start] + misspell(text[start:end], chance) + text[end:]
        yield (text.lower() if chance.random() < 0.5 else text), 0.5


def samples(row: Row, text: str, weight: float, library: Library) -> Iterator[Sample]:
    """Each stretch of a message that could be a film, and whether the label says so."""
    linker, sentence = library.films, library.sentence(text, guess(text, None))
    gold = {film["key"].split("|")[0] for film in row["films"] if film.get("key")}
    spans = linker.spans(sentence)
    right = [span for span in spans if _titles(library, span, Form.REDUCED) & gold]
    for span in spans:
        if any(other is not span and other.first <= span.first and span.last <= other.last for other in right):
            continue
        found = linker.evidence(sentence, span)
        good = bool(_titles(library, span, Form.WORD) & gold)
        if (
            good
            or row["source"].startswith(("xsid", "mit"))
            or not _is_likely_unlabelled(library, sentence, span, found)
        ):
            yield found, good, weight


def _titles(library: Library, span: Span, worst: Form) -> set[str]:
    films = library.gazetteer.films
    return {title_key(films[match.film].title) for match in span.matches if match.form <= worst}


def _is_likely_unlabelled(library: Library, sentence: Sentence, span: Span, found: dict[str, float]) -> bool:
    """Whether a well-known title is spelt out that nobody labelled, as is usual in these messages."""
    del sentence
    known = max(library.gazetteer.films[match.film].known for match in span.matches)
    telling = found["rarest"] >= 0.99 or found["telling_2"] or found["telling_3"]
    return bool(known > PLAUSIBLE and span.best_form <= Form.REDUCED and telling)


def fit(found: list[Sample]) -> dict[str, float]:
    """The weights that explain the labels best within their bounds."""
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([features for features, _, _ in found])
    sign = np.where([good for _, good, _ in found], 1.0, -1.0)
    weight = np.array([weight for _, _, weight in found])
    names = list(vectorizer.get_feature_names_out())
    bounds = [(AT_LEAST.get(name), 0.0 if name in AT_MOST_NOTHING else None) for name in names]
    bounds = [(0.0, 0.0) if name == "cue_none" else bound for name, bound in zip(names, bounds)]  # noqa: B905
    strength = np.array([0.01 if name == "bias" else 1.0 for name in names])

    def loss(weights: Any) -> tuple[float, Any]:
        margin = (table @ weights) * sign
        slope = -(table.T @ (weight * sign / (1 + np.exp(np.clip(margin, -50, 50)))))
        value = (weight * np.logaddexp(0, -margin)).sum() + 0.5 * (strength * weights * weights).sum()
        return value, slope + strength * weights

    start = np.array([max(low or 0.0, 0.0) for low, _ in bounds])
    result = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 800})
    return {name: round(float(value), 3) for name, value in zip(names, result.x)}  # noqa: B905


def main() -> None:
    """Fits on all development messages and writes the weights."""
    if not SHARED.exists():
        sys.exit(f"no development data at {SHARED}")
    chance, library, wrong = random.Random(0), library_of(catalogue()), wrong_labels()
    found: list[Sample] = []
    for row in merged(rows("eval/utterances.dev.jsonl.gz")):
        if row["id"] in wrong or row["source"].startswith("iard"):
            continue
        for text, weight in variants(row, chance):
            found += samples(row, text, weight, library)
    weights = fit(found) | SET
    weights["bias"] = round(weights["bias"] - CAUTION, 3)
    weights |= {f"form_{name}": round(weights["form_exact"] - cost, 3) for name, cost in FORM_COST.items()}
    WEIGHTS.write_text(json.dumps(dict(sorted(weights.items())), indent=1) + "\n", encoding="utf-8")
    print(f"{len(found):,} stretches, {len(weights)} weights written to {WEIGHTS}")


if __name__ == "__main__":
    main()
