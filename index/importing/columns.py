"""Imports tables and JSON records of any kind, by what their columns seem to mean or a mapping says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from index.errors import CatalogueFault
from index.film import Film
from index.importing import values
from index.importing.draft import Draft, make_film
from index.importing.importer import Origin, Refusal
from index.importing.mapping import ColumnMapping, mapping_for, read_mapping, write_mapping
from index.importing.records import Fields, headings_of, read_records
from index.text import fold

BETWEEN = ("|", ";", "\n", ",")
TITLE_AND_YEAR = re.compile(r"(.+?)\s*\((\d{4})\)")
NAME_AND_ROLE = re.compile(r"(.+?)\s+(?:\((?:as\s+|als\s+)?(.+)\)|(?:as|als)\s+(.+))")
NO_FILMS = re.compile(r"tv|series|serie|show|episode|season|staffel|game|podcast|person")
STILL_FILMS = frozenset({"tvmovie", "tvspecial", "fernsehfilm", "tvshort"})


class ColumnsImporter:
    """Any table or file of records with at least a title and a year."""

    name = "columns"
    origin = Origin("")

    def __init__(self, mapping: Path | None = None) -> None:
        self._path = mapping
        self._given = read_mapping(mapping) if mapping and mapping.is_file() else ColumnMapping()

    def recognises(self, path: Path) -> bool:
        """A file of records whose headings tell of a title and a year (which may stand in the title)."""
        try:
            columns = self.mapping(path).columns
            first = next(read_records(path), None) if "title" in columns else None
        except CatalogueFault:
            return False
        if not isinstance(first, Fields):
            return False
        return "year" in columns or bool(TITLE_AND_YEAR.fullmatch(str(_first(first.fields, columns["title"]))))

    def mapping(self, path: Path) -> ColumnMapping:
        """How a file is read."""
        given = self._given
        headings = headings_of(path, separator=given.separator, encoding=given.encoding)
        return mapping_for(headings, given, path)

    def read(self, path: Path) -> Iterator[Film | Refusal]:
        """Every record as a film or a refusal; a mapping file that is not there yet is written."""
        mapping = self.mapping(path)
        if "title" not in mapping.columns:
            raise CatalogueFault(f"{path}: no column could be a title; say which with `--map`")
        if self._path and not self._path.exists():
            write_mapping(self._path, mapping)
        for record in read_records(path, separator=mapping.separator, encoding=mapping.encoding):
            yield record if isinstance(record, Refusal) else _film(record, mapping)


def _film(record: Fields, mapping: ColumnMapping) -> Film | Refusal:
    fields, columns = record.fields, mapping.columns
    seen = " | ".join(str(value) for value in fields.values())[:200]
    kind = fold(str(_first(fields, columns.get("type", ())))).replace(" ", "")
    if NO_FILMS.search(kind) and kind not in STILL_FILMS:
        return Refusal(record.line, f"not a film but {kind}", seen[:80])
    one: dict[str, Any] = {name: _first(fields, columns[name]) for name in ONE if name in columns}
    many: dict[str, Any] = {name: split(fields, columns[name], mapping.between) for name in MANY if name in columns}
    if not one.get("year") and (both := TITLE_AND_YEAR.fullmatch(str(one.get("title", "")).strip())):
        one["title"], one["year"] = both.groups()
    cast = [_member(name) for name in split(fields, columns.get("cast", ()), mapping.between)]
    mpa = values.mpa(_first(fields, columns.get("mpa", ())))
    found = re.search(r"Q\d+", str(_first(fields, columns.get("wikidata", ()))))
    wikidata = found.group() if found else None
    draft = Draft(**one, **many, fsk=_fsk(fields, columns), mpa=mpa, cast=cast, wikidata=wikidata)
    return make_film(draft, record.line, seen)


ONE = (
    "title", "year", "original_title", "german_title", "overview", "english", "german", "runtime", "imdb", "tmdb",
    "votes", "poster", "series",
)  # fmt: skip
MANY = (
    "other_titles", "genres", "keywords", "directors", "writers", "music", "cinematography", "countries", "languages",
)  # fmt: skip


def split(fields: Mapping[str, Any], columns: tuple[str, ...], between: str = "") -> list[object]:
    """All values of some columns: lists as they are, cells parted by `between` or by what they seem to be parted by."""
    found: list[object] = []
    for column in columns:
        value = fields.get(column)
        if isinstance(value, str) and value.startswith("["):
            value = _listed(value)
        if isinstance(value, list):
            found += [each.get("name") if isinstance(each, dict) else each for each in value]
        elif isinstance(value, str):
            mark = between or next((mark for mark in BETWEEN if mark in value), BETWEEN[-1])
            found += [part.strip() for part in value.split(mark)]
    return [value for value in found if value]


def _listed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text.strip("[]").replace("'", "").replace('"', "")


def _first(fields: Mapping[str, Any], columns: tuple[str, ...]) -> object:
    """The first column's value that is there."""
    found = (fields[column] for column in columns if fields.get(column) not in (None, "", []))
    value = next(found, "")
    return value[0] if isinstance(value, list) else value


def _member(name: object) -> tuple[object, object]:
    parts = NAME_AND_ROLE.fullmatch(name) if isinstance(name, str) else None
    return (parts[1], parts[2] or parts[3]) if parts else (name, None)


def _fsk(fields: Mapping[str, Any], columns: Mapping[str, tuple[str, ...]]) -> values.Fsk | None:
    said = str(_first(fields, columns.get("fsk", ())))
    return values.fsk(said) or values.fsk(f"FSK {said}") if said else None
