"""Imports reviews of films that the catalogue knows: film, year, author, rating, language, text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from index.film import Language, Review, ReviewAspect
from index.importing.cleaning import clean
from index.importing.draft import language_told
from index.importing.headings import REVIEW, Columns
from index.importing.importer import Refusal, ReviewOf
from index.importing.keyed import KeyedImporter
from index.importing.marks import share_of
from index.importing.mentions import NAMED_BY, cell, mention_of
from index.importing.opening import shown
from index.importing.records import Fields
from index.importing.values import spoken_language
from index.text import sentences

FEWEST_WORDS = 5
CHARACTERS_AT_MOST = 2000
DAMAGED = re.compile(r"\ufffd|â\?|Ã[?¢]|\?\?\?")
HIDDEN = re.compile(r"this review may contain spoilers", re.IGNORECASE)
NAMES = {**REVIEW, **{name: NAMED_BY[name] for name in ("year", "imdb", "tmdb", "wikidata")}}
LANGUAGES: tuple[Language, ...] = get_args(Language)
ASPECTS = get_args(ReviewAspect)


class ReviewsImporter(KeyedImporter[ReviewOf]):
    """Any table or file of records with a film and what somebody wrote of it."""

    name = "reviews"
    names = NAMES
    needed = frozenset({"text"})

    def take(self, record: Fields, columns: Columns, path: Path) -> ReviewOf | Refusal:
        """The review, or why it cannot be quoted."""
        return _review(record, columns, path)


def _review(record: Fields, columns: Columns, path: Path) -> ReviewOf | Refusal:
    fields, line = record.fields, record.line
    mention, text = mention_of(fields, columns), clean(str(cell(fields, columns, "text")))
    seen = shown(text)
    if mention is None:
        return Refusal(line, "names no film", seen)
    if reason := _why_not(text):
        return Refusal(line, reason, seen)
    language = _language(str(cell(fields, columns, "language")), text)
    if language is None:
        return Refusal(line, "neither in English nor in German", seen)
    aspect = clean(str(cell(fields, columns, "aspect"))).lower()
    try:
        review = Review(
            aspect=aspect if aspect in ASPECTS else "reception",
            language=language,
            text=_beginning(text),
            author=_author(fields, columns) or path.name.split(".")[0],
            source=path.name.split(".")[0],
            rating=share_of(cell(fields, columns, "rating"), cell(fields, columns, "verdict")),
        )
    except ValidationError as fault:
        return Refusal(line, f"{fault.errors()[0]['msg']}", seen)
    return ReviewOf(mention, review, line)


def _why_not(text: str) -> str:
    if HIDDEN.match(text):
        return "hidden by its author"
    if len(text.split()) < FEWEST_WORDS:
        return f"under {FEWEST_WORDS} words"
    return "damaged letters: the file was saved in a wrong encoding" if DAMAGED.search(text) else ""


def _language(said: str, text: str) -> Language | None:
    if said:
        return next((language for language in LANGUAGES if language == spoken_language(said)), None)
    return language_told(text)


def _author(fields: Mapping[str, Any], columns: Columns) -> str:
    """Who wrote it, and for whom: `Jane Roe, The Paper`."""
    names = (clean(str(cell(fields, columns, name))) for name in ("author", "publisher"))
    return ", ".join(dict.fromkeys(name for name in names if name))


def _beginning(text: str) -> str:
    """The first sentences, as many as are kept."""
    if len(text) <= CHARACTERS_AT_MOST:
        return text
    end = 0
    for sentence in sentences(text):
        at = text.index(sentence, end) + len(sentence)
        if at > CHARACTERS_AT_MOST:
            break
        end = at
    return text[:end] if end else text[:CHARACTERS_AT_MOST].rsplit(" ", 1)[0]
