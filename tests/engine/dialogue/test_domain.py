"""Domain, examples and rules fit together; Rasa itself has nothing to complain about."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[3]
DOMAIN = ROOT / "bot" / "engine" / "domain"
MADE_BY_COMPONENTS = {"nlu_fallback"}


@cache
def _load(path: Path) -> dict[str, Any]:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


@cache
def _examples(language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in (ROOT / "data" / "nlu" / language).glob("*.yml"):
        for block in _load(path)["nlu"]:
            found.setdefault(block["intent"], []).extend(
                line.strip()[2:] for line in block["examples"].splitlines() if line.strip()
            )
    return found


def _intents() -> set[str]:
    return {next(iter(intent)) for intent in _load(DOMAIN / "intents.yml")["intents"]}


def _rules() -> list[list[dict[str, str]]]:
    return [rule["steps"] for path in (ROOT / "data" / "rules").glob("*.yml") for rule in _load(path)["rules"]]


def test_both_languages_have_the_same_files() -> None:
    english, german = ({path.name for path in (ROOT / "data" / "nlu" / name).iterdir()} for name in ("en", "de"))
    assert english == german


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_intent_has_enough_examples(language: str) -> None:
    examples = _examples(language)
    assert set(examples) == _intents() - MADE_BY_COMPONENTS
    assert {intent: len(texts) for intent, texts in examples.items() if len(set(texts)) < 25} == {}


def test_no_example_stands_for_two_intents() -> None:
    owners: dict[str, set[str]] = {}
    for language in ("en", "de"):
        for intent, texts in _examples(language).items():
            for text in texts:
                owners.setdefault(text.lower().strip(" .!?"), set()).add(intent)
    assert {text: intents for text, intents in owners.items() if len(intents) > 1} == {}


def test_every_intent_has_one_rule() -> None:
    assert sorted(steps[0]["intent"] for steps in _rules()) == sorted(_intents())


def test_every_action_has_a_rule_and_a_file() -> None:
    actions = set(_load(DOMAIN / "actions.yml")["actions"])
    assert {steps[1]["action"] for steps in _rules() if steps[1]["action"].startswith("action_")} == actions
    names = {path.stem for path in (ROOT / "actions").glob("*.py")}
    assert {action.removeprefix("action_") for action in actions} <= names


def test_intents_look_at_no_entity() -> None:
    for intent in _load(DOMAIN / "intents.yml")["intents"]:
        assert next(iter(intent.values())) == {"use_entities": []}
