"""A person wants to begin again."""

from __future__ import annotations

from actions import cards
from actions.cue_words import cues_in
from actions.entries import entries_named, forget_named
from actions.options import spoken
from actions.recommending import recommend
from actions.reply import Reply, Say
from actions.request import Request
from actions.turn import Turn
from actions.wiring import House


class StartOver(Request):
    """Drops the wish and what it led to; films shown stay remembered, so that none comes twice."""

    action = "action_start_over"

    def answer(self, turn: Turn, house: House) -> Reply:
        """A fresh question, or the films of a wish said in the same breath."""
        slots: dict[str, object] = {"wish": None, "last_shown": None, "focus": None}
        entries = entries_named(turn, house)
        if entries and cues_in(turn.language)["take_back"].search(turn.text):
            return forget_named(turn, house, entries)
        if turn.mentions.says_wish:
            return recommend(turn, house)
        options = spoken(house, turn.language, "mood_funny", "mood_exciting", "mood_moving", "surprise")
        return Reply((Say("utter_started_over", custom=cards.choice(turn.language, options)),), slots)
