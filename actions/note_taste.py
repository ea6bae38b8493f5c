"""A person says what they like or dislike."""

from __future__ import annotations

from dataclasses import replace

from actions import cards
from actions.cue_words import cues_in
from actions.memory import Entry, Verdict
from actions.naming import ask_which_film, meant_films
from actions.options import film_for_key, spoken
from actions.recommending import recommend
from actions.reply import Reply, Say
from actions.request import Request
from actions.tasting import film_entry, noted, remember
from actions.turn import Turn
from actions.wiring import House
from actions.wishing import wish_of


class NoteTaste(Request):
    """Keeps it; what is liked is also a wish for more of it, what is disliked leaves the search."""

    action = "action_note_taste"

    def answer(self, turn: Turn, house: House) -> Reply:
        """What was noted, and films where the message wishes for some."""
        if turn.choice:
            return _noted(turn, house, self._pressed(turn, house))
        if pointed := self._pointed(turn, house) or self._in_focus(turn, house):
            return _noted(turn, house, pointed)
        if _wishes(turn):
            return recommend(turn, house)
        if not turn.wish.is_empty:
            # What is disliked leaves the running search; where that has nothing left, the note is answer enough.
            reply = recommend(turn, house)
            return reply if "last_shown" in reply.slots or not reply.says else _leading_on(turn, house, reply.says[0])
        if said := remember(turn, house):
            return _leading_on(turn, house, said)
        mentions = turn.mentions
        return (
            recommend(turn, house)
            if mentions.says_wish or mentions.unknown
            else ask_which_film(turn, house, act="like")
        )

    def _pressed(self, turn: Turn, house: House) -> tuple[Entry, ...]:
        """What a button says about its film."""
        film = film_for_key(house, turn.choice.argument) if turn.choice else None
        if film is None or turn.choice is None:
            return ()
        verdict: Verdict = "dislike" if turn.choice.act == "not_for_me" else "like"
        return (film_entry(turn, film, "taste", verdict),)

    def _pointed(self, turn: Turn, house: House) -> tuple[Entry, ...]:
        """The verdict on places of the last list ("the second one was boring")."""
        if turn.mentions.films or not turn.mentions.ordinals:
            return ()
        verdict: Verdict = "dislike" if cues_in(turn.language)["disliked"].search(turn.text) else "like"
        return tuple(film_entry(turn, film, "taste", verdict) for film in meant_films(turn, house))

    def _in_focus(self, turn: Turn, house: House) -> tuple[Entry, ...]:
        """The verdict on the film just talked about ("it was great")."""
        mentions = turn.mentions
        held = turn.pending.get("film") if turn.pending.get("ask") == "verdict" else turn.focus
        film = house.film(held)
        if film is None or mentions.says_wish or mentions.unknown:
            return ()
        verdict: Verdict = "dislike" if cues_in(turn.language)["disliked"].search(turn.text) else "like"
        return (film_entry(turn, film, "taste", verdict),)


def _noted(turn: Turn, house: House, entries: tuple[Entry, ...]) -> Reply:
    if not entries:
        return recommend(turn, house)
    for entry in entries:
        house.memory.note(turn.person, entry, turn.message_id)
    said = noted(entries, turn.language, house)
    custom = cards.notice(turn.language, spoken(house, turn.language, "more", "show_taste"))
    return Reply((replace(said, custom=custom),))


def _wishes(turn: Turn) -> bool:
    """Whether the message says something to look for, and not only what to leave out."""
    mentions = turn.mentions
    wanted = wish_of(turn)
    return bool(wanted.seeds or wanted.terms or mentions.directions or mentions.years or mentions.runtime)


def _leading_on(turn: Turn, house: House, said: Say) -> Reply:
    options = spoken(house, turn.language, "mood_funny", "mood_exciting", "mood_moving", "surprise")
    return Reply((replace(said, custom=cards.notice(turn.language, options)),))
