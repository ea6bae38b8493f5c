"""Puts what a person rated elsewhere on their shelves here: loved is liked, a low mark is disliked, all of it seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from actions.memory import Entry, Memory, Shelf, Verdict
from actions.memory.store import now
from actions.words import name_film
from index.film import Film, Language
from index.importing import RatingOf, Record, Refusal
from index.importing.finding import Finder

DISLIKED_AT_MOST = 0.4


class TasteReport(NamedTuple):
    """How many films went on which shelf, and what was left out and why."""

    liked: int
    disliked: int
    seen: int
    watchlist: int
    unknown: tuple[str, ...]
    refused: tuple[Refusal, ...]


def bring_taste(
    records: Iterable[Record],
    films: Mapping[str, Film],
    memory: Memory,
    person: str,
    *,
    language: Language,
    message: str,
) -> TasteReport:
    """Keep a person's ratings, all or none; `message` names the import, so that the same one again changes nothing.

    From 4 of 5 or 7 of 10 on a film is liked, up to 2 of 5 disliked; in between it is only seen.
    """
    finder = Finder(films)
    for film in films.values():
        finder.note(film)
    found: dict[str, RatingOf] = {}
    listed: dict[str, RatingOf] = {}
    unknown: dict[str, None] = {}
    refused: list[Refusal] = []
    for record in records:
        if isinstance(record, Refusal):
            refused.append(record)
        elif isinstance(record, RatingOf):
            meant = finder.meant(record.mention)
            if meant is None:
                unknown[f"{record.mention.title} ({record.mention.year})"] = None
            else:
                shelf = listed if record.listed else found
                if meant.id not in shelf or shelf[meant.id].share is None:
                    shelf[meant.id] = record
    entries = list(_entries(found, listed, films, language))
    memory.note_all(person, entries, message)
    verdicts = [entry.verdict for entry in entries if entry.shelf == "taste"]
    counts = verdicts.count("like"), verdicts.count("dislike"), len(found), len(listed.keys() - found.keys())
    return TasteReport(*counts, tuple(unknown), tuple(refused))


def verdict_of(rating: RatingOf) -> Verdict | None:
    """What a mark says: loved, disliked, or only seen."""
    if rating.share is None or DISLIKED_AT_MOST < rating.share < rating.liked_from:
        return None
    return "like" if rating.share >= rating.liked_from else "dislike"


def _entries(
    found: Mapping[str, RatingOf], listed: Mapping[str, RatingOf], films: Mapping[str, Film], language: Language
) -> Iterable[Entry]:
    at = now()

    def entry(shelf: Shelf, film_id: str, words: str, verdict: Verdict | None = None) -> Entry:
        return Entry(shelf, "film", film_id, name_film(films[film_id], language), words, at, verdict)

    for film_id, rating in found.items():
        yield entry("seen", film_id, rating.words)
        if verdict := verdict_of(rating):
            yield entry("taste", film_id, rating.words, verdict)
    for film_id, rating in listed.items():
        if film_id not in found:
            yield entry("watchlist", film_id, rating.words)
