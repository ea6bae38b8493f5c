"""Runs a wish and shows what came: the list with its lead, what changed, and what to do when too little fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actions import cards
from actions.cards import Option
from actions.options import button, film_button, film_options, spoken
from actions.reply import Custom, Reply, Say
from actions.turn import Turn
from actions.wiring import House
from actions.wishing import removal_code, settle, spare
from actions.words import join, name_film
from index.film import Film
from index.reason import Answer, Recommendation, Relief
from index.wish import Term, Wish

_SHOWN_KEPT = 300
_ENOUGH = 3


def show(turn: Turn, house: House, wish: Wish, *, lead: str | None = None) -> Reply:
    """Search for `wish` and answer with the films; `lead` names the response that introduces them."""
    answer = house.recommender.recommend(complete(turn, house, wish))
    if not answer.recommendations:
        return _nothing(turn, house, wish, answer)
    return present(turn, house, wish, answer, lead=lead)


def complete(turn: Turn, house: House, wish: Wish) -> Wish:
    """The wish with everything the conversation and the person's memory add to it."""
    memory, person = house.memory, turn.person
    disliked = memory.films(person, "taste", "dislike")
    wish = wish.model_copy(
        update={
            "language": turn.language,
            "liked": memory.films(person, "taste", "like"),
            "disliked": tuple(dict.fromkeys((*wish.disliked, *disliked))),
            "seen": tuple(dict.fromkeys((*wish.seen, *memory.films(person, "seen")))),
            "shown": tuple(dict.fromkeys((*wish.shown, *turn.shown))),
            "without_terms": (*wish.without_terms, *_disliked_terms(turn, house, wish)),
        }
    )
    return spare(wish) if turn.after_crisis else wish


def present(turn: Turn, house: House, wish: Wish, answer: Answer, *, lead: str | None = None) -> Reply:
    """Show films that were found, and remember them as shown."""
    films = [recommendation.film for recommendation in answer.recommendations]
    response, fields = _lead(turn, house, wish, answer, lead)
    listed = "\n".join(_lines(turn, answer))
    custom = cards.recommendations(
        turn.language,
        [_card(turn, house, each) for each in answer.recommendations],
        _options(turn, house, films),
        changed=answer.changed,
        weak=answer.weak,
    )
    reply = Reply((Say(response, {**fields, "films": listed}, custom),), _memory_of(turn, wish, films))
    return _relieved(turn, house, reply, answer.relief) if len(films) < _ENOUGH else reply


def _memory_of(turn: Turn, wish: Wish, films: Sequence[Film]) -> dict[str, object]:
    runtimes = [film.runtime for film in films if film.runtime]
    kept = settle(wish, runtimes, [film.year for film in films])
    ids = [film.id for film in films]
    return {
        "wish": kept.model_dump(mode="json", exclude_defaults=True),
        "shown": list(dict.fromkeys((*turn.shown, *ids)))[-_SHOWN_KEPT:],
        "last_shown": ids,
        "focus": ids[0] if len(ids) == 1 else None,
    }


def _lead(turn: Turn, house: House, wish: Wish, answer: Answer, lead: str | None) -> tuple[str, dict[str, str]]:
    """The response that introduces the list, and its fields."""
    if answer.changed and wish.critique:
        return "utter_films_changed", {"changed": answer.changed}
    if lead:
        return lead, {}
    seeds = [film for film in map(house.film, wish.seeds) if film]
    names = join([name_film(film, turn.language) for film in seeds], turn.language)
    if answer.weak:
        return ("utter_films_like_weak", {"seeds": names}) if seeds else ("utter_films_weak", {})
    by_name = [film for film in seeds if film.genres and not film.synopsis]
    if by_name:
        return "utter_films_like_by_name", _by_name(by_name, turn, house)
    if seeds:
        return "utter_films_like", {"seeds": names}
    people = [term.key for term in wish.terms if term.kind == "person"]
    if people:
        directed = all(set(people) <= set(each.film.directors) for each in answer.recommendations)
        response = "utter_films_by" if directed else "utter_films_with"
        return response, {"people": join(people, turn.language)}
    return "utter_films_found", {}


def _by_name(films: Sequence[Film], turn: Turn, house: House) -> dict[str, str]:
    """Films of which only facts are recorded, and what kind of films they are."""
    genres = dict.fromkeys(genre for film in films for genre in film.genres)
    named = [house.recommender.vocabulary.name("genre", genre, turn.language) for genre in genres]
    names = join([name_film(film, turn.language) for film in films], turn.language)
    return {"seeds": names, "genres": join(named, turn.language)}


def _lines(turn: Turn, answer: Answer) -> Iterator[str]:
    """A line a film: place, name, first reason, and what to know; a weak answer says so once, not with each film."""
    for number, each in enumerate(answer.recommendations, start=1):
        said = [reason.text for reason in each.reasons[:1]]
        said += [text for text in (None if answer.weak else each.caveat, *each.unknown) if text]
        name = name_film(each.film, turn.language)
        yield f"{number}. {name}: {' '.join(said)}" if said else f"{number}. {name}"


def _card(turn: Turn, house: House, recommendation: Recommendation) -> Custom:
    film = recommendation.film
    return cards.card(
        film,
        turn.language,
        house.recommender.vocabulary,
        reasons=recommendation.reasons,
        caveat=" ".join(text for text in (recommendation.caveat, *recommendation.unknown) if text) or None,
        options=film_options(turn, house, film),
    )


def _options(turn: Turn, house: House, films: Sequence[Film]) -> list[Option]:
    """Other films a title could have meant come first, then the usual next steps."""
    meant = [mention for mention in turn.mentions.films if mention.alternatives]
    others = [house.film(film_id) for mention in meant for film_id in mention.alternatives[:2]]
    offers = [
        film_button(turn, house, "more_like", film, label=_meant(turn, house, film))
        for film in others
        if film and film not in films
    ]
    return [*offers, *spoken(house, turn.language, "why_first", "shorter", "more")]


def _meant(turn: Turn, house: House, film: Film) -> str:
    return house.words.label("meant", turn.language, film=name_film(film, turn.language))


def _disliked_terms(turn: Turn, house: House, wish: Wish) -> tuple[Term, ...]:
    """Terms and people the person once disliked, unless this wish asks for them."""
    wanted = {(term.kind, term.key) for term in (*wish.terms, *wish.without_terms)}
    entries = house.memory.entries(turn.person, "taste")
    return tuple(
        Term.model_validate({"kind": entry.kind, "key": entry.key})
        for entry in entries
        if entry.verdict == "dislike" and entry.kind != "film" and (entry.kind, entry.key) not in wanted
    )


def _nothing(turn: Turn, house: House, wish: Wish, answer: Answer) -> Reply:
    """Nothing fits: name the condition that stands most in the way, with a button that lifts it."""
    slots = {"wish": wish.model_dump(mode="json", exclude_defaults=True)}
    if answer.relief is None:
        options = spoken(house, turn.language, "start_over", "surprise")
        return Reply((Say("utter_nothing_fits", custom=cards.choice(turn.language, options)),), slots)
    return _relieved(turn, house, Reply((), slots), answer.relief, response="utter_nothing_fits_relief")


def _relieved(
    turn: Turn, house: House, reply: Reply, relief: Relief | None, *, response: str = "utter_relief"
) -> Reply:
    if relief is None:
        return reply
    code = removal_code(relief.condition, relief.key)
    label = house.words.label("relax", turn.language, condition=relief.label)
    custom = cards.choice(turn.language, [button(turn, house, "relax", code, label)])
    say = Say(response, {"condition": relief.label, "count": str(relief.films)}, custom)
    return reply.before(say).setting(pending={"ask": "relax", "code": code})
