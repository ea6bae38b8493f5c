"""The whole evaluation of one catalogue: every set, floors in the same run, fidelity, agreement, variety, speed."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from index.evaluation.agreement import measure_agreement
from index.evaluation.fidelity import measure_fidelity
from index.evaluation.report import write_report
from index.evaluation.running import run_set, run_speed, run_verdicts
from index.evaluation.sets import Question, Sets, read_sets
from index.search import Recommender
from index.settings import IndexSettings
from index.wish import Wish

SEED = 11
PUBLISHED = {
    "inspired": {"GPT-4 Recall@10": 0.185},
    "redial-turn": {"GPT-4 Recall@10": 0.201, "UniCRS Recall@10": 0.215},
}
Progress = Callable[[str, int, int], None]


def evaluate(
    data: Path,
    settings: IndexSettings,
    *,
    limit: int | None = 300,
    fidelity: int = 300,
    progress: Progress | None = None,
    out: Path | None = None,
) -> dict[str, Any]:
    """Every figure of one catalogue on the sets in a folder; written as JSON and as a page, and returned.

    `limit` takes that many questions of each set, drawn with a fixed seed; None takes all.
    """
    report = progress or _silent
    recommender = Recommender.open(settings)
    version, _ = recommender.opened
    report("read", 0, 0)
    sets = read_sets(data, version)
    found: dict[str, Any] = {
        "date": datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%SZ"),
        "catalogue": settings.catalogue,
        "version": version.id,
        "films": len(version.films),
        # Learned from dialogues: on the very set it learned from, its figures flatter; `learn_all` cross-validates.
        "ranker": dict(version.ranker.weights) if version.ranker is not None else None,
        "sets": {},
    }
    for name, questions in sets.questions.items():
        chosen = _sample(_answerable(name, questions, settings), limit)
        advance = _counter(report, name, len(chosen))
        found["sets"][name] = {
            **run_set(recommender, name, chosen, advance=advance),
            "published": PUBLISHED.get(name, {}),
        }
    if sets.verdicts:
        found["sets"]["verdicts"] = run_verdicts(recommender, sets.verdicts, sets.verdicts_all)
    found["agreement"] = measure_agreement(recommender, advance=_counter(report, "agreement", 100))._asdict()
    found.update(_measure_reasons(recommender, sets, fidelity, report))
    write_report(found, out or settings.build_path / "evaluation")
    return found


def _measure_reasons(recommender: Recommender, sets: Sets, count: int, report: Progress) -> dict[str, Any]:
    seeds = [Wish(seeds=(film_id,)) for film_id in _seed_ids(recommender, count)]
    texts = [Wish(text=question.wish.text) for question in _sample(sets.questions.get("tomt", []), count)]
    found: dict[str, Any] = {"speed": run_speed(recommender, [*seeds[:50], *texts[:50]])}
    for name, wishes in (("seeds", seeds), ("requests", texts)):
        advance = _counter(report, f"fidelity of {name}", len(wishes))
        found[f"fidelity_{name}"] = measure_fidelity(recommender, wishes, advance=advance)._asdict()
    return found


def _seed_ids(recommender: Recommender, count: int) -> list[str]:
    films = recommender.opened[0].films
    ids = [film_id for film_id, told in zip(films.ids, films.has_synopsis, strict=True) if told]
    return random.Random(SEED).sample(ids, min(count, len(ids)))  # noqa: S311 (a sample, not a secret)


def _answerable(name: str, questions: Sequence[Question], settings: IndexSettings) -> list[Question]:
    """On a small catalogue: only questions of which it holds something right (three for "similar")."""
    if settings.catalogue != "films":
        return list(questions)
    least = 3 if name == "similar" else 1
    return [question for question in questions if len(question.gold) >= least]


def _sample(questions: Sequence[Question], limit: int | None) -> list[Question]:
    if limit is None or len(questions) <= limit:
        return list(questions)
    return random.Random(SEED).sample(list(questions), limit)  # noqa: S311 (a sample, not a secret)


def _counter(report: Progress, name: str, total: int) -> Callable[[], None]:
    done = 0

    def advance() -> None:
        nonlocal done
        done += 1
        report(name, done, total)

    return advance


def _silent(step: str, done: int, total: int) -> None:
    del step, done, total
