"""Cuts a film into passages: what a search matches, and what a reason quotes letter for letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from index.film import Aspect, Film, Language
from index.reason import Source
from index.text import sentences
from index.vocabulary import LANGUAGES, Vocabulary

ASPECTS: tuple[Aspect, ...] = (
    "story", "themes", "mood", "look", "music", "acting", "people", "genre", "period", "place", "reception",
)  # fmt: skip
SOURCES: tuple[Source, ...] = ("synopsis", "review", "vocabulary", "fact", "request")
REVIEW_ASPECTS: dict[str, Aspect] = {"pace": "mood", "feeling": "mood"}
KEYWORDS_AT_MOST = 20


class Passage(NamedTuple):
    """A stretch of the catalogue's text about one aspect of one film."""

    film: str
    aspect: Aspect
    source: Source
    language: Language
    text: str
    author: str | None = None


def cut_passages(film: Film, vocabulary: Vocabulary) -> Iterator[Passage]:
    """Every synopsis sentence, every review note, and the line of themes, moods and style, in both languages."""
    for language in LANGUAGES:
        for sentence in sentences(film.synopsis.get(language, "")):
            yield Passage(film.id, "story", "synopsis", language, sentence)
    for review in film.reviews:
        aspect: Aspect = REVIEW_ASPECTS.get(review.aspect) or review.aspect  # type: ignore[assignment]
        yield Passage(film.id, aspect, "review", review.language, review.text, review.author)
    for language in LANGUAGES:
        if line := tag_line(film, vocabulary, language):
            yield Passage(film.id, "themes", "vocabulary", language, line)


def tag_line(film: Film, vocabulary: Vocabulary, language: Language) -> str:
    """The names of a film's themes, moods and style in one line; imported keywords count as English themes."""
    names = [
        vocabulary.name(kind, key, language)
        for kind, keys in (("theme", film.themes), ("mood", film.moods), ("style", film.style))
        for key in keys
    ]
    if language == "en":
        names += film.keywords[:KEYWORDS_AT_MOST]
    return ", ".join(dict.fromkeys(names))
