"""A person says no."""

from __future__ import annotations

from actions import cards
from actions.options import spoken
from actions.recommending import recommend
from actions.reply import Reply, Say
from actions.request import Request
from actions.turn import Turn
from actions.wiring import House


class Decline(Request):
    """Leaves be what the bot had asked; a no to films asks what would be better."""

    action = "action_decline"

    def answer(self, turn: Turn, house: House) -> Reply:
        """What the no was to; a no with a wish in it ("no, something funnier") is the wish."""
        kept = (turn.choice and turn.choice.act == "keep") or turn.pending.get("ask") == "forget_me"
        if kept:
            return Reply((Say("utter_kept", custom=cards.notice(turn.language)),))
        if turn.mentions.says_wish:
            return recommend(turn, house)
        names = (
            ("other_direction", "shorter", "start_over")
            if turn.last_shown
            else ("mood_funny", "mood_exciting", "surprise")
        )
        return Reply((Say("utter_declined", custom=cards.choice(turn.language, spoken(house, turn.language, *names))),))
