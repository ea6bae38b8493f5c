"""A person says yes."""

from __future__ import annotations

from dataclasses import replace

from actions import cards
from actions.cue_words import cues_in
from actions.forget_person import forgotten
from actions.options import spoken
from actions.recommending import recommend
from actions.reply import Reply, Say
from actions.request import Request
from actions.showing import show
from actions.turn import Turn
from actions.wiring import House
from actions.wishing import find_removal, rest_of, take_back


class Confirm(Request):
    """Does what the bot had asked; a yes to nothing leads on."""

    action = "action_confirm"

    def answer(self, turn: Turn, house: House) -> Reply:
        """What the yes was to."""
        asked = turn.pending.get("ask")
        if turn.last_shown and cues_in(turn.language)["unseen"].search(turn.text):
            return _unseen(turn, house)
        if (turn.choice and turn.choice.act == "forget") or asked == "forget_me":
            return forgotten(turn)
        if turn.mentions.says_wish:
            return recommend(turn, house)
        if asked == "relax" and (removal := find_removal(turn.wish, str(turn.pending.get("code")))):
            return show(turn, house, take_back(turn.wish, removal))
        if asked == "film" and (film := house.film(str(turn.pending.get("film")))):
            return show(turn, house, rest_of(turn.wish).model_copy(update={"seeds": (film.id,)}))
        return _lead_on(turn, house)


def _unseen(turn: Turn, house: House) -> Reply:
    """Films still to be seen: more about them, or others."""
    options = spoken(
        house, turn.language, "about_it" if len(turn.last_shown) == 1 or turn.focus else "why_first", "more"
    )
    return Reply((Say("utter_unseen", custom=cards.choice(turn.language, options)),))


def _lead_on(turn: Turn, house: House) -> Reply:
    """A yes to nothing in particular: go on with the list if there is one, else ask."""
    names = ("more", "why_first") if turn.last_shown else ("mood_funny", "mood_exciting", "surprise")
    say = Say("utter_affirmed" if turn.last_shown else "utter_affirmed_open")
    if turn.after_crisis and not turn.last_shown:
        say = Say("utter_still_here")
    return Reply((replace(say, custom=cards.choice(turn.language, spoken(house, turn.language, *names))),))
