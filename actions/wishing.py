"""From what a person said to what is searched for: one message's wish, and how wishes add up over a conversation."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from actions.cue_words import cues_in
from actions.mentions import Mentions, PersonMention, TermMention
from actions.phrasing import free_text
from actions.turn import Turn
from index.reason import Condition
from index.wish import Direction, Kind, Span, Term, Wish

_ROLES = {"director", "cast", "writer", "music", "cinematography"}
_FACTS: frozenset[Direction] = frozenset({"shorter", "longer", "newer", "older"})
# A country or a language alone narrows what was wished for; a genre or a person is a wish of its own.
_FILTERS: frozenset[Kind] = frozenset({"country", "language", "content_note", "provider", "award"})
_OPPOSITES: dict[Direction, Direction] = {
    "sadder": "funnier",
    "darker": "lighter",
    "slower": "faster",
    "less_known": "better_known",
    "shorter": "longer",
    "newer": "older",
}
_OPPOSITES |= {right: left for left, right in _OPPOSITES.items()}
_SCORE = {("genre", "music"), ("theme", "music making")}
_BLEAK = ("bleak", "tragic", "disturbing", "sad", "dark")
# What else people say carries no description of a film.
_DESCRIBING = {"", "recommend", "refine", "nlu_fallback", "ask_fact", "compare", "choose"}
_HURTS = ("suicide", "self-harm")
Removal = tuple[Condition, Kind | None, str | None]


def wish_of(turn: Turn) -> Wish:
    """What this message alone wishes for. Liked films are seeds; disliked, seen and excluded ones never come."""
    mentions = turn.mentions
    seeds = mentions.films_with(None, "like") or mentions.films_with("seen")
    return Wish(
        language=turn.language,
        text=_text(turn),
        seeds=tuple(film.id for film in seeds),
        terms=_wanted(mentions),
        without_terms=_unwanted(mentions, every=bool(cues_in(turn.language)["all"].search(turn.text))),
        years=mentions.years,
        runtime_minutes=mentions.runtime,
        max_age=mentions.age,
        critique=mentions.directions,
        disliked=tuple(film.id for film in mentions.films_with("dislike")),
        seen=tuple(film.id for film in mentions.films_with("seen", "without")),
    )


def starts_anew(turn: Turn, new: Wish) -> bool:
    """Whether the message is a wish of its own; otherwise it narrows the one before."""
    if turn.intent == "refine" or new.critique:
        return bool(new.seeds) and not turn.mentions.ordinals and not new.critique
    return bool(new.seeds or new.text or any(term.kind not in _FILTERS for term in new.terms))


def combine(old: Wish, new: Wish, *, relative_to: tuple[str, ...] = ()) -> Wish:
    """The old wish with the new one's conditions added; where both speak of one thing the new one holds."""
    old = _opened(old, new)
    unwanted = _merge(old.without_terms, new.without_terms, but=new.terms)
    return old.model_copy(
        update={
            "language": new.language,
            "text": " ".join(dict.fromkeys(part for part in (old.text, new.text) if part)),
            "seeds": new.seeds or old.seeds,
            "terms": _merge(_replaced(old.terms, new.terms), new.terms, but=new.without_terms),
            "without_terms": unwanted,
            "years": _narrowed(old.years, new.years),
            "runtime_minutes": _narrowed(old.runtime_minutes, new.runtime_minutes),
            "max_age": new.max_age if new.max_age is not None else old.max_age,
            "critique": _steps(old.critique, new.critique),
            "relative_to": relative_to if new.critique else old.relative_to,
            "disliked": tuple(dict.fromkeys((*old.disliked, *new.disliked))),
            "seen": tuple(dict.fromkeys((*old.seen, *new.seen))),
        }
    )


def _opened(old: Wish, new: Wish) -> Wish:
    """The old wish without what a step or a new range contradicts: "newer" lifts the last year allowed so far."""
    steps, years, runtime = set(new.critique), old.years, old.runtime_minutes
    if years and steps & {"newer", "older"}:
        years = _one_sided(Span(low=years.low) if "newer" in steps else Span(high=years.high))
    if runtime and steps & {"shorter", "longer"}:
        runtime = _one_sided(Span(low=runtime.low) if "longer" in steps else Span(high=runtime.high))
    settled = ({"newer", "older"} if new.years else set()) | ({"shorter", "longer"} if new.runtime_minutes else set())
    left = tuple(step for step in old.critique if step not in settled)
    return old.model_copy(update={"years": years, "runtime_minutes": runtime, "critique": left})


def _one_sided(span: Span) -> Span | None:
    return None if span.low is None and span.high is None else span


def rest_of(wish: Wish) -> Wish:
    """What outlasts a change of direction within a search: hard conditions, not seeds, words or steps.

    Films that were seeds are known to the person and do not come as results.
    """
    seen = tuple(dict.fromkeys((*wish.seen, *wish.seeds)))
    return wish.model_copy(
        update={"seeds": (), "text": "", "terms": (), "critique": (), "relative_to": (), "seen": seen}
    )


def settle(wish: Wish, runtimes: Iterable[int], years: Iterable[int]) -> Wish:
    """Turn answered steps of fact into ranges, so that "shorter" still holds when "funnier" comes next.

    `runtimes` and `years` are those of the films that answered the step.
    """
    minutes, times = list(runtimes), list(years)
    changes: dict[str, object] = {"critique": tuple(step for step in wish.critique if step not in _FACTS)}
    if "shorter" in wish.critique and minutes:
        changes["runtime_minutes"] = _narrowed(wish.runtime_minutes, Span(high=max(minutes)))
    if "longer" in wish.critique and minutes:
        changes["runtime_minutes"] = _narrowed(wish.runtime_minutes, Span(low=min(minutes)))
    if "newer" in wish.critique and times:
        changes["years"] = _narrowed(wish.years, Span(low=min(times)))
    if "older" in wish.critique and times:
        changes["years"] = _narrowed(wish.years, Span(high=max(times)))
    return wish.model_copy(update=changes)


def take_back(wish: Wish, removal: Removal) -> Wish:
    """The wish without one condition (`("years", None, None)`, `("terms", "genre", "horror")`)."""
    condition, kind, key = removal
    if condition in ("terms", "without_terms"):
        kept = tuple(term for term in getattr(wish, condition) if not _is(term, kind, key))
        return wish.model_copy(update={condition: kept})
    empty = {"critique": (), "seen": (), "shown": ()}
    return wish.model_copy(update={condition: empty.get(condition)})


def removals(wish: Wish) -> tuple[Removal, ...]:
    """Every condition that could be taken back from a wish."""
    found: list[Removal] = [("terms", term.kind, term.key) for term in wish.terms]
    found += [("without_terms", term.kind, term.key) for term in wish.without_terms]
    simple: tuple[Condition, ...] = ("years", "runtime_minutes", "max_age", "critique", "seen", "shown")
    return (*found, *((condition, None, None) for condition in simple))


def removal_code(condition: Condition, key: str | None) -> str:
    """A condition as a button's argument: by name, or as a hash where a term's key would be too long."""
    if key is None or condition not in ("terms", "without_terms"):
        return condition
    return "t-" + hashlib.sha256(f"{condition}/{key}".encode()).hexdigest()[:12]


def find_removal(wish: Wish, code: str) -> Removal | None:
    """The condition that a button's argument names."""
    return next((removal for removal in removals(wish) if removal_code(removal[0], removal[2]) == code), None)


def spare(wish: Wish) -> Wish:
    """The wish after somebody spoke of despair: nothing bleak, nothing about suicide."""
    moods = (Term(kind="mood", key=key) for key in _BLEAK)
    notes = (Term(kind="content_note", key=key) for key in _HURTS)
    return wish.model_copy(update={"without_terms": _merge(wish.without_terms, (*moods, *notes))})


def _text(turn: Turn) -> str:
    if turn.mentions.directions or turn.choice or turn.intent not in _DESCRIBING:
        return ""
    return free_text(turn.text, turn.language, understood=turn.mentions.spans, named=turn.mentions.named_spans)


def _wanted(mentions: Mentions) -> tuple[Term, ...]:
    # "Music by Hans Zimmer" names a person's work, not the genre of films about music.
    scored = any(person.job == "music" for person in mentions.people)
    meant = (term for term in mentions.terms if not (scored and (term.kind, term.key) in _SCORE))
    terms = [_term(term) for term in meant if not term.negated and term.polarity not in ("dislike", "without")]
    return tuple(terms + [_person(person) for person in mentions.people if person.polarity in (None, "like", "seen")])


def _unwanted(mentions: Mentions, *, every: bool) -> tuple[Term, ...]:
    """What must not come; somebody all of whose films were seen is left out too."""
    terms = [_term(term) for term in mentions.terms if term.negated or term.polarity in ("dislike", "without")]
    people = [
        _person(person)
        for person in mentions.people
        if person.polarity in (("without", "dislike", "seen") if every else ("without", "dislike"))
    ]
    return tuple(terms + people)


def _term(mention: TermMention) -> Term:
    return Term(kind=mention.kind, key=mention.key, text=mention.text)


def _person(mention: PersonMention) -> Term:
    role = mention.job if mention.job in _ROLES else None
    return Term.model_validate({"kind": "person", "key": mention.name, "role": role, "text": mention.text})


def _is(term: Term, kind: Kind | None, key: str | None) -> bool:
    return term.key == key and kind in (None, term.kind)


def _merge(old: Iterable[Term], new: Iterable[Term], *, but: Iterable[Term] = ()) -> tuple[Term, ...]:
    gone = {(term.kind, term.key) for term in but}
    terms = {(term.kind, term.key): term for term in (*old, *new)}
    return tuple(term for name, term in terms.items() if name not in gone)


def _replaced(old: tuple[Term, ...], new: tuple[Term, ...]) -> tuple[Term, ...]:
    """One film is in one language and from one place: a new one takes the old one's place."""
    kinds = {term.kind for term in new} & {"country", "language"}
    return tuple(term for term in old if term.kind not in kinds)


def _narrowed(old: Span | None, new: Span | None) -> Span | None:
    """Both ranges at once; where they contradict each other, the newer alone."""
    if old is None or new is None:
        return new or old
    low = _tighter(max, old.low, new.low)
    high = _tighter(min, old.high, new.high)
    return new if low is not None and high is not None and low > high else Span(low=low, high=high)


def _tighter(choose: Callable[[int, int], int], left: int | None, right: int | None) -> int | None:
    if left is None or right is None:
        return left if right is None else right
    return choose(left, right)


def _steps(old: tuple[Direction, ...], new: tuple[Direction, ...]) -> tuple[Direction, ...]:
    """All steps asked for so far; a step back cancels the one it reverses."""
    reversed_steps = {_OPPOSITES[step] for step in new if step in _OPPOSITES}
    return tuple(dict.fromkeys((*(step for step in old if step not in reversed_steps), *new)))
