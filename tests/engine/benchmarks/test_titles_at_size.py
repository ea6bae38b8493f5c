"""Titles, people and terms on the whole development catalogue: right often enough, and fast enough."""

from __future__ import annotations

import statistics
import time

import pytest

from bot.engine.nlu.language import guess
from bot.engine.nlu.library import Library, library_of
from tests.engine.evaluate_titles import figures, found_and_gold, merged, wrong_labels
from tests.engine.shared_data import SHARED, catalogue, rows, title_key

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason=f"no development data at {SHARED}")


@pytest.fixture(scope="module")
def library() -> Library:
    return library_of(catalogue())


def test_a_message_takes_less_than_five_milliseconds(library: Library) -> None:
    texts = [row["text"] for row in rows("eval/utterances.dev.jsonl.gz")[::60]]
    took = []
    for text in texts:
        started = time.process_time()
        library.films.link(library.sentence(text, guess(text, None)))
        took.append((time.process_time() - started) * 1000)
    assert statistics.mean(took) < 5


@pytest.mark.parametrize(
    ("source", "least"),
    [("inspired2", 0.90), ("askreddit-magical(hand-labelled)", 0.93), ("redial", 0.94)],
)
def test_titles_are_found(library: Library, source: str, least: float) -> None:
    known = {title_key(film.title) for film in library.gazetteer.films}
    wrong = wrong_labels()
    messages = [
        row
        for row in merged(rows("eval/utterances.dev.jsonl.gz"))
        if row["source"] == source and row["id"] not in wrong
    ]
    pairs = (
        found_and_gold(row, library.films.link(library.sentence(row["text"], guess(row["text"], None))), known)
        for row in messages
    )
    assert figures(pairs)[2] >= least
