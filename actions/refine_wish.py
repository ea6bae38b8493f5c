"""A person turns the search: shorter, darker, without this, only that, or takes a condition back."""

from __future__ import annotations

from actions.ask_back import ask_back
from actions.recommending import next_wish, recommend
from actions.reply import Reply
from actions.request import Request
from actions.showing import show
from actions.taking_back import asked_removals, asks_back
from actions.turn import Turn
from actions.wiring import House
from actions.wishing import take_back


class RefineWish(Request):
    """Adds to the wish so far, or takes from it."""

    action = "action_refine_wish"

    def answer(self, turn: Turn, house: House) -> Reply:
        """The films of the changed wish."""
        wish = turn.wish
        for removal in asked_removals(turn):
            wish = take_back(wish, removal)
        if wish != turn.wish:
            return show(turn, house, wish)
        if (asks_back(turn) or next_wish(turn, house) is None) and not turn.wish.is_empty:
            return show(turn, house, turn.wish, lead="utter_films_more")
        if turn.wish.is_empty and not turn.mentions.says_wish and not turn.mentions.ordinals:
            return ask_back(turn, house)
        return recommend(turn, house)
