"""The JSON beside a reply's text (`docs/reply.schema.json`): every key always there, unknown is null or []."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from actions.reply import Custom
from actions.wiring import Vocabulary
from actions.words import name_country, name_language, name_minutes
from index.film import Film, Language
from index.reason import Evidence, Reason

Option = dict[str, str]
Options = Sequence[Option]


def option(label: str, payload: str | None = None) -> Option:
    """A button; without a payload, pressing it says its label."""
    return {"label": label, "payload": payload or label}


def card(
    film: Film,
    language: Language,
    vocabulary: Vocabulary,
    *,
    reasons: Iterable[Reason] = (),
    caveat: str | None = None,
    options: Options = (),
) -> Custom:
    """Everything a channel may show of one film. `labels` hold the names of coded values in the reply's language."""
    synopsis = film.synopsis_in(language)
    return {
        "id": film.id,
        "title": film.title_in(language),
        "original_title": film.original_title,
        "titles": {"en": film.title_in("en"), "de": film.title_in("de")},
        "year": film.year,
        "runtime": film.runtime,
        **_lists(film),
        "cast": [{"name": member.name, "role": member.role} for member in film.cast],
        "certificate": {"fsk": film.certificate.fsk, "mpa": film.certificate.mpa},
        "synopsis": synopsis[1] if synopsis else None,
        "synopsis_language": synopsis[0] if synopsis else None,
        "poster": film.poster,
        "where": [showing.model_dump() for showing in film.where],
        "labels": _labels(film, language, vocabulary),
        "caveat": caveat,
        "reasons": [_reason(reason) for reason in reasons],
        "options": list(options),
    }


def _lists(film: Film) -> Custom:
    names = [
        "genres",
        "languages",
        "countries",
        "directors",
        "writers",
        "music",
        "themes",
        "moods",
        "style",
        "content_notes",
        "awards",
    ]
    return {name: list(getattr(film, name)) for name in names}


def _labels(film: Film, language: Language, vocabulary: Vocabulary) -> Custom:
    kinds = {"genres": "genre", "themes": "theme", "moods": "mood", "style": "style", "content_notes": "content_note"}
    terms = {
        name: [vocabulary.name(kind, key, language) for key in getattr(film, name)] for name, kind in kinds.items()
    }
    return terms | {
        "awards": [vocabulary.name("award", key, language) for key in film.awards],
        "languages": [name_language(code, language) for code in film.languages],
        "countries": [name_country(code, language) for code in film.countries],
        "runtime": name_minutes(film.runtime, language) if film.runtime else None,
    }


def _reason(reason: Reason) -> Custom:
    return {"aspect": reason.aspect, "text": reason.text, "evidence": [_evidence(item) for item in reason.evidence]}


def _evidence(item: Evidence) -> Custom:
    return item.model_dump(include={"film", "source", "language", "text", "field", "author"})


def _custom(kind: str, language: Language, options: Options, **parts: Any) -> Custom:
    return {"kind": kind, "language": language, "films": [], "options": list(options), **parts}


def recommendations(
    language: Language,
    films: Sequence[Custom],
    options: Options = (),
    *,
    changed: str | None = None,
    weak: bool = False,
) -> Custom:
    """Ranked films; `changed` says what a step did, `weak` that nothing comes really close."""
    return _custom("recommendations", language, options, films=list(films), changed=changed, weak=weak)


def single_film(language: Language, film: Custom, options: Options = ()) -> Custom:
    """One film at length."""
    return _custom("film", language, options, films=[film])


def answer(language: Language, film: Custom, fact: str, values: Sequence[str], options: Options = ()) -> Custom:
    """A fact about a film; `values` is empty when it is not known."""
    return _custom("answer", language, options, films=[film], fact=fact, values=list(values))


def choice(language: Language, options: Options, films: Sequence[Custom] = ()) -> Custom:
    """A question with buttons."""
    return _custom("choice", language, options, films=list(films))


def comparison(
    language: Language, films: Sequence[Custom], shared: Iterable[Reason], different: Iterable[Reason], options: Options
) -> Custom:
    """Two films side by side."""
    parts = {"shared": [_reason(each) for each in shared], "different": [_reason(each) for each in different]}
    return _custom("comparison", language, options, films=list(films), **parts)


def shelf(
    kind: str, language: Language, entries: Sequence[Custom], films: Sequence[Custom], options: Options
) -> Custom:
    """The watchlist (`watchlist`) or everything remembered (`taste`)."""
    return _custom(kind, language, options, films=list(films), entries=list(entries))


def notice(
    language: Language,
    options: Options = (),
    *,
    problem: str | None = None,
    forget: bool = False,
    export: Custom | None = None,
) -> Custom:
    """A plain sentence; `forget` asks the gateway to erase the person once the turn is stored."""
    return _custom("notice", language, options, problem=problem, forget=forget, export=export)
