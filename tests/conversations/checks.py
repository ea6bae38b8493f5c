"""What must be true of a turn: what the conversation's file asks for, and what holds of every answer."""

from __future__ import annotations

import json
import operator
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from jsonschema import Draft202012Validator

SCHEMA = json.loads((Path(__file__).resolve().parents[2] / "docs/reply.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
# What stands in for a German rating where there is none; without either, a film counts as one for adults.
MPA_AGES = {"G": 0, "PG": 8, "PG-13": 13, "R": 17, "NC-17": 18}
Card = dict[str, Any]
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
    "==": operator.eq,
}
_STEPS: dict[str, tuple[str, int]] = {
    "shorter": ("runtime", -1),
    "longer": ("runtime", 1),
    "newer": ("year", 1),
    "older": ("year", -1),
}


def holds(card: Card, condition: str) -> bool:
    """Whether a film's card fulfils a comparison of the format (`runtime <= 119`)."""
    name, sign, wanted = condition.split(" ", 2)
    value = _value(card, name)
    if sign in ("has", "lacks"):
        return (wanted in value) == (sign == "has")
    if value is None:
        return False
    if sign == "in":
        low, high = (int(end) for end in wanted.split(".."))
        return bool(low <= value <= high)
    return _COMPARE[sign](value, int(wanted))


def _value(card: Card, name: str) -> Any:
    if name == "fsk":
        fsk, mpa = card["certificate"]["fsk"], card["certificate"]["mpa"]
        return MPA_AGES.get(mpa) if fsk is None else fsk
    return [member["name"] for member in card["cast"]] if name == "cast" else card[name]


def check_films(asked: dict[str, Any], cards: Sequence[Card], before: Sequence[Card]) -> Iterator[str]:
    """What is wrong with the films of a reply."""
    ids = [card["id"] for card in cards]
    count = str(asked.get("count", ">= 1"))
    sign, number = count.split() if " " in count else ("==", count)
    if not _COMPARE[sign](len(ids), int(number)):
        yield f"{len(ids)} films, not {count}"
    yield from (f"{each} came" for each in asked.get("exclude", ()) if each in ids)
    yield from (f"{each} did not come" for each in asked.get("include", ()) if each not in ids)
    if asked.get("any") and not set(asked["any"]) & set(ids):
        yield f"none of {asked['any']} came"
    for condition in asked.get("each", ()):
        yield from (f"{card['id']}: not {condition}" for card in cards if not holds(card, condition))
    for condition in asked.get("some", ()):
        if not any(holds(card, condition) for card in cards):
            yield f"no film with {condition}"
    if asked.get("step"):
        yield from check_step(asked["step"], cards, before)


def check_step(step: str, cards: Sequence[Card], before: Sequence[Card]) -> Iterator[str]:
    """Whether a list went the way it was asked to: on the whole, and no film beyond the far end of the list before."""
    name, sense = _STEPS[step]
    now, then = ([sense * card[name] for card in each if card[name]] for each in (cards, before))
    if not now or not then or mean(now) <= mean(then) or min(now) <= min(then):
        yield f"not {step}: {name} was {[card[name] for card in before]}, is {[card[name] for card in cards]}"


def check_always(said: Sequence[dict[str, Any]], language: str, known: set[str], seeds: set[str]) -> Iterator[str]:
    """What holds of every reply; `known` are films shown before, `seeds` those the wish is built on."""
    if not said or not all(each["text"].strip() for each in said):
        yield "nothing was said"
    for each in said:
        custom = each["custom"]
        if "{" in each["text"] or "None" in each["text"]:
            yield f"a field was not filled: {each['text'][:80]}"
        if not custom:
            continue
        definition = SCHEMA["$defs"].get(f"{custom.get('kind')}_reply")
        faults = list(VALIDATOR.descend(custom, definition)) if definition else [f"no such kind: {custom.get('kind')}"]
        yield from (f"schema: {getattr(fault, 'message', fault)}"[:300] for fault in faults[:3])
        if custom.get("language") != language:
            yield f"answered in {custom.get('language')}"
        if custom.get("kind") == "recommendations":
            yield from _check_list(each["text"], custom["films"], known, seeds)


def _check_list(text: str, cards: Sequence[Card], known: set[str], seeds: set[str]) -> Iterator[str]:
    for number, card in enumerate(cards, start=1):
        if f"{number}. {card['title']} ({card['year']})" not in text:
            yield f"{card['id']} is not in the text"
        if card["id"] in known:
            yield f"{card['id']} came twice"
        if card["id"] in seeds:
            yield f"{card['id']} is the seed itself"
        if not card["reasons"] or not all(reason["evidence"] for reason in card["reasons"]):
            yield f"{card['id']} has no reason with evidence"


def contains(part: Any, whole: Any) -> bool:
    """Whether `part` is found in `whole`: dictionaries and lists by their members, the rest by equality."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(contains(value, whole.get(key)) for key, value in part.items())
    if isinstance(part, list):
        return isinstance(whole, list) and all(any(contains(each, other) for other in whole) for each in part)
    return bool(part == whole)


def check_text(asked: dict[str, Any], text: str) -> Iterator[str]:
    """Patterns that must and must not be found."""
    yield from (f"no {each!r} in the text" for each in asked.get("text", ()) if not re.search(each, text, re.I))
    yield from (f"{each!r} in the text" for each in asked.get("not_text", ()) if re.search(each, text, re.I))
