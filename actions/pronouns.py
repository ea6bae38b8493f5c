"""Whom "she" means: the person last talked about, or who made the film in focus ("the same director")."""

from __future__ import annotations

from dataclasses import replace

from actions.cue_words import cues_in
from actions.mentions import FilmMention, PersonMention
from actions.recommending import recommend
from actions.reply import Reply
from actions.turn import Turn
from actions.wiring import House

_SEARCHES = ("recommend", "refine", "ask_more", "ask_anything", "ask_fact", "compare", "choose", "nlu_fallback")
_ONE_FILM = {"year", "runtime", "awards", "certificate", "role", "where", "synopsis", "content_notes", "countries"}


def by_person_meant(turn: Turn, house: House) -> Reply | None:
    """More films of the person that a pronoun stands for."""
    mentions = turn.mentions
    if turn.intent not in _SEARCHES or mentions.films or mentions.people or _ONE_FILM & set(mentions.facts):
        return None
    name = _person_meant(turn, house)
    if name is None:
        return None
    talked_of = dict.fromkeys(film for film in (turn.focus, *turn.wish.seeds) if film)
    known = tuple(FilmMention(film, polarity="without") for film in talked_of)
    named = replace(mentions, people=(PersonMention(name, text=name),), films=known)
    return recommend(replace(turn, mentions=named), house).setting(talked_person=name)


def _person_meant(turn: Turn, house: House) -> str | None:
    cues = cues_in(turn.language)
    if cues["same_director"].search(turn.text):
        film = house.film(turn.focus) or house.film(next(iter((*turn.wish.seeds, *turn.last_shown)), None))
        return film.directors[0] if film and film.directors else None
    return turn.talked_person if cues["pronoun"].search(turn.text) else None
