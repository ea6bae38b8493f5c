"""Which film a person means: by name, by button, by place in the last list, or the one just talked about."""

from __future__ import annotations

from actions.cards import choice
from actions.options import film_button, film_for_key, spoken
from actions.reply import Reply, Say
from actions.turn import Turn
from actions.wiring import House
from actions.words import name_film
from index.film import Film


def meant_films(turn: Turn, house: House) -> tuple[Film, ...]:
    """The films that the message itself points at, without repeats: a button first, then names, then places."""
    chosen = film_for_key(house, turn.choice.argument) if turn.choice else None
    ids = [chosen.id] if chosen else []
    ids += [mention.id for mention in turn.mentions.films]
    ids += [film_id for film_id in (placed(turn, number) for number in turn.mentions.ordinals) if film_id]
    films = (house.film(film_id) for film_id in dict.fromkeys(ids))
    return tuple(film for film in films if film)


def meant_film(turn: Turn, house: House) -> Film | None:
    """The one film the message is about: pointed at, in focus, or first of the last list."""
    films = meant_films(turn, house)
    if films:
        return films[0]
    if turn.mentions.unknown or turn.mentions.ordinals:
        return None
    return house.film(turn.focus) or house.film(next(iter(turn.last_shown), None))


def placed(turn: Turn, number: int) -> str | None:
    """The film id at a place of the last list (1 is the first, -1 the last)."""
    at = number - 1 if number > 0 else number
    return turn.last_shown[at] if -len(turn.last_shown) <= at < len(turn.last_shown) else None


def ask_which_film(turn: Turn, house: House, *, act: str = "about") -> Reply:
    """Said when no film can be told: unknown titles with their nearest, places not there, or nothing at all.

    `act` is what the buttons of the films last shown then do.
    """
    if turn.mentions.unknown:
        return Reply((unknown_title(turn, house, act="about"),))
    if turn.mentions.ordinals and turn.last_shown:
        return Reply((Say("utter_no_such_place", {"count": str(len(turn.last_shown))}, _shown(turn, house, act)),))
    return Reply((Say("utter_which_film", custom=_shown(turn, house, act)),))


def unknown_title(turn: Turn, house: House, *, act: str = "more_like") -> Say:
    """Says plainly that a title is not known, and offers those that come nearest; `act` is what a button then does."""
    title = turn.mentions.unknown[0]
    films = [film for film in (house.film(film_id) for film_id in title.nearest) if film]
    names = [film_button(turn, house, act, film, label=name_film(film, turn.language)) for film in films]
    if not names:
        return Say("utter_unknown_title", {"title": title.words}, choice(turn.language, []))
    listed = ", ".join(each["label"] for each in names)
    return Say("utter_unknown_title_nearest", {"title": title.words, "films": listed}, choice(turn.language, names))


def _shown(turn: Turn, house: House, act: str) -> dict[str, object]:
    films = [film for film in (house.film(film_id) for film_id in turn.last_shown) if film]
    names = [film_button(turn, house, act, film, label=name_film(film, turn.language)) for film in films]
    return choice(turn.language, names or spoken(house, turn.language, "surprise"))
