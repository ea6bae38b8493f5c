"""Imports where films can be watched: film and year or an id, and country, provider, kind, address."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from index.film import Showing
from index.importing import values
from index.importing.cleaning import clean
from index.importing.headings import SHOWING, Columns
from index.importing.importer import Refusal, ShowingOf
from index.importing.keyed import KeyedImporter
from index.importing.mentions import NAMED_BY, cell, mention_of
from index.importing.opening import shown
from index.importing.records import Fields
from index.text import fold

KINDS = {
    "stream": "stream; streaming; flatrate; subscription; subs; abo; flat; svod; ads; free; avod; gratis; kostenlos",
    "rent": "rent; rental; tvod; leihen; mieten; ausleihen; leihe",
    "buy": "buy; purchase; est; dvd; bluray; blu-ray; kaufen; kauf",
    "cinema": "cinema; theatre; theater; theatrical; kino; im kino",
}
KIND_OF = {name: kind for kind, names in KINDS.items() for name in names.split("; ")}
ADDRESS = re.compile(r"https?://[^\s<>\"']{3,500}")
NAMES = {**SHOWING, **NAMED_BY}


class ShowingsImporter(KeyedImporter[ShowingOf]):
    """Any table or file of records with a film and a provider. The whole list each time: what it drops is gone."""

    name = "where"
    names = NAMES
    needed = frozenset({"provider", "country"})

    def take(self, record: Fields, columns: Columns, path: Path) -> ShowingOf | Refusal:  # noqa: ARG002 - one signature
        """The place to watch a film, or why it cannot be shown."""
        return _showing(record, columns)


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
