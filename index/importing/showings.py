"""Imports where films can be watched: film and year or an id, and country, provider, kind, address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from index.errors import CatalogueFault
from index.film import Showing
from index.importing import values
from index.importing.cleaning import clean
from index.importing.headings import SHOWING, Columns, guess
from index.importing.importer import Origin, Refusal, ShowingOf
from index.importing.mentions import NAMED_BY, cell, mention_of
from index.importing.opening import shown
from index.importing.records import Fields, headings_of, read_records
from index.text import fold

KINDS = {
    "stream": "stream; streaming; flatrate; subscription; subs; abo; flat; svod; ads; free; avod; gratis; kostenlos",
    "rent": "rent; rental; tvod; leihen; mieten; ausleihen; leihe",
    "buy": "buy; purchase; est; dvd; bluray; blu-ray; kaufen; kauf",
    "cinema": "cinema; theatre; theater; theatrical; kino; im kino",
}
KIND_OF = {name: kind for kind, names in KINDS.items() for name in names.split("; ")}
ADDRESS = re.compile(r"https?://[^\s<>\"']{3,500}")


class ShowingsImporter:
    """Any table or file of records with a film and a provider. The whole list each time: what it drops is gone."""

    name = "where"
    origin = Origin("")

    def recognises(self, path: Path) -> bool:
        """A file of records whose headings tell of a film, a provider and a country."""
        try:
            columns = _columns(path)
        except CatalogueFault:
            return False
        return {"provider", "country"} <= columns.keys() and bool({"title", "imdb", "tmdb"} & columns.keys())

    def read(self, path: Path) -> Iterator[ShowingOf | Refusal]:
        """Every place to watch a film, or why it cannot be shown."""
        columns = _columns(path)
        for record in read_records(path):
            yield record if isinstance(record, Refusal) else _showing(record, columns)


def _columns(path: Path) -> Columns:
    return guess(headings_of(path), names={**SHOWING, **NAMED_BY})


def _showing(record: Fields, columns: Columns) -> ShowingOf | Refusal:
    said: dict[str, Any] = {name: clean(str(cell(record.fields, columns, name))) for name in SHOWING}
    seen = shown(" | ".join(str(value) for value in record.fields.values()))
    mention = mention_of(record.fields, columns)
    kind = KIND_OF.get(fold(said["kind"] or "stream"))
    country = values.country(said["country"])
    if mention is None:
        return Refusal(record.line, "names no film", seen)
    if kind is None:
        return Refusal(record.line, f"{said['kind'][:20]!r} is no kind: stream, rent, buy or cinema", seen)
    if not country or not said["provider"]:
        return Refusal(record.line, "no country or no provider", seen)
    if said["address"] and not ADDRESS.fullmatch(said["address"]):
        return Refusal(record.line, "the address is no https address", seen)
    try:
        showing = Showing(country=country, provider=said["provider"], kind=kind, address=said["address"] or None)
    except ValidationError as fault:
        return Refusal(record.line, fault.errors()[0]["msg"], seen)
    return ShowingOf(mention, showing, record.line)
