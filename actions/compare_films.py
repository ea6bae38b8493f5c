"""A person wants two films compared."""

from __future__ import annotations

from collections.abc import Iterable

from actions import cards
from actions.naming import meant_films
from actions.options import film_options, spoken
from actions.recommending import which_film
from actions.reply import Custom, Reply, Say
from actions.request import Request
from actions.superlatives import find_superlative
from actions.telling import tell_fact
from actions.turn import Turn
from actions.wiring import House
from actions.words import name_film
from index.film import Film
from index.reason import Reason


class CompareFilms(Request):
    """Says what two films share and where they part."""

    action = "action_compare_films"

    def answer(self, turn: Turn, house: House) -> Reply:
        """The comparison of the two films meant."""
        if found := find_superlative(turn, house):
            return Reply((tell_fact(turn, house, found.film, found.fact),), {"focus": found.film.id})
        films = _pair(turn, house)
        if len(films) < 2 or turn.mentions.unknown:
            return which_film(turn, house)
        left, right = films[:2]
        compared = house.recommender.compare(left.id, right.id, turn.language)
        custom = cards.comparison(
            turn.language,
            [_card(turn, house, left), _card(turn, house, right)],
            compared.shared,
            compared.different,
            spoken(house, turn.language, "more"),
        )
        fields = {
            "left": name_film(left, turn.language),
            "right": name_film(right, turn.language),
            "shared": _lines(compared.shared),
            "different": _lines(compared.different),
        }
        return Reply((Say(_response(fields), fields, custom),), {"last_shown": [left.id, right.id], "focus": None})


def _pair(turn: Turn, house: House) -> tuple[Film, ...]:
    """The films meant; one alone is compared with the one in focus, none with the first two shown."""
    films = meant_films(turn, house)
    if len(films) >= 2:
        return films
    near = (house.film(film_id) for film_id in (turn.focus, *turn.last_shown))
    return tuple({film.id: film for film in (*films, *near) if film}.values())


def _card(turn: Turn, house: House, film: Film) -> Custom:
    return cards.card(film, turn.language, house.recommender.vocabulary, options=film_options(turn, house, film))


def _lines(reasons: Iterable[Reason]) -> str:
    return "\n".join(f"• {reason.text}" for reason in reasons)


def _response(fields: dict[str, str]) -> str:
    if fields["shared"] and fields["different"]:
        return "utter_compared"
    if fields["shared"]:
        return "utter_compared_alike"
    return "utter_compared_apart" if fields["different"] else "utter_compared_nothing"
