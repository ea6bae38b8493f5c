"""Takes the records of an import into a catalogue, one by one, and counts what became of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import TextIO

from index.film import Film
from index.importing.choosing import Part
from index.importing.cleaning import clean
from index.importing.importer import Mention, Origin, RatingOf, Record, Refusal, ReviewOf, ShowingOf, Sourced
from index.importing.merging import Catalogue

Progress = Callable[[int], None]
REPORT_EVERY = 500
BY_HAND = "the films of this catalogue are written by hand; import under another --name"
NO_FILM = "no film of the catalogue has this id, or this title and year"
A_TASTE = "one person's rating, which belongs to their taste: `usher taste import` brings it there"


class Taking:
    """One import: the catalogue it adds to, what was counted, and the file that refusals go to."""

    def __init__(
        self, catalogue: Catalogue, refusals: TextIO, progress: Progress | None = None, *, by_hand: bool = False
    ) -> None:
        self.done: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.first = "it is empty"
        self.catalogue, self._refusals, self._progress, self._by_hand = catalogue, refusals, progress, by_hand
        self._records = 0

    def take(self, part: Part) -> None:
        """Take every record of one part."""
        before = self.done["showings"]
        for record in part.importer.read(part.path):
            refusal = self._record(record, part.origin)
            if refusal:
                self.refuse(refusal if refusal.file else refusal._replace(file=part.path.name))
            self._records += 1
            if self._progress and self._records % REPORT_EVERY == 0:
                self._progress(self._records)
        if self.done["showings"] > before:
            self.done["showings gone"] += self.catalogue.drop_showings(part.origin)

    def refuse(self, refusal: Refusal) -> None:
        """Count and write down what was not taken."""
        refusal = refusal._replace(file=clean(refusal.file))
        if not self.reasons:
            self.first = f"{refusal.file}:{refusal.line}: {refusal.reason}"
        self.reasons[refusal.reason] += 1
        self._refusals.write(json.dumps(refusal._asdict(), ensure_ascii=False) + "\n")

    def _record(self, record: Record, origin: Origin) -> Refusal | None:
        if isinstance(record, Refusal):
            return record
        if isinstance(record, Film | Sourced):
            return self._film(record, origin)
        film = None if isinstance(record, RatingOf) else self.catalogue.find(record.mention)
        if isinstance(record, RatingOf) or film is None:
            reason = A_TASTE if isinstance(record, RatingOf) else NO_FILM
            return Refusal(record.line, reason, _named(record.mention))
        if isinstance(record, ReviewOf):
            if reason := self.catalogue.add_review(film, record.review, origin):
                return Refusal(record.line, reason, _named(record.mention))
            self.done["reviews"] += 1
        elif isinstance(record, ShowingOf):
            self.catalogue.add_showing(film, record.showing, origin)
            self.done["showings"] += 1
        return None

    def _film(self, record: Film | Sourced, origin: Origin) -> Refusal | None:
        film, others = (record.film, record.origins) if isinstance(record, Sourced) else (record, None)
        if self._by_hand:
            return Refusal(0, BY_HAND, f"{film.title} ({film.year})")
        merged = self.catalogue.add(film, origin, others)
        self.done["merged" if merged else "added"] += 1
        return None


def _named(mention: Mention) -> str:
    ids = [str(value) for value in (mention.imdb, mention.tmdb, mention.wikidata) if value]
    return " ".join([mention.title, f"({mention.year})" if mention.year else "", *ids]).strip()
