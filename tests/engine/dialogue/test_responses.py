"""Every sentence exists in both languages, and none is written for nobody."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[3]
RESPONSES = sorted((ROOT / "bot" / "engine" / "domain" / "responses").glob("*.yml"))
KEY = re.compile(r"\butter_(?!message\b)[a-z_]*(?=(\{)?)")


@cache
def _load(path: Path) -> dict[str, Any]:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8")) or {}


def _all_responses() -> dict[str, list[dict[str, Any]]]:
    return {key: variations for path in RESPONSES for key, variations in _load(path)["responses"].items()}


def _language_of(variation: dict[str, Any]) -> str | None:
    for condition in variation.get("condition", []):
        if condition.get("name") == "language":
            return str(condition["value"])
    return None


def _used_by_actions() -> tuple[set[str], set[str]]:
    """Whole keys, and the beginnings of keys that are put together, as they stand in the code of the actions."""
    whole, beginnings = set(), set()
    for path in (ROOT / "actions").rglob("*.py"):
        for match in KEY.finditer(path.read_text(encoding="utf-8")):
            (beginnings if match.group(1) or match.group().endswith("_") else whole).add(match.group())
    return whole, beginnings


def _used_by_rules() -> set[str]:
    return {
        step["action"]
        for path in (ROOT / "data" / "rules").glob("*.yml")
        for rule in _load(path)["rules"]
        for step in rule["steps"]
        if step.get("action", "").startswith("utter_")
    }


def test_a_key_lives_in_one_file() -> None:
    keys = [key for path in RESPONSES for key in _load(path)["responses"]]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("key", sorted(_all_responses()))
def test_both_languages_say_it(key: str) -> None:
    languages = [_language_of(variation) for variation in _all_responses()[key]]
    assert set(languages) == {"en", "de"}, "each variation needs a condition on the slot `language`, en or de"


@pytest.mark.parametrize("key", sorted(_all_responses()))
def test_both_languages_name_the_same_fields(key: str) -> None:
    fields: dict[str | None, set[str]] = {}
    for variation in _all_responses()[key]:
        found = re.findall(r"\{(\w+)\}", variation.get("text", ""))
        fields.setdefault(_language_of(variation), set()).update(found)
    assert fields["en"] == fields["de"]


def test_every_response_is_used() -> None:
    whole, beginnings = _used_by_actions()
    used = whole | _used_by_rules()
    unused = [key for key in _all_responses() if key not in used and not key.startswith(tuple(beginnings))]
    assert not unused


def test_actions_use_no_key_that_is_missing() -> None:
    whole, _ = _used_by_actions()
    known = set(_all_responses())
    missing = [key for key in whole if key not in known and not any(name.startswith(key) for name in known)]
    assert not missing


def test_the_crisis_reply_names_every_helpline() -> None:
    for variation in _all_responses()["utter_crisis"]:
        for number in ("112", "0800 111 0 111", "116 123", "988"):
            assert number in variation["text"]
        assert "bot" in variation["text"].lower()
