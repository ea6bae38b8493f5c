"""A person wants to be surprised."""

from __future__ import annotations

import hashlib

from actions.reply import Reply
from actions.request import Request
from actions.showing import complete, present, show
from actions.turn import Turn
from actions.wiring import House
from index.wish import Wish

_LOOKED_AT = 20
_LESS_KNOWN = -0.4


class Surprise(Request):
    """One film, not the obvious one, drawn by the message's id so that a repeated turn draws the same."""

    action = "action_surprise"

    def answer(self, turn: Turn, house: House) -> Reply:
        """The film."""
        wish = Wish(language=turn.language, max_age=turn.wish.max_age)
        looked_at = wish.model_copy(update={"count": _LOOKED_AT, "familiarity": _LESS_KNOWN})
        found = house.recommender.recommend(complete(turn, house, looked_at))
        if not found.recommendations:
            return show(turn, house, wish)
        draw = int.from_bytes(hashlib.sha256(turn.message_id.encode("utf-8", "surrogatepass")).digest()[:4])
        drawn = found.recommendations[draw % len(found.recommendations)]
        one = found.model_copy(update={"recommendations": (drawn,), "relief": None, "weak": False})
        return present(turn, house, wish, one, lead="utter_film_surprise")
