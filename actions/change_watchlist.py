"""A person puts a film on the watchlist or takes it off."""

from __future__ import annotations

from dataclasses import replace

from actions import cards
from actions.cue_words import cues_in
from actions.naming import ask_which_film, meant_film, meant_films
from actions.options import spoken
from actions.reply import Reply, Say
from actions.request import Request
from actions.tasting import film_entry
from actions.turn import Turn
from actions.wiring import House
from actions.words import join, name_film

_REMOVING = ("watchlist_remove", "unwatch")


class ChangeWatchlist(Request):
    """Adds or removes by intent or by button."""

    action = "action_change_watchlist"

    def answer(self, turn: Turn, house: House) -> Reply:
        """What is now on the list, or no longer."""
        removing = (turn.choice.act if turn.choice else turn.intent) in _REMOVING
        listed = house.memory.films(turn.person, "watchlist")
        if removing and not turn.mentions.films and not set(listed) & set(turn.last_shown):
            turn = replace(turn, last_shown=listed)  # "the second one" of a list that was not shown is the watchlist's
        if removing and not turn.choice and cues_in(turn.language)["clear_list"].search(turn.text):
            return _cleared(turn, house, listed)
        film = meant_film(turn, house)
        films = meant_films(turn, house) or ((film,) if film else ())
        if not films:
            return ask_which_film(turn, house)
        for each in films:
            change = house.memory.remove if removing else house.memory.note
            change(turn.person, film_entry(turn, each, "watchlist"), turn.message_id)
        names = join([name_film(each, turn.language) for each in films], turn.language)
        response = _response(removing, all(each.id in listed for each in films))
        custom = cards.notice(turn.language, spoken(house, turn.language, "show_watchlist", "more"))
        return Reply((Say(response, {"films": names}, custom),), {"focus": films[0].id})


def _cleared(turn: Turn, house: House, listed: tuple[str, ...]) -> Reply:
    films = [film for film in map(house.film, listed) if film]
    for film in films:
        house.memory.remove(turn.person, film_entry(turn, film, "watchlist"), turn.message_id)
    custom = cards.notice(turn.language, spoken(house, turn.language, "more"))
    names = join([name_film(film, turn.language) for film in films], turn.language)
    return Reply((Say("utter_watchlist_removed", {"films": names}, custom) if films else Say("utter_watchlist_empty"),))


def _response(removing: bool, was_listed: bool) -> str:
    if removing:
        return "utter_watchlist_removed" if was_listed else "utter_watchlist_not_there"
    return "utter_watchlist_there" if was_listed else "utter_watchlist_added"
