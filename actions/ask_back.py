"""The message was not understood: ask back rather than guess."""

from __future__ import annotations

from actions import cards
from actions.cue_words import cues_in
from actions.options import spoken
from actions.phrasing import free_text
from actions.recommending import recommend, unknown_reply
from actions.reply import Reply, Say
from actions.request import Request
from actions.turn import Turn
from actions.wiring import House
from actions.wishing import wish_of

_LONGEST_LABEL = 60
_DESCRIBED = 4


class AskBack(Request):
    """What names films, people or terms is a wish all the same; anything else becomes a question."""

    action = "action_ask_back"

    def answer(self, turn: Turn, house: House) -> Reply:
        """Films where something was understood, else a question with ways on."""
        if turn.mentions.says_wish:
            return recommend(turn, house)
        if turn.mentions.unknown:
            return unknown_reply(turn, house)
        described = len(wish_of(turn).text.split()) >= _DESCRIBED and cues_in(turn.language)["film"].search(turn.text)
        return recommend(turn, house) if described else ask_back(turn, house)


def ask_back(turn: Turn, house: House) -> Reply:
    """The question, with ways on."""
    names = ("more", "start_over") if turn.last_shown else ("mood_funny", "mood_exciting", "surprise")
    options = [*_search(turn, house), *spoken(house, turn.language, *names)]
    return Reply((Say("utter_ask_back", custom=cards.choice(turn.language, options)),))


def _search(turn: Turn, house: House) -> list[cards.Option]:
    """A button that takes the words for the description of a film."""
    text = free_text(turn.text, turn.language, understood=(), named=())
    if not text or len(text) > _LONGEST_LABEL:
        return []
    return [cards.option(house.words.label("search_about", turn.language, text=text))]
