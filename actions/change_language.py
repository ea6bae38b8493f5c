"""A person wants another language; the slot is filled by the engine, the person's own language is kept here."""

from __future__ import annotations

from actions import cards
from actions.cue_words import cues_in
from actions.options import spoken
from actions.reply import Reply, Say
from actions.request import Request
from actions.showing import show
from actions.turn import Turn
from actions.wiring import House
from actions.wishing import combine
from index.wish import Term, Wish


def _means_films(turn: Turn) -> bool:
    """Whether a language that is spoken already is named within a search: then the films shall be in it."""
    same = turn.language_before == turn.language
    return same and not turn.wish.is_empty and not cues_in(turn.language)["speaking"].search(turn.text)


class ChangeLanguage(Request):
    """Remembers the language for the next conversations too."""

    action = "action_change_language"

    def answer(self, turn: Turn, house: House) -> Reply:
        """A word in the new language."""
        if _means_films(turn):
            spoken_in = Wish(language=turn.language, terms=(Term(kind="language", key=turn.language),))
            return show(turn, house, combine(turn.wish, spoken_in))
        house.memory.keep_language(turn.person, turn.language, turn.message_id)
        custom = cards.notice(turn.language, spoken(house, turn.language, "more", "surprise"))
        return Reply((Say("utter_language_changed", custom=custom),))
