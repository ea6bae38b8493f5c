"""One film at length: its card, and a few lines on it."""

from __future__ import annotations

from actions import cards
from actions.options import film_options, spoken
from actions.reply import Reply, Say
from actions.turn import Turn
from actions.wiring import House
from actions.words import name_film
from index.film import Film


def present_film(turn: Turn, house: House, film: Film) -> Reply:
    """What the catalogue knows of a film, in a card and a few lines."""
    card = cards.card(film, turn.language, house.recommender.vocabulary, options=film_options(turn, house, film))
    custom = cards.single_film(turn.language, card, spoken(house, turn.language, "who_directed", "more"))
    facts = [", ".join(film.directors), card["labels"]["runtime"], ", ".join(card["labels"]["genres"])]
    fields = {
        "film": name_film(film, turn.language),
        "facts": " · ".join(fact for fact in facts if fact) or "–",
        "synopsis": card["synopsis"] or "",
    }
    response = "utter_film" if card["synopsis"] else "utter_film_without_synopsis"
    return Reply((Say(response, fields, custom),), {"focus": film.id})
