"""What a film is like, asked as a yes or no ("is it sad?"), answered from its moods, genres, themes and style."""

from __future__ import annotations

from actions import cards
from actions.options import film_options, spoken
from actions.reply import Say
from actions.tasting import term_name
from actions.turn import Turn
from actions.wiring import House
from actions.words import join, name_film
from index.film import Film

_FIELDS = {"mood": "moods", "genre": "genres", "theme": "themes", "style": "style"}
# Words so near to each other that one answers for the other.
_NEAR = (
    {"sad", "tragic", "melancholic", "bleak", "bittersweet"},
    {"funny", "witty", "silly", "light-hearted"},
    {"scary", "eerie", "unsettling", "disturbing"},
    {"exciting", "suspenseful"},
    {"romantic", "tender", "passionate"},
)


def tell_quality(turn: Turn, house: House, film: Film) -> Say | None:
    """Whether the film is what the message asks; `None` where it asks for no quality."""
    asked = [term for term in turn.mentions.terms if term.kind in _FIELDS]
    if not asked:
        return None
    kind, key = asked[0].kind, asked[0].key
    held = list(getattr(film, _FIELDS[kind]))
    near = next((words for words in _NEAR if key in words), {key})
    found = [key] if key in held else [each for each in held if each in near]
    told = found or held or list(film.genres)
    named = kind if found or held else "genre"
    values = join([term_name(named, each, turn.language, house) for each in told], turn.language)
    response = "utter_quality_yes" if found else "utter_quality_no"
    card = cards.card(film, turn.language, house.recommender.vocabulary, options=film_options(turn, house, film))
    custom = cards.answer(turn.language, card, "genres", told, spoken(house, turn.language, "more_like_it", "about_it"))
    return Say(response, {"film": name_film(film, turn.language), "values": values}, custom)
