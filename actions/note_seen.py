"""A person has seen films; seen is not liked."""

from __future__ import annotations

from dataclasses import replace

from actions import cards
from actions.cue_words import cues_in
from actions.naming import ask_which_film, meant_films
from actions.options import film_button
from actions.presenting import present_film
from actions.recommending import recommend, search
from actions.reply import Reply
from actions.request import Request
from actions.showing import show
from actions.tasting import remember
from actions.turn import Turn
from actions.wiring import House
from index.film import Film


class NoteSeen(Request):
    """Keeps it, and fills the gap where the film was one just shown."""

    action = "action_note_seen"

    def answer(self, turn: Turn, house: House) -> Reply:
        """What was noted, and films where there is a search to go on with."""
        films = meant_films(turn, house) or _those_shown(turn, house)
        if turn.mentions.films and films and cues_in(turn.language)["have_you"].search(turn.text):
            return present_film(turn, house, films[0])
        if not films and _wishes_too(turn):
            return recommend(turn, house)
        if not films:
            return ask_which_film(turn, house, act="seen")
        said = remember(turn, house, seen=films)
        if said is None or _wishes_too(turn):
            return search(turn, house, said)
        if not turn.choice and any(film.id in turn.last_shown for film in films):
            instead = show(turn, house, turn.wish, lead="utter_films_instead").after(said)
            asked = {"ask": "verdict", "film": films[0].id}
            return instead if "pending" in instead.slots or len(films) > 1 else instead.setting(pending=asked)
        options = [film_button(turn, house, act, films[0]) for act in ("like", "not_for_me", "more_like")]
        return Reply((replace(said, custom=cards.notice(turn.language, options)),), {"focus": films[0].id})


def _those_shown(turn: Turn, house: House) -> tuple[Film, ...]:
    """ "Seen it" is the film in focus or the only one shown, "seen them all" is the list; else it could be any."""
    if turn.mentions.unknown or turn.mentions.ordinals:
        return ()
    everything = cues_in(turn.language)["all"].search(turn.text) or len(turn.last_shown) == 1
    ids = turn.last_shown if everything else (turn.focus,)
    return tuple(film for film in map(house.film, ids) if film)


def _wishes_too(turn: Turn) -> bool:
    mentions = turn.mentions
    liked = mentions.films_with("like")
    return bool(liked or mentions.terms or mentions.people or mentions.directions or mentions.years or mentions.runtime)
