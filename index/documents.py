"""A film as a bag of stems for BM25: which of its passages and facts brings which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.film import Film, Language
from index.passages import Passage
from index.text import terms
from index.vocabulary import Vocabulary

CAST_AT_MOST = 8
# How often the words of each piece count, by field (others once); chosen on 1,149 descriptions of films.
TIMES = {"passage": 2, "keywords": 4, "genres": 2, "themes": 2, "moods": 2, "style": 2}


class Item(NamedTuple):
    """One removable piece of what is known of a film: a passage (`key` its place in the film) or a named fact."""

    field: str
    key: str

    @property
    def is_passage(self) -> bool:
        """Whether this is a passage rather than a fact."""
        return self.field == "passage"


def passage_item(place: int) -> Item:
    """The item of a film's passage at that place among the film's passages."""
    return Item("passage", str(place))


def bags(
    film: Film, passages: Sequence[Passage], vocabulary: Vocabulary, language: Language
) -> Iterator[tuple[Item, list[str]]]:
    """Every item of a film that brings words of that language, with their stems as often as they count."""
    for item, words in _items(film, passages, vocabulary, language):
        yield item, words * TIMES.get(item.field, 1)


def _items(
    film: Film, passages: Sequence[Passage], vocabulary: Vocabulary, language: Language
) -> Iterator[tuple[Item, list[str]]]:
    for place, passage in enumerate(passages):
        if passage.language == language and passage.source != "vocabulary":
            yield passage_item(place), terms(passage.text, language)
    for kind, field, keys in (
        ("genre", "genres", film.genres),
        ("theme", "themes", film.themes),
        ("mood", "moods", film.moods),
        ("style", "style", film.style),
    ):
        for key in keys:
            yield Item(field, key), terms(vocabulary.name(kind, key, language), language)
    if language == "en":
        for keyword in film.keywords:
            yield Item("keywords", keyword), terms(keyword, language)
        for field, text in (("tagline", film.tagline), ("about", film.about)):
            if text:
                yield Item(field, text), terms(text, language)
    for name in film.directors:
        yield Item("directors", name), terms(name, language)
    for member in film.cast[:CAST_AT_MOST]:
        yield Item("cast", member.name), terms(f"{member.name} {member.role or ''}", language)
