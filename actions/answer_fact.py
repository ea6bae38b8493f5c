"""A person asks a fact: who directed it, how long it is, who plays whom, what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from actions import cards
from actions.choose_film import present_film
from actions.facts import fact_values, find_part, find_role, knows_fact
from actions.naming import meant_film
from actions.options import film_options, spoken
from actions.recommending import which_film
from actions.reply import Reply, Say
from actions.request import Request
from actions.superlatives import find_superlative
from actions.tasting import term_name
from actions.turn import Turn
from actions.wiring import House
from actions.words import join, name_film
from index.film import Film

_SURE = 0.9
_CASTING = ("cast", "role")


class AnswerFact(Request):
    """Answers from the film's record, and says plainly what it does not hold."""

    action = "action_answer_fact"

    def answer(self, turn: Turn, house: House) -> Reply:
        """Every fact asked for, about the film meant."""
        if found := find_superlative(turn, house):
            return Reply((tell_fact(turn, house, found.film, found.fact),), {"focus": found.film.id})
        film = meant_film(turn, house)
        if film is None or _describes(turn):
            return which_film(turn, house)
        facts = [fact for fact in turn.mentions.facts if knows_fact(fact) or fact == "role"]
        if not facts and turn.mentions.people:
            facts = ["role"]
        if not facts or turn.choice:
            return present_film(turn, house, film)
        return Reply(tuple(tell_fact(turn, house, film, fact) for fact in facts), {"focus": film.id})


def _describes(turn: Turn) -> bool:
    """Whether the message asks no fact of any film but describes one ("the one where a fish looks for his son")."""
    mentions = turn.mentions
    asked = mentions.facts or mentions.films or mentions.ordinals or mentions.people or turn.choice
    return not asked and mentions.says_wish and turn.sure < _SURE


def tell_fact(turn: Turn, house: House, film: Film, fact: str) -> Say:
    """One fact about a film, or that it is not known."""
    if fact in _CASTING and turn.mentions.role:
        return _who_plays(turn, house, film, turn.mentions.role)
    if fact in _CASTING and turn.mentions.people:
        return _which_part(turn, house, film, turn.mentions.people[0].name)
    if fact == "content_notes" and any(term.kind == "content_note" for term in turn.mentions.terms):
        return _content_note(turn, house, film)
    fact = "cast" if fact == "role" else fact
    values = fact_values(fact, film, turn.language, house.recommender.vocabulary)
    if not values:
        return _spoken(turn, house, film, fact, f"utter_no_{fact}", [])
    return _spoken(turn, house, film, fact, f"utter_fact_{fact}", values, values=join(values, turn.language))


def _films_by(turn: Turn, house: House, fact: str, known: Sequence[str]) -> list[cards.Option]:
    names = known[:2] if fact == "director" else ()
    return [cards.option(house.words.label("films_by", turn.language, name=name)) for name in names]


def _who_plays(turn: Turn, house: House, film: Film, role: str) -> Say:
    found = find_role(film, role)
    if found is None:
        return _spoken(turn, house, film, "role", "utter_no_role", [], role=role)
    return _spoken(turn, house, film, "role", "utter_fact_role", [found[0]], person=found[0], role=found[1])


def _which_part(turn: Turn, house: House, film: Film, person: str) -> Say:
    plays, role = find_part(film, person)
    if not plays:
        return _spoken(turn, house, film, "role", "utter_no_part", [], person=person)
    if role is None:
        return _spoken(turn, house, film, "role", "utter_fact_part_unnamed", [person], person=person)
    return _spoken(turn, house, film, "role", "utter_fact_role", [person], person=person, role=role)


def _content_note(turn: Turn, house: House, film: Film) -> Say:
    """Whether what the person asked about stands in the film's content notes."""
    asked = [term.key for term in turn.mentions.terms if term.kind == "content_note"]
    names = join([term_name("content_note", key, turn.language, house) for key in asked], turn.language)
    found = [key for key in asked if key in film.content_notes]
    response = "utter_fact_content_note" if found else "utter_no_content_note"
    return _spoken(turn, house, film, "content_notes", response, found, note=names)


def _spoken(turn: Turn, house: House, film: Film, fact: str, response: str, known: Sequence[str], **fields: str) -> Say:
    card = cards.card(film, turn.language, house.recommender.vocabulary, options=film_options(turn, house, film))
    options = [*_films_by(turn, house, fact, known), *spoken(house, turn.language, "more_like_it", "about_it")]
    custom = cards.answer(turn.language, card, fact, known, options)
    return Say(response, {"film": name_film(film, turn.language), **fields}, custom)
