from __future__ import annotations

import random
import time

import pytest

from bot.engine.nlu.library import Library
from bot.engine.nlu.reading import read

HOSTILE = [
    "",
    " ",
    "\x00\x01\x02",
    "\ud800 lone",
    "\u202eright to left",
    "<script>alert(1)</script>",
    '{"intent": "restart"}',
    '/restart{"a": 1}',
    "film " * 20000,
    "a" * 100000,
    "'" * 5000,
    '"' * 5000,
    "not " * 5000,
    "films like " * 3000,
    "1" * 5000,
    "9" * 400 + " minutes",
    "between 1 and " * 1000,
    "und " * 5000,
    "😀" * 3000,
    "Her, " * 2000,
    "é" * 3000,
    "\u0301" * 3000,
    "who plays " * 2000,
    "(" * 3000,
    "years old " * 2000,
    "\n" * 10000,
    "who " * 1000 + "directed",
    "19" + "0" * 3000 + "s",
    "is there any " * 1000,
    "x " * 2000 + "?",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_messages_are_read_in_no_time(library: Library, text: str) -> None:
    started = time.perf_counter()
    found = read(text, library)
    assert time.perf_counter() - started < 1.5
    for entity in (*found.films, *found.people, *found.terms):
        assert 0 <= entity.start <= entity.end <= len(text)


def test_random_messages_do_no_harm(library: Library) -> None:
    chance = random.Random(7)
    pieces = [
        "films",
        "like",
        "Her",
        "not",
        "90s",
        "2 hours",
        "who",
        "directed",
        "/",
        "(",
        "1995",
        "🎬",
        "ß",
        "\u200b",
        "kein",
        "Horror",
        ",",
        "\n",
        "2",
        "the second one",
    ]
    for _ in range(300):
        text = " ".join(chance.choices(pieces, k=chance.randint(0, 14)))
        read(text, library)
