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
QUOTED_WORDS_AT_MOST = 60
PRAISE_AT_LEAST = 0.5
"""A review whose mark is lower speaks against a film; it gives no reason to watch it."""


class Passage(NamedTuple):
    """A stretch of the catalogue's text about one aspect of one film."""

    film: str
    aspect: Aspect
    source: Source
    language: Language
    text: str
    author: str | None = None


def cut_passages(film: Film, vocabulary: Vocabulary) -> Iterator[Passage]:
    """Every synopsis sentence, every review (a long one in parts), and the line of themes, moods and style."""
    for language in LANGUAGES:
        for sentence in sentences(film.synopsis.get(language, "")):
            yield Passage(film.id, "story", "synopsis", language, sentence)
    for review in film.reviews:
        if review.rating is not None and review.rating < PRAISE_AT_LEAST:
            continue
        aspect: Aspect = REVIEW_ASPECTS.get(review.aspect) or review.aspect  # type: ignore[assignment]
        for text in _parts(review.text):
            yield Passage(film.id, aspect, "review", review.language, text, review.author)
    for language in LANGUAGES:
        if line := tag_line(film, vocabulary, language):
            yield Passage(film.id, "themes", "vocabulary", language, line)


def _parts(text: str) -> Iterator[str]:
    """A text in stretches of whole sentences that are short enough to be quoted, each letter for letter."""
    begin = end = 0
    for sentence in sentences(text):
        stop = text.index(sentence, end) + len(sentence)
        if end > begin and len(text[begin:stop].split()) > QUOTED_WORDS_AT_MOST:
            yield text[begin:end].strip()
            begin = end
        end = stop
    yield text[begin:].strip()


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
