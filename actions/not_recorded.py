"""A wish for what the catalogue does not hold (studios, dubbing, scores): said plainly, then the rest of it."""

from __future__ import annotations

from dataclasses import replace

from actions import cards
from actions.cue_words import cues_in
from actions.options import spoken
from actions.recommending import recommend
from actions.reply import Reply, Say
from actions.turn import Turn
from actions.wiring import House

_SEARCHES = ("recommend", "refine", "ask_anything", "nlu_fallback", "ask_fact", "state_taste")


def say_not_recorded(turn: Turn, house: House) -> Reply | None:
    """That nothing can be chosen by it, and films for what else the message wishes."""
    found = cues_in(turn.language)["unknowable"].search(turn.text)
    mentions = turn.mentions
    pointed = mentions.films or mentions.ordinals or (turn.intent == "ask_fact" and (turn.focus or turn.last_shown))
    if not found or turn.intent not in _SEARCHES or pointed:
        return None
    said = Say("utter_cannot_choose_by", {"what": found.group().strip()})
    conditions = mentions.terms or mentions.people or mentions.years or mentions.runtime or mentions.age is not None
    if conditions or mentions.directions:
        understood = replace(mentions, spans=((0, len(turn.text)),), named_spans=((0, len(turn.text)),))
        return recommend(replace(turn, mentions=understood, intent="refine"), house).after(said)
    options = spoken(house, turn.language, "mood_funny", "mood_exciting", "surprise")
    return Reply((replace(said, custom=cards.choice(turn.language, options)),))
