"""A person picks a film of the list, or asks what one is."""

from __future__ import annotations

from actions.naming import meant_film
from actions.presenting import present_film
from actions.recommending import which_film
from actions.reply import Reply
from actions.request import Request
from actions.turn import Turn
from actions.wiring import House


class ChooseFilm(Request):
    """Shows one film at length and keeps it in focus."""

    action = "action_choose_film"

    def answer(self, turn: Turn, house: House) -> Reply:
        """The film meant."""
        film = meant_film(turn, house)
        return present_film(turn, house, film) if film else which_film(turn, house)
