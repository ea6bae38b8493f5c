"""The question just answered, asked of another film ("and the second one?")."""

from __future__ import annotations

from dataclasses import replace

from actions.cue_words import cues_in
from actions.naming import meant_films
from actions.reply import Reply
from actions.telling import tell_fact
from actions.turn import Turn
from actions.wiring import House

_INTENTS = ("choose", "recommend", "refine", "ask_fact", "ask_more", "compare", "nlu_fallback", "ask_why")


def same_fact(turn: Turn, house: House) -> Reply | None:
    """The same facts about the film now named."""
    asked = turn.pending.get("facts") if turn.pending.get("ask") == "fact" else None
    if not asked or turn.mentions.facts or turn.intent not in _INTENTS:
        return None
    films = meant_films(turn, house)
    if len(films) != 1 or not cues_in(turn.language)["and_that"].search(turn.text):
        return None
    turn = replace(turn, mentions=replace(turn.mentions, role=turn.pending.get("role")))
    says = tuple(tell_fact(turn, house, films[0], str(fact)) for fact in asked)
    return Reply(says, {"focus": films[0].id, "pending": dict(turn.pending)})
