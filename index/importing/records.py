"""Reads files of records with named fields, whatever their form: tables, JSON Lines, or one JSON list of objects."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from index.errors import CatalogueFault
from index.importing.importer import Refusal
from index.importing.opening import LINE_BYTES_AT_MOST, Line, open_bytes, read_lines, shown
from index.importing.tables import Row, is_table, layout_of, read_rows

JSON_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
JSON_LIST = (".json", ".json.gz")
CHUNK_CHARACTERS = 1 << 16
_DECODER = json.JSONDecoder()


class Fields(NamedTuple):
    """One record: the line (or, in a list, the place) it stands on, and its fields."""

    line: int
    fields: Mapping[str, Any]


def headings_of(path: Path, *, separator: str = "", encoding: str = "") -> tuple[str, ...]:
    """The names of a file's fields: a table's headings, else those of the first record; none for other files."""
    if is_table(path):
        return layout_of(path, separator=separator, encoding=encoding).headings
    if not path.is_file() or not path.name.lower().endswith((*JSON_LINES, *JSON_LIST)):
        return ()
    first = next(read_records(path), None)
    return tuple(first.fields) if isinstance(first, Fields) else ()


def read_records(path: Path, *, separator: str = "", encoding: str = "") -> Iterator[Fields | Refusal]:
    """Every record, in bounded memory."""
    if is_table(path):
        for row in read_rows(path, layout_of(path, separator=separator, encoding=encoding)):
            yield Fields(row.line, row.cells) if isinstance(row, Row) else row
    else:
        with open_bytes(path) as stream:
            lines = path.name.lower().endswith(JSON_LINES)
            yield from _read_lines(stream) if lines else _read_list(stream, path)


def _read_lines(stream: BinaryIO) -> Iterator[Fields | Refusal]:
    for line in read_lines(stream):
        if isinstance(line, Line) and line.text.strip():
            yield _record(line)
        elif isinstance(line, Refusal):
            yield line


def _record(line: Line) -> Fields | Refusal:
    try:
        record = json.loads(line.text.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return Refusal(line.number, "not JSON in UTF-8", shown(line.text))
    if not isinstance(record, dict):
        return Refusal(line.number, "not a record of named fields", shown(line.text))
    return Fields(line.number, record)


def _read_list(stream: BinaryIO, path: Path) -> Iterator[Fields | Refusal]:
    """The objects of a JSON list, one at a time; what comes after a broken one cannot be told apart and ends it."""
    text, number, more = "", 0, True
    while more or text:
        text = text.lstrip("\ufeff \t\r\n,") if number else text.lstrip("\ufeff \t\r\n[,")
        try:
            if text[:1] == "]" or (not text and not more):
                return
            record, end = _DECODER.raw_decode(text) if text else ({}, 0)
        except (ValueError, RecursionError):
            end = 0
        if end:
            number += 1
            yield Fields(number, record) if isinstance(record, dict) else Refusal(number, "no record", shown(text))
            text = text[end:]
        elif not more or len(text) > LINE_BYTES_AT_MOST:
            yield Refusal(
                number + 1, "not JSON, or a record over a million characters; the rest is not read", shown(text)
            )
            return
        else:
            chunk = stream.read(CHUNK_CHARACTERS)
            more = bool(chunk)
            text += _decoded(chunk, stream, path)


def _decoded(chunk: bytes, stream: BinaryIO, path: Path) -> str:
    """A chunk as text, with the bytes that end its last letter."""
    for _ in range(4):
        try:
            return chunk.decode()
        except UnicodeDecodeError as fault:
            if fault.reason != "unexpected end of data":
                break
            chunk += stream.read(1)
    raise CatalogueFault(f"{path}: is not UTF-8; save it as UTF-8")
