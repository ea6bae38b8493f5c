"""What any message may also be, whatever its intent: an answer to a question of ours, or words that point back."""

from __future__ import annotations

from collections.abc import Callable

from actions.asking_age import answer_age, ask_age
from actions.consoling import console
from actions.cue_words import cues_in
from actions.entries import entries_named, forget_named
from actions.not_recorded import say_not_recorded
from actions.presenting import present_film
from actions.pronouns import by_person_meant
from actions.reply import Reply
from actions.same_fact import same_fact
from actions.turn import Turn
from actions.wiring import House

_KEPT = ("watchlist_remove", "forget_me", "crisis")


def follow_up(turn: Turn, house: House) -> Reply | None:
    """The answer to a message that is such a one; `None` leaves it to the request of its intent."""
    if turn.choice:
        return None
    return next((reply for answer in _ANSWERS if (reply := answer(turn, house)) is not None), None)


def _forget_entry(turn: Turn, house: House) -> Reply | None:
    """ "Forget that I like Titanic": the entry goes, unless the running search holds it."""
    if turn.intent in _KEPT or not cues_in(turn.language)["forget"].search(turn.text):
        return None
    searched = {(str(term.kind), term.key) for term in turn.wish.terms}
    entries = [entry for entry in entries_named(turn, house) if (entry.kind, entry.key) not in searched]
    return forget_named(turn, house, entries) if entries else None


def _known_film(turn: Turn, house: House) -> Reply | None:
    """ "Do you know Oh Boy?": the film, not others like it."""
    mentions = turn.mentions
    asked = cues_in(turn.language)["have_you"].search(turn.text)
    if not asked or turn.intent != "recommend" or len(mentions.films) != 1 or mentions.terms or mentions.directions:
        return None
    film = house.film(mentions.films[0].id)
    return (
        present_film(turn, house, film) if film and not cues_in(turn.language)["likeness"].search(turn.text) else None
    )


_ANSWERS: tuple[Callable[[Turn, House], Reply | None], ...] = (
    answer_age,
    ask_age,
    same_fact,
    _known_film,
    _forget_entry,
    by_person_meant,
    console,
    say_not_recorded,
)
