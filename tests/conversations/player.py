"""Plays one conversation against the running bot and gathers everything that is wrong with it."""

from __future__ import annotations

import uuid
from typing import Any

from actions.memory import verify
from tests.conversations.checks import check_always, check_films, check_text, contains
from tests.conversations.script import Conversation
from tests.conversations.stack import Stack

_FILM_ACTS = frozenset({"why", "more_like", "seen", "like", "not_for_me", "watch", "unwatch", "about", "pick"})
Said = list[dict[str, Any]]


class Player:
    """One person in one conversation."""

    def __init__(self, stack: Stack, conversation: Conversation) -> None:
        self._stack = stack
        self._conversation = conversation
        self._sender = f"test-{uuid.uuid4().hex[:16]}"
        self._known: set[str] = set()
        self._last: list[dict[str, Any]] = []
        self._said: Said = []

    def play(self) -> list[str]:
        """Play all turns; each fault says which turn, what was said, and what came."""
        faults = []
        for number, turn in enumerate(self._conversation.turns, start=1):
            before = self._last
            said = self._turn(turn)
            wrong = self._faults(turn, said, before)
            if wrong:
                heard = " | ".join(each["text"] for each in said)[:600]
                faults.append(f"turn {number} {turn.get('say') or turn.get('press')!r}:\n  " + "\n  ".join(wrong))
                faults.append(f"  meant {self._meant()}\n  heard: {heard}")
            self._remember(said)
        return faults

    def _turn(self, turn: dict[str, Any]) -> Said:
        if "say" in turn:
            return self._say(turn["say"])
        label, payload = self._button(turn["press"])
        if not payload.startswith("b."):
            return self._say(payload)
        choice = verify(self._stack.secret.encode(), f"person-{self._sender}", payload)
        assert choice, f"the button {label!r} is not signed for this person"
        name = "film" if choice.act in _FILM_ACTS else "argument"
        return self._say(label, {"act": choice.act, name: choice.argument})

    def _say(self, text: str, choice: dict[str, str] | None = None) -> Said:
        return self._stack.say(self._sender, text, self._conversation.language, choice)

    def _button(self, press: dict[str, Any]) -> tuple[str, str]:
        options = [option for each in self._said for option in each["custom"].get("options", ())]
        if "film" in press:
            options = self._last[press["film"] - 1]["options"]
        elif "entry" in press:
            entries = [entry for each in self._said for entry in each["custom"].get("entries", ())]
            options = entries[press["entry"] - 1]["options"]
        for option in options:
            if option["label"] == press["button"]:
                return option["label"], option["payload"]
        raise AssertionError(f"no button {press['button']!r} among {[option['label'] for option in options]}")

    def _faults(self, turn: dict[str, Any], said: Said, before: list[dict[str, Any]]) -> list[str]:
        language = turn.get("language", self._conversation.language)
        wish = self._stack.slot(self._sender, "wish") or {}
        known = set() if turn.get("again") else self._known
        seeds = set(wish.get("seeds", ()))
        faults = [*check_always(said, language, known, seeds), *self._understanding(turn, wish)]
        custom: dict[str, Any] = next((each["custom"] for each in reversed(said) if each["custom"]), {})
        kinds = [each["custom"].get("kind") for each in said if each["custom"]]
        wanted = turn.get("kind")
        if wanted and not set([wanted] if isinstance(wanted, str) else wanted) & set(kinds):
            faults.append(f"kind {kinds}, not {wanted}")
        if "films" in turn:
            faults += check_films(turn["films"] or {}, _films_of(said), before)
        if "about" in turn:
            faults += self._about(turn["about"], custom, before)
        faults += check_text(turn, "\n".join(each["text"] for each in said))
        return faults + _facts(turn, said)

    def _understanding(self, turn: dict[str, Any], wish: dict[str, Any]) -> list[str]:
        faults = []
        parsed = self._stack.understood(self._sender)
        meant = turn.get("meant")
        if meant and parsed["intent"]["name"] not in ([meant] if isinstance(meant, str) else meant):
            faults.append(f"meant {meant}, understood {parsed['intent']['name']}")
        for name, values in (turn.get("entities") or {}).items():
            found = [entity["value"] for entity in parsed["entities"] if entity["entity"] == name]
            faults += [f"no {name} {value!r}, only {found}" for value in values if not contains([value], found)]
        if "wish" in turn and not contains(turn["wish"], wish):
            faults.append(f"the wish is {wish}, without {turn['wish']}")
        return faults

    def _about(self, about: Any, custom: dict[str, Any], before: list[dict[str, Any]]) -> list[str]:
        wanted = before[about["place"] - 1]["id"] if isinstance(about, dict) else about
        found = [card["id"] for card in custom.get("films", ())]
        return [] if found[:1] == [wanted] else [f"about {found}, not {wanted}"]

    def _meant(self) -> str:
        parsed = self._stack.understood(self._sender)
        entities = [f"{each['entity']}={each['value']}" for each in parsed["entities"]]
        return f"{parsed['intent']['name']} ({parsed['intent'].get('confidence', 0):.2f}) {entities}"

    def _remember(self, said: Said) -> None:
        self._said = said
        cards = _films_of(said)
        if cards and any(each["custom"].get("kind") in ("recommendations", "watchlist") for each in said):
            self._last = cards
        for each in said:
            if each["custom"].get("kind") == "recommendations":
                self._known |= {card["id"] for card in each["custom"]["films"]}


def _films_of(said: Said) -> list[dict[str, Any]]:
    listed = [each["custom"]["films"] for each in said if each["custom"].get("films")]
    return list(listed[-1]) if listed else []


def _facts(turn: dict[str, Any], said: Said) -> list[str]:
    customs = [each["custom"] for each in said]
    faults = []
    if "fact" in turn and turn["fact"] not in [custom.get("fact") for custom in customs]:
        faults.append(f"no answer about {turn['fact']}")
    values = [value for custom in customs for value in custom.get("values", ())]
    for wanted in turn.get("values", ()):
        if not any(str(wanted) in value for value in values):
            faults.append(f"{wanted} not among {values}")
    if "forget" in turn and turn["forget"] != any(custom.get("forget") for custom in customs):
        faults.append("the mark to forget is wrong")
    return faults
