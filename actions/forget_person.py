"""A person wants everything about them erased."""

from __future__ import annotations

from actions import cards
from actions.entries import entries_named, forget_named
from actions.options import button
from actions.reply import Reply, Say
from actions.request import Request
from actions.turn import Turn
from actions.wiring import House


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


def forgotten(turn: Turn) -> Reply:
    """The mark for the gateway, and a conversation that starts anew."""
    slots = dict.fromkeys(("wish", "shown", "last_shown", "focus", "pending"))
    return Reply((Say("utter_forgotten", custom=cards.notice(turn.language, forget=True)),), slots)
