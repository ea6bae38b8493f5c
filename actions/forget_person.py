"""A person wants everything about them erased."""

from __future__ import annotations

from actions import cards
from actions.memory import Entry
from actions.options import button, spoken
from actions.reply import Reply, Say
from actions.request import Request
from actions.turn import Turn
from actions.wiring import House
from actions.words import join


class ForgetPerson(Request):
    """Asks once; the gateway erases when the reply says so, after the turn is stored."""

    action = "action_forget_person"

    def answer(self, turn: Turn, house: House) -> Reply:
        """The question, or the last word where its button was pressed."""
        if turn.choice and turn.choice.act == "forget":
            return forgotten(turn)
        if turn.mentions.films or turn.mentions.people or turn.mentions.terms:
            return forget_named(turn, house, entries_named(turn, house))
        words, language = house.words, turn.language
        options = [
            button(turn, house, "forget", "", words.label("forget", language)),
            button(turn, house, "keep", "", words.label("keep", language)),
        ]
        return Reply(
            (Say("utter_ask_forget", custom=cards.choice(language, options)),), {"pending": {"ask": "forget_me"}}
        )


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


def forgotten(turn: Turn) -> Reply:
    """The mark for the gateway, and a conversation that starts anew."""
    slots = dict.fromkeys(("wish", "shown", "last_shown", "focus", "pending"))
    return Reply((Say("utter_forgotten", custom=cards.notice(turn.language, forget=True)),), slots)
