"""A person asks why a film was chosen."""

from __future__ import annotations

from actions import cards
from actions.naming import ask_which_film, meant_film
from actions.options import film_options, spoken
from actions.reply import Reply, Say
from actions.request import Request
from actions.showing import complete
from actions.turn import Turn
from actions.wiring import House
from actions.words import name_film
from index.film import Film
from index.reason import Reason


class ExplainChoice(Request):
    """Gives the reasons at length, with what they rest on."""

    action = "action_explain_choice"

    def answer(self, turn: Turn, house: House) -> Reply:
        """Why the film meant fits the wish."""
        film = meant_film(turn, house)
        if film is None:
            return ask_which_film(turn, house)
        reasons = house.recommender.explain(complete(turn, house, turn.wish), film.id)
        return Reply((_say(turn, house, film, reasons),), {"focus": film.id})


def _say(turn: Turn, house: House, film: Film, reasons: tuple[Reason, ...]) -> Say:
    options = film_options(turn, house, film, but="why")
    card = cards.card(film, turn.language, house.recommender.vocabulary, reasons=reasons, options=options)
    custom = cards.single_film(turn.language, card, spoken(house, turn.language, "more", "shorter"))
    fields = {"film": name_film(film, turn.language)}
    if not reasons:
        return Say("utter_why_unknown", fields, custom)
    return Say("utter_why", {**fields, "reasons": "\n".join(f"• {reason.text}" for reason in reasons)}, custom)
