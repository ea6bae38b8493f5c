"""A person asks what the bot knows about them, or removes one thing of it."""

from __future__ import annotations

from actions import cards
from actions.memory import Entry
from actions.options import button, spoken
from actions.reply import Custom, Reply, Say
from actions.request import Request
from actions.turn import Turn
from actions.wiring import House
from index.film import Language

SHOWN_AT_MOST = 40


class ShowTaste(Request):
    """Lists each entry with the words it came from, and a button to remove it."""

    action = "action_show_taste"

    def answer(self, turn: Turn, house: House) -> Reply:
        """Everything remembered, of very much the latest; an entry whose button was pressed is gone."""
        if turn.choice and turn.choice.act == "forget_entry":
            return self._forget(turn, house, turn.choice.argument)
        entries = house.memory.entries(turn.person)
        if not entries:
            custom = cards.shelf("taste", turn.language, [], [], spoken(house, turn.language, "surprise"))
            return Reply((Say("utter_taste_empty", custom=custom),))
        latest = entries[-SHOWN_AT_MOST:]
        lines = "\n".join(f"• {_line(entry, turn.language, house)}" for entry in latest)
        if earlier := len(entries) - len(latest):
            told = house.words.label("earlier_entries", turn.language, count=str(earlier))
            lines = f"{lines}\n• {told}"
        shown = [_entry(turn, house, entry) for entry in latest]
        options = spoken(house, turn.language, "export", "forget_me")
        return Reply((Say("utter_taste", {"entries": lines}, cards.shelf("taste", turn.language, shown, [], options)),))

    def _forget(self, turn: Turn, house: House, code: str) -> Reply:
        entry = house.memory.find(turn.person, code)
        custom = cards.notice(turn.language, spoken(house, turn.language, "show_taste"))
        if entry is None:
            return Reply((Say("utter_entry_gone", custom=custom),))
        house.memory.remove(turn.person, entry, turn.message_id)
        return Reply((Say("utter_entry_forgotten", {"name": entry.name}, custom),))


def _line(entry: Entry, language: Language, house: House) -> str:
    label = f"entry_{entry.verdict or entry.shelf}"
    return house.words.label(label, language, name=entry.name, words=entry.words)


def _entry(turn: Turn, house: House, entry: Entry) -> Custom:
    label = house.words.label("forget_entry", turn.language)
    return entry.export() | {"options": [button(turn, house, "forget_entry", entry.code, label)]}
