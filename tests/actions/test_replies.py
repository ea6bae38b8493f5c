"""Every kind of reply, made by a real conversation with the actions, against `docs/reply.schema.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.actions.conftest import Person, entity, film

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs/reply.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
HER = film("her-2013", "Her")
ALIEN = film("alien-1979", "Alien")

TURNS: list[tuple[str, str, list[dict[str, Any]]]] = [
    ("recommendations", "action_recommend_films", [HER]),
    ("recommendations", "action_show_more", []),
    ("recommendations", "action_refine_wish", [entity("direction", "shorter")]),
    ("recommendations", "action_surprise", []),
    ("film", "action_explain_choice", [entity("ordinal", 1)]),
    ("film", "action_choose_film", [HER]),
    ("answer", "action_answer_fact", [HER, entity("fact", "director")]),
    ("answer", "action_answer_fact", [ALIEN, entity("fact", "awards")]),
    ("notice", "action_change_watchlist", [HER]),
    ("watchlist", "action_show_watchlist", []),
    ("taste", "action_show_taste", []),
    ("choice", "action_forget_person", []),
    ("notice", "action_confirm", []),
    ("notice", "action_export_person", []),
    ("comparison", "action_compare_films", [HER, ALIEN]),
    ("choice", "action_handle_complaint", []),
    ("choice", "action_start_over", []),
    ("notice", "action_change_language", []),
    ("choice", "action_confirm", []),
    ("choice", "action_decline", []),
    ("choice", "action_ask_back", []),
]


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_kind_fits_the_schema(person: Person, language: str) -> None:
    person.slots["language"] = language
    kinds = set()
    for kind, action, entities in TURNS:
        for said in person.does(action, "", *entities, intent="watchlist_add"):
            custom = said["custom"]
            errors = [error.message for error in VALIDATOR.descend(custom, SCHEMA["$defs"][f"{kind}_reply"])]
            assert custom["kind"] == kind, action
            assert not errors, (action, errors)
            assert custom["language"] == language
            kinds.add(kind)
    assert {f"{kind}_reply" for kind in kinds} == {name for name in SCHEMA["$defs"] if name.endswith("_reply")}


def test_the_schema_itself_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
