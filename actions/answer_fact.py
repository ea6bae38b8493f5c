"""A person asks a fact: who directed it, how long it is, who plays whom, what it is about."""

from __future__ import annotations

from actions.facts import knows_fact
from actions.naming import meant_film
from actions.presenting import present_film
from actions.qualities import tell_quality
from actions.recommending import which_film
from actions.reply import Reply
from actions.request import Request
from actions.superlatives import find_superlative
from actions.telling import person_told, tell_fact
from actions.turn import Turn
from actions.wiring import House

_SURE = 0.9


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
        if not facts and (said := tell_quality(turn, house, film)):
            return Reply((said,), {"focus": film.id})
        if not facts or turn.choice:
            return present_film(turn, house, film)
        says = tuple(tell_fact(turn, house, film, fact) for fact in facts)
        asked = {"ask": "fact", "facts": facts, "role": turn.mentions.role}
        return Reply(says, {"focus": film.id, "pending": asked, **person_told(says)})


def _describes(turn: Turn) -> bool:
    """Whether the message asks no fact of any film but describes one ("the one where a fish looks for his son")."""
    mentions = turn.mentions
    asked = mentions.facts or mentions.films or mentions.ordinals or mentions.people or turn.choice
    return not asked and mentions.says_wish and turn.sure < _SURE
