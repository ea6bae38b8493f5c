"""The facts that people ask about a film, each read from its record and named in their language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from actions.wiring import Vocabulary
from actions.words import name_country, name_language, name_minutes
from index.film import Film, Language

Values = list[str]
_CAST_NAMED = 6


def fact_values(fact: str, film: Film, language: Language, vocabulary: Vocabulary) -> Values:
    """What the catalogue knows; empty when it knows nothing."""
    if fact in _PLAIN:
        return list(getattr(film, _PLAIN[fact]))
    if fact in _TERMS:
        kind, field = _TERMS[fact]
        return [vocabulary.name(kind, key, language) for key in getattr(film, field)]
    return _OTHER[fact](film, language) if fact in _OTHER else []


def knows_fact(fact: str) -> bool:
    """Whether this is a fact that can be asked for."""
    return fact in _PLAIN or fact in _TERMS or fact in _OTHER or fact == "where"


def find_role(film: Film, role: str) -> tuple[str, str] | None:
    """Who plays a character: the actor's and the character's full name."""
    wanted = role.casefold().strip()
    for member in film.cast:
        if member.role and wanted and (wanted in member.role.casefold() or member.role.casefold() in wanted):
            return member.name, member.role
    return None


def find_part(film: Film, person: str) -> tuple[bool, str | None]:
    """Whether someone is in the cast, and the role."""
    for member in film.cast:
        if member.name.casefold() == person.casefold():
            return True, member.role
    return False, None


def rated_age(film: Film) -> tuple[str, int] | None:
    """The rating that counts and the age from which it allows the film: German where it decides, else American."""
    certificate = film.certificate
    if certificate.age is None:
        return None
    return (
        f"FSK {certificate.fsk}" if certificate.age == certificate.fsk else f"MPA {certificate.mpa}"
    ), certificate.age


def _cast(film: Film, language: Language) -> Values:  # noqa: ARG001 - one of many that are called alike
    return [f"{member.name} ({member.role})" if member.role else member.name for member in film.cast[:_CAST_NAMED]]


def _runtime(film: Film, language: Language) -> Values:
    return [name_minutes(film.runtime, language)] if film.runtime else []


def _year(film: Film, language: Language) -> Values:  # noqa: ARG001 - one of many that are called alike
    return [str(film.year)]


def _countries(film: Film, language: Language) -> Values:
    return [name_country(code, language) for code in film.countries]


def _languages(film: Film, language: Language) -> Values:
    return [name_language(code, language) for code in film.languages]


def _certificate(film: Film, language: Language) -> Values:  # noqa: ARG001 - one of many that are called alike
    known = {"FSK": film.certificate.fsk, "MPA": film.certificate.mpa}
    return [f"{board} {rating}" for board, rating in known.items() if rating is not None]


def _synopsis(film: Film, language: Language) -> Values:
    found = film.synopsis_in(language)
    return [found[1]] if found else []


_PLAIN: Mapping[str, str] = {
    "director": "directors",
    "writer": "writers",
    "music": "music",
    "cinematography": "cinematography",
}
_TERMS: Mapping[str, tuple[str, str]] = {
    "genres": ("genre", "genres"),
    "awards": ("award", "awards"),
    "content_notes": ("content_note", "content_notes"),
}
_OTHER: Mapping[str, Callable[[Film, Language], Values]] = {
    "cast": _cast,
    "runtime": _runtime,
    "year": _year,
    "countries": _countries,
    "languages": _languages,
    "certificate": _certificate,
    "synopsis": _synopsis,
}
