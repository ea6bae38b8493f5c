"""All that one message says, worked out once: what each component then hands on as entities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.engine.nlu import ages, asking, awards, directions, language, lengths, ordinals, places, unknown, years
from bot.engine.nlu.language import Language
from bot.engine.nlu.library import Library
from bot.engine.nlu.linker import FilmMention
from bot.engine.nlu.names import Form
from bot.engine.nlu.negation import is_negated
from bot.engine.nlu.polarity import polarity_of
from bot.engine.nlu.sentence import Sentence
from bot.engine.nlu.terms import TermMention
from bot.engine.nlu.text import MAX_CHARACTERS, after, before, words

Bounds = tuple[int, int]
_WON = re.compile(
    r"\b(?:w[io]n(?:s|ner|ners|ning)?|gewonnen|gewann|gewinnt|prämiert\w*|awarded|nominiert\w*|nominated)\b", re.I
)
_HAPPY_END = re.compile(
    r"\b(?:happy|good|gut\w*|glücklich\w*|schön\w*)[ -](?:end(?:ing|e|s|ings)?)\b(?! of)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.?!\n]")
_LOVES = re.compile(
    r"\b(?:loves?|loved|likes?|liked|enjoy\w*|adore\w*|fans?|into|favou?rites?|mag|mochte|liebe|mögen|"
    r"steh\w*|lieblings\w*|gern\w*|gefällt|gefallen)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Entity:
    """One recognised thing: Rasa's `entity` and `value`, its place, and what else is known of it."""

    kind: str
    value: Any
    start: int
    end: int
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """What a message says."""

    films: tuple[Entity, ...] = ()
    people: tuple[Entity, ...] = ()
    terms: tuple[Entity, ...] = ()
    language: tuple[Entity, ...] = ()


def read(text: str, library: Library, *, hint: str | None = None) -> Reading:
    """Everything in `text` that the components recognise."""
    text = text[:MAX_CHARACTERS]
    sentence = library.sentence(text, language.guess(text, hint))
    switch = language.switch_in(text)
    named = library.terms.find(sentence)
    mentions = [one for one in library.films.link(sentence) if not _is_no_title(one, named, sentence, library)]
    films = _films(sentence, mentions)
    taken = [(entity.start, entity.end) for entity in films]
    people = _people(sentence, library, taken)
    taken += [(entity.start, entity.end) for entity in people]
    lost = _unknown(sentence, library, taken)
    taken += [(entity.start, entity.end) for entity in lost]
    titles = [(entity.start, entity.end) for entity in (*films, *lost)]
    terms = () if switch else _terms(text, sentence, library, taken, titles)
    if people:  # "what other films has she been in": those of a person, not different ones
        terms = tuple(one for one in terms if one.kind != "direction" or one.value != "different")
    return Reading(films=(*films, *lost), people=people, terms=terms, language=_language(text, switch, taken))


def _is_no_title(mention: FilmMention, terms: Iterable[TermMention], sentence: Sentence, library: Library) -> bool:
    """Whether the name is a character asked for, a slip for no title but a prize, or a word of the vocabulary."""
    prizes = awards.awards(sentence.text) if mention.likeness < 1 or _WON.search(sentence.text) else ()
    if any(prize.start < mention.end and prize.end > mention.start for prize in prizes):
        return True
    return asking.is_role(sentence.text, mention.start) or _is_term(mention, terms, sentence, library)


def _is_term(mention: FilmMention, terms: Iterable[TermMention], sentence: Sentence, library: Library) -> bool:
    """Whether a part of a title is first of all a word of the vocabulary ("artificial intelligence", "U-Boot")."""
    if not any(term.start <= mention.start and mention.end <= term.end for term in terms):
        return False
    name = "".join(word.norm for word in sentence.words if mention.start <= word.start < mention.end)
    films = library.gazetteer.films
    forms = (match.form for match in library.gazetteer.matches(name) if films[match.film].id == mention.film.id)
    title = "".join(word.norm for word in words(mention.film.title))
    return (mention.text[:1].islower() and name != title) or Form.EXACT not in forms


def _films(sentence: Sentence, mentions: Iterable[FilmMention]) -> tuple[Entity, ...]:
    return tuple(
        Entity(
            "film",
            mention.film.id,
            mention.start,
            mention.end,
            {
                "title": mention.film.title,
                "year": mention.film.year,
                "confidence_entity": mention.confidence,
                "polarity": polarity_of(sentence.text, mention.start, mention.end),
                "alternatives": [film.id for film in mention.alternatives],
            },
        )
        for mention in mentions
    )


def _people(sentence: Sentence, library: Library, taken: list[Bounds]) -> tuple[Entity, ...]:
    return tuple(
        Entity(
            "person",
            mention.person.name,
            mention.start,
            mention.end,
            {"job": mention.job, "polarity": polarity_of(sentence.text, mention.start, mention.end)},
        )
        for mention in library.people.find(sentence, taken)
    )


def _unknown(sentence: Sentence, library: Library, taken: list[Bounds]) -> tuple[Entity, ...]:
    found = unknown.find_unknown(sentence, library.gazetteer, library.films.near_names, taken)
    return tuple(
        Entity(
            "unknown_title",
            one.text,
            one.start,
            one.end,
            {"nearest": [{"id": film.id, "title": film.title, "year": film.year} for film in one.nearest]},
        )
        for one in found
    )


def _terms(
    text: str, sentence: Sentence, library: Library, taken: list[Bounds], titles: list[Bounds]
) -> tuple[Entity, ...]:
    masked = blank_out(text, taken)
    found: list[Entity] = []
    busy = list(taken)

    def add(entity: Entity) -> None:
        if not any(entity.start < end and entity.end > start for start, end in busy):
            busy.append((entity.start, entity.end))
            found.append(entity)

    for fact in asking.asked(text, titles, sentence.language):
        found.append(Entity("fact", fact.field, fact.start, fact.end, {"role": fact.role}))
    for entity in (*_ranges(masked), *_pointers(masked)):
        add(entity)
    notes = [_question(text, one) for one in found if one.kind == "fact" and one.value == "content_notes"]
    found += [Entity("content_note", key, *place) for place in notes for key in asking.notes(text[slice(*place)])]
    asked_notes = notes + [(one.start, one.end) for one in found if one.kind == "fact" and one.value == "genres"]
    for term in library.terms.find(sentence, busy + asked_notes):
        negated = is_negated(masked, term.start, term.end)
        found.append(Entity(term.kind, term.key, term.start, term.end, _stance(masked, term.start, term.end, negated)))
    return tuple(sorted(found, key=lambda entity: (entity.start, entity.end, entity.kind)))


def _question(text: str, asked: Entity) -> Bounds:
    """A question from where the fact is asked to the end of its sentence ("stirbt in John Wick der Hund?")."""
    end = _SENTENCE_END.search(text, asked.end)
    return asked.start, end.start() if end else len(text)


def _stance(text: str, start: int, end: int, negated: bool) -> dict[str, Any]:
    polarity = polarity_of(text, start, end)
    if polarity == "like" and not _LOVES.search(before(text, start)) and not _LOVES.search(after(text, end)):
        polarity = None  # "any good war films" is a wish, no taste
    return {
        "negated": negated or polarity in ("dislike", "without"),
        "polarity": "without" if negated and polarity != "dislike" else polarity,
    }


def _ranges(text: str) -> Iterable[Entity]:
    for age in ages.ages(text):
        yield Entity("age", age.age, age.start, age.end)
    for kind, mentions in (("runtime", lengths.runtimes(text)), ("years", years.years(text))):
        for one in mentions:
            negated = is_negated(text, one.start, one.end)
            yield Entity(kind, {"low": one.low, "high": one.high}, one.start, one.end, {"negated": negated})


def _pointers(text: str) -> Iterable[Entity]:
    for place in places.places(text):
        yield Entity(
            place.kind, place.code, place.start, place.end, {"negated": is_negated(text, place.start, place.end)}
        )
    for end in _HAPPY_END.finditer(text):
        negated = is_negated(text, end.start(), end.end())
        yield Entity("mood", "uplifting", end.start(), end.end(), {"negated": negated, "polarity": None})
    for prize in awards.awards(text):
        yield Entity("award", prize.key, prize.start, prize.end, {"negated": is_negated(text, prize.start, prize.end)})
    for shift in directions.directions(text):
        yield Entity("direction", shift.direction, shift.start, shift.end)
    for ordinal in ordinals.ordinals(text):
        yield Entity("ordinal", ordinal.place, ordinal.start, ordinal.end)


def _language(text: str, switch: tuple[Language, int, int] | None, taken: list[Bounds]) -> tuple[Entity, ...]:
    if switch:
        value, start, end = switch
        return (Entity("language_switch", value, start, end),)
    found = language.detect(blank_out(text, taken))
    return (Entity("language", found, 0, len(text)),) if found else ()


def blank_out(text: str, taken: Iterable[Bounds]) -> str:
    """`text` with the given stretches replaced by underscores, so that places stay the same."""
    for start, end in taken:
        text = text[:start] + "_" * (end - start) + text[end:]
    return text
