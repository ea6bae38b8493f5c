"""A person wants more of the same list."""

from __future__ import annotations

from actions.recommending import open_up, recommend
from actions.reply import Reply
from actions.request import Request
from actions.showing import show
from actions.turn import Turn
from actions.wiring import House


class ShowMore(Request):
    """Goes on with the wish as it is; what was shown does not come again."""

    action = "action_show_more"

    def answer(self, turn: Turn, house: House) -> Reply:
        """The next films; a message that says what they should be like is a wish."""
        if turn.mentions.says_wish or turn.mentions.ordinals:
            return recommend(turn, house)
        if turn.wish.is_empty and not turn.shown:
            return open_up(turn, house)
        return show(turn, house, turn.wish, lead="utter_films_more")
