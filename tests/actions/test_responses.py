"""The bot's sentences: both languages, the fields that actions fill, and none that nobody says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from actions.facts import knows_fact
from actions.words import RESPONSES, Words

ROOT = Path(__file__).resolve().parents[2]
SENTENCES: dict[str, list[dict[str, Any]]] = YAML(typ="safe").load(RESPONSES.read_text("utf-8"))["responses"]
SOURCE = "\n".join(path.read_text("utf-8") for path in (ROOT / "actions").glob("*.py"))
FACTS = [
    "director cast music writer runtime year countries languages certificate awards synopsis content_notes where "
    "genres cinematography"
][0].split()


def _texts(key: str, language: str) -> list[str]:
    return [each["text"] for each in SENTENCES[key] if each["condition"][0]["value"] == language]


@pytest.mark.parametrize("key", SENTENCES)
def test_both_languages_with_the_same_fields(key: str) -> None:
    fields = [set(re.findall(r"{(\w+)}", text)) for language in ("en", "de") for text in _texts(key, language)]
    assert _texts(key, "en")
    assert _texts(key, "de")
    assert all(each == fields[0] for each in fields)


def test_every_sentence_is_said_and_every_said_one_exists() -> None:
    said = set(re.findall(r'"(utter_\w+)"', SOURCE)) | {
        f"utter_{has}_{fact}" for has in ("fact", "no") for fact in FACTS
    }
    written = {key for key in SENTENCES if not key.startswith("utter_label_")}
    assert said == written


def test_every_label_is_used() -> None:
    words = set(re.findall(r'"([a-z_]+)"', SOURCE))
    made = {f"{group}_{each}" for group in ("noted", "entry") for each in ("like", "dislike", "seen", "watchlist")}
    labels = {key.removeprefix("utter_label_") for key in SENTENCES if key.startswith("utter_label_")}
    assert labels <= words | made


def test_every_fact_can_be_looked_up() -> None:
    assert all(knows_fact(fact) for fact in FACTS)


def test_a_label_speaks_the_language_asked_for() -> None:
    assert Words.read().label("about", "de", film="Her (2013)") == "Mehr über Her (2013)"
