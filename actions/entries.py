"""Single things remembered about a person, named in a message and forgotten when asked."""

from __future__ import annotations

from actions import cards
from actions.memory import Entry
from actions.options import spoken
from actions.reply import Reply, Say
from actions.turn import Turn
from actions.wiring import House
from actions.words import join


def entries_named(turn: Turn, house: House) -> list[Entry]:
    """What is remembered about the films, people and terms of the message."""
    mentions = turn.mentions
    named = {("film", film.id) for film in mentions.films} | {("person", person.name) for person in mentions.people}
    named |= {(str(term.kind), term.key) for term in mentions.terms}
    return [entry for entry in house.memory.entries(turn.person) if (entry.kind, entry.key) in named]


def forget_named(turn: Turn, house: House, entries: list[Entry]) -> Reply:
    """ "Forget Titanic": these entries go, nothing else."""
    custom = cards.notice(turn.language, spoken(house, turn.language, "show_taste", "forget_me"))
    if not entries:
        return Reply((Say("utter_entry_gone", custom=custom),))
    for entry in entries:
        house.memory.remove(turn.person, entry, turn.message_id)
    names = join(dict.fromkeys(entry.name for entry in entries), turn.language)
    return Reply((Say("utter_entry_forgotten", {"name": names}, custom),))
