"""A person wants to see the watchlist."""

from __future__ import annotations

from actions import cards
from actions.options import film_options, spoken
from actions.reply import Reply, Say
from actions.request import Request
from actions.turn import Turn
from actions.wiring import House
from actions.words import name_film


class ShowWatchlist(Request):
    """Lists the films kept for later; places count ("the second one")."""

    action = "action_show_watchlist"

    def answer(self, turn: Turn, house: House) -> Reply:
        """The list, oldest first."""
        entries = house.memory.entries(turn.person, "watchlist")
        films = [film for film in (house.film(entry.key) for entry in entries) if film]
        if not films:
            custom = cards.shelf("watchlist", turn.language, [], [], spoken(house, turn.language, "surprise"))
            return Reply((Say("utter_watchlist_empty", custom=custom),))
        lines = [f"{number}. {name_film(film, turn.language)}" for number, film in enumerate(films, start=1)]
        shown = [
            cards.card(
                film, turn.language, house.recommender.vocabulary, options=film_options(turn, house, film, but="why")
            )
            for film in films
        ]
        exported = [entry.export() | {"options": []} for entry in entries]
        custom = cards.shelf("watchlist", turn.language, exported, shown, spoken(house, turn.language, "surprise"))
        slots = {"last_shown": [film.id for film in films], "focus": None}
        return Reply((Say("utter_watchlist", {"films": "\n".join(lines)}, custom),), slots)
