"""A person is not content with the answer."""

from __future__ import annotations

from actions import cards
from actions.cue_words import cues_in
from actions.naming import meant_films
from actions.options import spoken
from actions.recommending import recommend
from actions.reply import Reply, Say
from actions.request import Request
from actions.showing import show
from actions.tasting import remember
from actions.turn import Turn
from actions.wiring import House


class HandleComplaint(Request):
    """Films that are all known make room for less known ones; for anything else it asks what was wrong."""

    action = "action_handle_complaint"

    def answer(self, turn: Turn, house: House) -> Reply:
        """Other films, or a question with buttons."""
        if turn.mentions.directions or turn.mentions.terms or turn.mentions.films:
            return recommend(turn, house)
        if turn.last_shown and cues_in(turn.language)["known"].search(turn.text):
            return self._known(turn, house)
        options = spoken(house, turn.language, "known_all", "other_direction", "start_over")
        return Reply((Say("utter_complaint", custom=cards.choice(turn.language, options)),))

    def _known(self, turn: Turn, house: House) -> Reply:
        shown = (house.film(film_id) for film_id in turn.last_shown)
        films = meant_films(turn, house) or tuple(film for film in shown if film)
        said = remember(turn, house, seen=films)
        wish = turn.wish.model_copy(update={"familiarity": max(turn.wish.familiarity - 0.4, -1.0)})
        return show(turn, house, wish, lead="utter_films_less_known").after(*filter(None, [said]))
