"""A person wants their data."""

from __future__ import annotations

from actions import cards
from actions.options import spoken
from actions.reply import Reply, Say
from actions.request import Request
from actions.turn import Turn
from actions.wiring import House


class ExportPerson(Request):
    """Hands out everything remembered, as JSON beside the text."""

    action = "action_export_person"

    def answer(self, turn: Turn, house: House) -> Reply:
        """The data and how much of it there is."""
        data = house.memory.export(turn.person)
        custom = cards.notice(turn.language, spoken(house, turn.language, "show_taste"), export=data)
        return Reply((Say("utter_export", {"count": str(len(data["entries"]))}, custom),))
