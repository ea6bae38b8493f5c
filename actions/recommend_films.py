"""A person asks for films: by likeness, description, people, conditions, or with no wish at all."""

from __future__ import annotations

from actions.recommending import recommend
from actions.reply import Reply
from actions.request import Request
from actions.turn import Turn
from actions.wiring import House


class RecommendFilms(Request):
    """Searches for what the message wishes."""

    action = "action_recommend_films"

    def answer(self, turn: Turn, house: House) -> Reply:
        """The films, or a question where the wish is empty."""
        return recommend(turn, house)
