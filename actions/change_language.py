"""A person wants another language; the slot is filled by the engine, the person's own language is kept here."""

from __future__ import annotations

from actions import cards
from actions.options import spoken
from actions.reply import Reply, Say
from actions.request import Request
from actions.turn import Turn
from actions.wiring import House


class ChangeLanguage(Request):
    """Remembers the language for the next conversations too."""

    action = "action_change_language"

    def answer(self, turn: Turn, house: House) -> Reply:
        """A word in the new language."""
        house.memory.keep_language(turn.person, turn.language, turn.message_id)
        custom = cards.notice(turn.language, spoken(house, turn.language, "more", "surprise"))
        return Reply((Say("utter_language_changed", custom=custom),))
