"""What a wish in a message leads to: shared by every request that can end in a list of films."""

from __future__ import annotations

from actions.naming import ask_which_film, placed, unknown_title
from actions.options import film_for_key, spoken
from actions.reply import Reply, Say
from actions.showing import complete, present, show
from actions.tasting import remember
from actions.turn import Turn
from actions.wiring import House
from actions.wishing import combine, rest_of, starts_anew, wish_of
from index.film import Film
from index.reason import Answer
from index.wish import Wish

_DIFFERENT = 3
_LOOKED_AT = 15
_DESCRIBED_WORDS = 3
_SURE = 0.9


def recommend(turn: Turn, house: House) -> Reply:
    """Note what the message says about taste, then search for what it wishes; an empty wish opens a conversation."""
    return search(turn, house, None if turn.choice else remember(turn, house))


def search(turn: Turn, house: House, said: Say | None) -> Reply:
    """Search for what the message wishes, after what was `said` of its taste."""
    wish = next_wish(turn, house)
    if wish is None and turn.mentions.unknown:
        return unknown_reply(turn, house)
    if wish is None:
        return open_up(turn, house)
    first = [say for say in (said, unknown_title(turn, house) if turn.mentions.unknown else None) if say]
    return show(turn, house, wish).after(*first)


def next_wish(turn: Turn, house: House) -> Wish | None:
    """The wish this message leads to, alone or with the one before; `None` when it wishes for nothing."""
    seed = pointed_seed(turn, house)
    new = _without_series(turn, house, wish_of(turn))
    if seed and (turn.choice or not new.seeds):
        base = rest_of(turn.wish).model_copy(update={"seeds": (seed.id,)})
        return base if turn.choice else combine(base, new, relative_to=(seed.id,))
    if new.is_empty and not (new.disliked or new.seen):
        return None
    if starts_anew(turn, new):
        kept = new.max_age if new.max_age is not None else turn.wish.max_age
        return new.model_copy(update={"max_age": kept, "relative_to": turn.last_shown if new.critique else ()})
    return combine(turn.wish, new, relative_to=turn.last_shown)


def _without_series(turn: Turn, house: House, wish: Wish) -> Wish:
    """ "No Harry Potter" rules out every film of the series, not the first alone."""
    named = turn.mentions.films_with("without")
    # A film without a title was not named here: "more by that director" keeps the rest of its series.
    named = tuple(mention for mention in named if mention.title)
    others = [film_id for mention in named for film_id in house.recommender.series_of(mention.id)]
    return wish.model_copy(update={"seen": tuple(dict.fromkeys((*wish.seen, *others)))}) if others else wish


def pointed_seed(turn: Turn, house: House) -> Film | None:
    """The film of a "more like this" button or of a place in the last list."""
    if turn.choice and (chosen := film_for_key(house, turn.choice.argument)):
        return chosen
    ids = (placed(turn, number) for number in turn.mentions.ordinals)
    return house.film(next((film_id for film_id in ids if film_id), None))


def which_film(turn: Turn, house: House) -> Reply:
    """No film can be told: a message that describes one is a wish after all, anything else is asked about."""
    mentions = turn.mentions
    if mentions.people and not (mentions.films or mentions.ordinals or mentions.unknown):
        return recommend(turn, house)  # "who is Wes Anderson?": that is best told by films
    pointing = mentions.unknown or mentions.ordinals or mentions.facts or mentions.films
    if (
        not pointing
        and turn.sure < _SURE
        and (mentions.says_wish or len(wish_of(turn).text.split()) >= _DESCRIBED_WORDS - (not turn.last_shown))
    ):
        return recommend(turn, house)
    return ask_which_film(turn, house)


def open_up(turn: Turn, house: House) -> Reply:
    """Nothing was said about what is wanted: three films far apart, and one question with buttons."""
    wish = Wish(language=turn.language, max_age=turn.wish.max_age)
    answer = house.recommender.recommend(complete(turn, house, wish.model_copy(update={"count": _LOOKED_AT})))
    if not answer.recommendations:
        return show(turn, house, wish)
    reply = present(turn, house, wish, _apart(answer), lead="utter_films_open")
    say = reply.says[0]
    options = spoken(house, turn.language, "mood_funny", "mood_exciting", "mood_moving", "mood_thoughtful")
    return Reply((Say(say.response, say.fields, {**(say.custom or {}), "options": options}),), reply.slots)


def unknown_reply(turn: Turn, house: House) -> Reply:
    """A title nobody knows and nothing else to go by; a yes takes the nearest one."""
    nearest = turn.mentions.unknown[0].nearest
    reply = Reply((unknown_title(turn, house),))
    return reply.setting(pending={"ask": "film", "film": nearest[0]}) if nearest else reply


def _apart(answer: Answer) -> Answer:
    """The best film, then each time the one that shares fewest genres with those taken (the better ranked first)."""
    left = list(answer.recommendations)
    taken = [left.pop(0)]
    while left and len(taken) < _DIFFERENT:
        genres = {genre for each in taken for genre in each.film.genres}
        nearest = min(left, key=lambda each: len(genres & set(each.film.genres)))
        left.remove(nearest)
        taken.append(nearest)
    return answer.model_copy(update={"recommendations": tuple(taken), "relief": None})
