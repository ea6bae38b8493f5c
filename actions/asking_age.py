"""Films older than the person: for that the bot must know when the person was born, and asks."""

from __future__ import annotations

import datetime
import re

from actions import cards
from actions.cue_words import cues_in
from actions.recommending import next_wish
from actions.reply import Reply, Say
from actions.showing import show
from actions.turn import Turn
from actions.wiring import House
from index.wish import Span, Wish

_ASKED = ("older_than_me", "newer_than_me", "year_of_mine")
_SEARCHES = ("recommend", "refine", "ask_anything", "ask_fact", "ask_more", "compare", "nlu_fallback", "state_taste")
_YEAR = re.compile(r"\b(19\d\d|20[0-2]\d)\b")
_TWO = re.compile(r"(?<![\d.])'?(\d\d)(?![\d.:%])")
_BORN = re.compile(r"born|geboren|jahrgang|baujahr|geb\.", re.IGNORECASE)


def ask_age(turn: Turn, house: House) -> Reply | None:
    """Asks for the age where the message measures films by it; one that says the age too is answered at once."""
    cues = cues_in(turn.language)
    asked = next((name for name in _ASKED if cues[name].search(turn.text)), None)
    if asked is None or turn.intent not in _SEARCHES:
        return None
    wish = (next_wish(turn, house) or turn.wish).model_copy(update={"max_age": turn.wish.max_age})
    if born := _birth_year(turn.text):
        return show(turn, house, _measured(wish, asked, born))
    said = Say("utter_ask_age", custom=cards.choice(turn.language, []))
    held = wish.model_dump(mode="json", exclude_defaults=True)
    return Reply((said,), {"wish": held, "pending": {"ask": "age", "side": asked}})


def answer_age(turn: Turn, house: House) -> Reply | None:
    """The films, once the age or the year of birth was said."""
    if turn.pending.get("ask") != "age" or not (born := _birth_year(turn.text)):
        return None
    return show(turn, house, _measured(turn.wish, str(turn.pending.get("side")), born))


def _birth_year(text: str) -> int | None:
    now = datetime.datetime.now(tz=datetime.UTC).year
    if found := _YEAR.search(text):
        return int(found.group(1))
    if not (short := _TWO.search(text)):
        return None
    number = int(short.group(1))
    if not _BORN.search(text):
        return now - number
    year = now // 100 * 100 + number
    return year if year <= now else year - 100


def _measured(wish: Wish, side: str, born: int) -> Wish:
    span = {"older_than_me": Span(high=born - 1), "newer_than_me": Span(low=born + 1)}.get(
        side, Span(low=born, high=born)
    )
    return wish.model_copy(
        update={"years": span, "critique": tuple(step for step in wish.critique if step not in ("older", "newer"))}
    )
