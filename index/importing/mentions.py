"""Which film a record means that is about a film without being one: by id, or by title and year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from index.importing import values
from index.importing.cleaning import clean
from index.importing.headings import FILM, Columns
from index.importing.importer import Mention

NAMED_BY = {name: FILM[name] for name in ("title", "year", "imdb", "tmdb", "wikidata")}
TITLE_AND_YEAR = re.compile(r"(.+?)\s*\((\d{4})\)")
IMDB = re.compile(r"tt\d{7,8}(?!\d)")


def mention_of(fields: Mapping[str, Any], columns: Columns) -> Mention | None:
    """The film a record names; None where it names none."""
    said = {name: clean(str(cell(fields, columns, name))) for name in NAMED_BY}
    title, year = said["title"], values.year_of(said["year"])
    if both := TITLE_AND_YEAR.fullmatch(title):
        title, year = both[1], year or int(both[2])
    imdb = IMDB.search(said["imdb"]) or IMDB.fullmatch(title)
    wikidata = re.search(r"Q\d+", said["wikidata"])
    mention = Mention(
        title, year, imdb and imdb.group(), values.whole(said["tmdb"]) or None, wikidata and wikidata.group()
    )
    return mention if any((title, mention.imdb, mention.tmdb, mention.wikidata)) else None


def cell(fields: Mapping[str, Any], columns: Columns, name: str) -> Any:
    """What a record says in the first filled column of a field; empty where it says nothing."""
    found = (fields[column] for column in columns.get(name, ()) if fields.get(column) not in (None, ""))
    return next(found, "")
