"""Films with English titles in German questions: a capital alone says nothing there, the question does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("Wer spielt in Drive mit?", "drive-2011"),
        ("Wer hat Arrival gedreht?", "arrival-2016"),
        ("Wie lang ist Drive?", "drive-2011"),
        ("Wer hat bei Arrival Regie geführt?", "arrival-2016"),
    ],
)
def test_a_question_makes_an_english_word_a_title(reading: Callable[[str], Any], text: str, film: str) -> None:
    assert [one.value for one in reading(text).films if one.kind == "film"] == [film]


@pytest.mark.parametrize("text", ["Wer hat heute Party gemacht?", "Wer hat am Job etwas geändert?"])
def test_a_question_about_something_else_names_no_film(reading: Callable[[str], Any], text: str) -> None:
    assert not [one for one in reading(text).films if one.kind == "film"]
