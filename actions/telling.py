"""One fact of a film in words, or that it is not known."""

from __future__ import annotations

from collections.abc import Sequence

from actions import cards
from actions.facts import fact_values, find_part, find_role, rated_age
from actions.options import film_options, spoken
from actions.reply import Say
from actions.tasting import term_name
from actions.turn import Turn
from actions.wiring import House
from actions.words import join, name_country, name_film
from index.film import Film

_KINDS = {"stream": "kind_stream", "rent": "kind_rent", "buy": "kind_buy", "cinema": "kind_cinema"}
_CASTING = ("cast", "role")
_SAME_KIND = (
    {"violence", "graphic violence", "gun violence", "domestic violence", "sexual violence", "torture"},
    {"sex", "nudity"},
    {"frightening scenes", "jump scares"},
    {"death of an animal", "animal harm"},
)
_PEOPLE = ("director", "cast", "role", "writer", "music", "cinematography")


def tell_fact(turn: Turn, house: House, film: Film, fact: str) -> Say:
    """One fact about a film, or that it is not known."""
    if fact in _CASTING and turn.mentions.role:
        return _who_plays(turn, house, film, turn.mentions.role)
    if fact in _CASTING and turn.mentions.people:
        return _which_part(turn, house, film, turn.mentions.people[0].name)
    if fact == "content_notes" and any(term.kind == "content_note" for term in turn.mentions.terms):
        return _content_note(turn, house, film)
    if fact == "certificate" and turn.mentions.age is not None and (said := _suits(turn, house, film)):
        return said
    fact = "cast" if fact == "role" else fact
    if fact == "where" and film.where:
        return _where(turn, house, film)
    values = fact_values(fact, film, turn.language, house.recommender.vocabulary)
    if not values:
        return _spoken(turn, house, film, fact, f"utter_no_{fact}", [])
    return _spoken(turn, house, film, fact, f"utter_fact_{fact}", values, values=join(values, turn.language))


def _where(turn: Turn, house: House, film: Film) -> Say:
    """Where a film runs: each service once, with the countries and the ways it can be seen there."""
    kinds: dict[str, dict[str, None]] = {}
    for showing in film.where:
        place = f"{showing.provider} ({name_country(showing.country, turn.language)}"
        kinds.setdefault(place, {})[house.words.label(_KINDS[showing.kind], turn.language)] = None
    values = [f"{place}, {join(ways, turn.language)})" for place, ways in kinds.items()]
    return _spoken(turn, house, film, "where", "utter_fact_where", values, values="; ".join(values))


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


def _suits(turn: Turn, house: House, film: Film) -> Say | None:
    """Whether the film's age rating allows the age asked about."""
    rated = rated_age(film)
    if rated is None or turn.mentions.age is None:
        return None
    rating, age = rated
    response = "utter_certificate_suits" if age <= turn.mentions.age else "utter_certificate_too_young"
    fields = {"values": rating, "age": str(turn.mentions.age)}
    return _spoken(turn, house, film, "certificate", response, [rating], **fields)


def _content_note(turn: Turn, house: House, film: Film) -> Say:
    """Whether what the person asked about stands in the film's content notes."""
    asked = [term.key for term in turn.mentions.terms if term.kind == "content_note"]
    names = join([term_name("content_note", key, turn.language, house) for key in asked], turn.language)
    found = [key for key in asked if key in film.content_notes] or _near_notes(asked, film)
    if found:
        names = join([term_name("content_note", key, turn.language, house) for key in found], turn.language)
    response = "utter_fact_content_note" if found else "utter_no_content_note"
    return _spoken(turn, house, film, "content_notes", response, found, note=names)


def _near_notes(asked: Sequence[str], film: Film) -> list[str]:
    """Notes of the same kind: who asks for violence should hear of graphic violence."""
    near = {note for notes in _SAME_KIND if notes & set(asked) for note in notes}
    return [note for note in film.content_notes if note in near]


def _spoken(turn: Turn, house: House, film: Film, fact: str, response: str, known: Sequence[str], **fields: str) -> Say:
    card = cards.card(film, turn.language, house.recommender.vocabulary, options=film_options(turn, house, film))
    options = [*_films_by(turn, house, fact, known), *spoken(house, turn.language, "more_like_it", "about_it")]
    custom = cards.answer(turn.language, card, fact, known, options)
    return Say(response, {"film": name_film(film, turn.language), **fields}, custom)


def person_told(says: Sequence[Say]) -> dict[str, object]:
    """Whom the answer named, so that "what else did she make?" is understood."""
    told = [say.custom for say in says if say.custom and say.custom.get("fact") in _PEOPLE and say.custom.get("values")]
    return {"talked_person": told[0]["values"][0].split(" (")[0]} if told else {}
