"""The buttons of a film and of a reply, signed where they are about a film or an entry."""

from __future__ import annotations

from actions.cards import Option, option
from actions.memory import sign
from actions.turn import Turn
from actions.wiring import House
from actions.words import name_film
from index.film import Film, Language


def film_button(turn: Turn, house: House, act: str, film: Film, *, label: str | None = None) -> Option:
    """A button about a film; its label is the act's own word unless another is given."""
    text = label or house.words.label(act, turn.language, film=name_film(film, turn.language))
    return option(text, sign(house.secret, turn.person, act, house.film_key(film.id)))


def button(turn: Turn, house: House, act: str, argument: str, label: str) -> Option:
    """A signed button about something else than a film."""
    return option(label, sign(house.secret, turn.person, act, argument))


def spoken(house: House, language: Language, *names: str) -> list[Option]:
    """Quick replies that say their label, by label name."""
    return [option(house.words.label(name, language)) for name in names]


def film_options(turn: Turn, house: House, film: Film, *, but: str = "") -> list[Option]:
    """What can be done with a shown film, the watchlist as it stands."""
    listed = film.id in house.memory.films(turn.person, "watchlist")
    acts = ("why", "more_like", "seen", "not_for_me", "unwatch" if listed else "watch")
    buttons = [film_button(turn, house, act, film) for act in acts if act != but]
    return [*buttons, _where_button(turn, house, film)] if film.where else buttons


def _where_button(turn: Turn, house: House, film: Film) -> Option:
    """Asks where the film runs, in words that name it."""
    asked = house.words.label("where_it_runs_text", turn.language, film=name_film(film, turn.language))
    return option(house.words.label("where_it_runs", turn.language), asked)


def film_for_key(house: House, key: str) -> Film | None:
    """The film that a button's key stands for."""
    return house.film(next((film_id for film_id in house.recommender.films if house.film_key(film_id) == key), None))
