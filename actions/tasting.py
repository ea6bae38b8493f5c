"""Puts what a person says about films, people and terms on their shelves, with the words it came from."""

from __future__ import annotations

from collections.abc import Iterable

from actions.cards import notice
from actions.memory import Entry, Shelf, Verdict
from actions.memory.store import now
from actions.mentions import Mentions
from actions.reply import Say
from actions.turn import Turn
from actions.wiring import House
from actions.words import join, name_country, name_film, name_language
from index.film import Film, Language

_LONGEST_WORDS = 300
_STATEMENT = "state_taste"


def remember(turn: Turn, house: House, *, seen: Iterable[Film] = ()) -> Say | None:
    """Keep every like, dislike and seen film of the message, and the films `seen` that it points at.

    Says what was noted, or `None` when there was nothing.
    """
    found = (*_entries(turn, house), *(film_entry(turn, film, "seen") for film in seen))
    entries = {(entry.shelf, entry.kind, entry.key): entry for entry in found}.values()
    for entry in entries:
        house.memory.note(turn.person, entry, turn.message_id)
    return noted(entries, turn.language, house) if entries else None


def noted(entries: Iterable[Entry], language: Language, house: House) -> Say:
    """What was put on which shelf, in a sentence."""
    groups: dict[str, list[str]] = {}
    for entry in entries:
        groups.setdefault(f"noted_{entry.verdict or entry.shelf}", []).append(entry.name)
    parts = [house.words.label(label, language, names=join(names, language)) for label, names in groups.items()]
    return Say("utter_noted", {"what": join(parts, language)}, notice(language))


def film_entry(turn: Turn, film: Film, shelf: Shelf, verdict: Verdict | None = None) -> Entry:
    """A film for one of the person's shelves."""
    return _entry(turn, shelf, "film", film.id, name_film(film, turn.language), verdict)


def term_name(kind: str, key: str, language: Language, house: House) -> str:
    """How a term of any kind reads."""
    if kind == "language":
        return name_language(key, language)
    if kind == "country":
        return name_country(key, language)
    return key if kind in ("person", "provider") else house.recommender.vocabulary.name(kind, key, language)


def _entries(turn: Turn, house: House) -> Iterable[Entry]:
    for mention in turn.mentions.films:
        film = house.film(mention.id)
        if film and mention.polarity == "seen":
            yield film_entry(turn, film, "seen")
        elif film and (verdict := _of_film(turn, mention.polarity)):
            yield film_entry(turn, film, "taste", verdict)
    yield from _other_entries(turn, turn.mentions, house)


def _other_entries(turn: Turn, mentions: Mentions, house: House) -> Iterable[Entry]:
    for person in mentions.people:
        if verdict := _general(turn, person.polarity, negated=False):
            yield _entry(turn, "taste", "person", person.name, person.name, verdict)
    for term in mentions.terms:
        if verdict := _general(turn, term.polarity, negated=term.negated):
            name = term_name(term.kind, term.key, turn.language, house)
            yield _entry(turn, "taste", term.kind, term.key, name, verdict)


def _general(turn: Turn, polarity: str | None, *, negated: bool) -> Verdict | None:
    """A verdict on people and terms. Outside a statement of taste only dislikes count: a wish is for one evening."""
    if turn.intent == _STATEMENT:
        return "dislike" if negated or polarity in ("dislike", "without") else "like"
    return "dislike" if polarity == "dislike" else None


def _of_film(turn: Turn, polarity: str | None) -> Verdict | None:
    if polarity in ("like", "dislike"):
        return "like" if polarity == "like" else "dislike"
    return "like" if turn.intent == _STATEMENT and polarity is None else None


def _entry(turn: Turn, shelf: Shelf, kind: str, key: str, name: str, verdict: Verdict | None) -> Entry:
    return Entry(shelf, kind, key, name, turn.text[:_LONGEST_WORDS], now(), verdict)
