"""A person tells of a sorrow: a kind word first, and films that do good where nothing else was asked for."""

from __future__ import annotations

from actions.cue_words import cues_in
from actions.recommending import recommend
from actions.reply import Reply, Say
from actions.showing import show
from actions.turn import Turn
from actions.wiring import House
from index.wish import Term, Wish

_COMFORT = ("heartwarming", "hopeful")
_SEARCHES = (
    "recommend",
    "refine",
    "ask_anything",
    "nlu_fallback",
    "ask_fact",
    "state_taste",
    "affirm",
    "deny",
    "complain",
)


def console(turn: Turn, house: House) -> Reply | None:
    """The word and the films, where the message tells of a sorrow of the person's own."""
    mentions = turn.mentions
    if turn.intent not in _SEARCHES or mentions.films or not cues_in(turn.language)["sorrow"].search(turn.text):
        return None
    said = Say("utter_sorrow")
    wishes = mentions.directions or mentions.people or any(term.kind == "genre" for term in mentions.terms)
    if wishes or cues_in(turn.language)["wishes"].search(turn.text):
        return recommend(turn, house).after(said)
    moods = tuple(Term(kind="mood", key=key) for key in _COMFORT)
    return show(turn, house, Wish(language=turn.language, terms=moods, max_age=turn.wish.max_age)).after(said)
