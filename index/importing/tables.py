"""Reads tables with headings (CSV, TSV) row by row: separator and encoding are found out, memory is bounded."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from index.errors import CatalogueFault
from index.importing.importer import Refusal
from index.importing.opening import LINE_BYTES_AT_MOST, Line, open_bytes, read_lines, shown
from index.spreadsheet import unescaped

SEPARATORS = (",", ";", "\t", "|")
TABLES = (".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz")
UTF8 = "utf-8-sig"


class Row(NamedTuple):
    """One row: the line it begins on, and its cells by heading; empty cells are left out."""

    line: int
    cells: dict[str, str]


class Layout(NamedTuple):
    """How a table is written."""

    headings: tuple[str, ...]
    separator: str
    encoding: str
    quoted: bool = True


def layout_of(path: Path, *, separator: str = "", encoding: str = "") -> Layout:
    """Find out a table's separator, encoding and headings; a `CatalogueFault` where it has none."""
    with open_bytes(path) as stream:
        first = stream.readline(LINE_BYTES_AT_MOST)
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CatalogueFault(f"{path}: is UTF-16; save it as UTF-8")
    if b"\0" in first:
        raise CatalogueFault(f"{path}: holds binary data, not a table")
    encoding = encoding or _encoding(path)
    heading = first.decode(encoding, "replace").strip("\r\n")
    separator = separator or max(SEPARATORS, key=lambda each: len(_cells(heading, each)))
    headings = tuple(cell.strip() for cell in _cells(heading, separator))
    if not any(headings):
        raise CatalogueFault(f"{path}: has no headings in its first line")
    return Layout(headings, separator, encoding)


def read_rows(path: Path, layout: Layout) -> Iterator[Row | Refusal]:
    """Every row below the headings; a row that does not fit them is refused."""
    with open_bytes(path) as stream:
        lines = _Lines(stream, layout.encoding)
        reader = (
            csv.reader(lines, delimiter=layout.separator)
            if layout.quoted
            else csv.reader(lines, delimiter=layout.separator, quoting=csv.QUOTE_NONE)
        )
        with _fields_up_to(LINE_BYTES_AT_MOST):
            next(reader, None)
            while True:
                began = lines.begin_row()
                try:
                    cells = next(reader)
                except StopIteration:
                    yield from lines.refused()
                    return
                except csv.Error as fault:
                    yield Refusal(began, f"cannot be read as a row: {fault}", shown(lines.last))
                    continue
                yield from lines.refused()
                if cells:
                    yield _row(began, cells, layout.headings)


def is_table(path: Path) -> bool:
    """Whether a file is named like a table."""
    return path.is_file() and path.name.lower().endswith(TABLES)


def _row(line: int, cells: list[str], headings: tuple[str, ...]) -> Row | Refusal:
    if len(cells) > len(headings) and any(cell.strip() for cell in cells[len(headings) :]):
        return Refusal(line, f"{len(cells)} cells under {len(headings)} headings", shown(" | ".join(cells)))
    named = {heading: unescaped(cell.strip()) for heading, cell in zip(headings, cells, strict=False) if cell.strip()}
    if "" in named:
        return Refusal(line, "a cell under no heading: is a separator in a text not quoted?", shown(" | ".join(cells)))
    return Row(line, named)


class _Lines:
    """The decoded lines of a table, for `csv.reader`; what is refused on the way is kept for the reader's caller."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._lines, self._encoding = read_lines(stream), encoding
        self._refused: list[Refusal] = []
        self.number, self.last, self._row_bytes = 0, "", 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        for line in self._lines:
            if isinstance(line, Refusal):
                self.number = line.line
                self._refused.append(line)
            elif (text := self._decode(line)) is not None:
                self.last, self._row_bytes = text, self._row_bytes + len(line.text) + 1
                if self._row_bytes > LINE_BYTES_AT_MOST:
                    raise csv.Error(f"over {LINE_BYTES_AT_MOST} bytes: is a quotation mark not closed?")
                return text + "\n"
        raise StopIteration

    def begin_row(self) -> int:
        """Begin a row, which may go over several lines; the number of its first one."""
        self._row_bytes = 0
        return self.number + 1

    def refused(self) -> list[Refusal]:
        """What was refused since the last time."""
        refused, self._refused = self._refused, []
        return refused

    def _decode(self, line: Line) -> str | None:
        self.number = line.number
        if b"\0" in line.text:
            self._refused.append(Refusal(line.number, "a NUL byte", shown(line.text)))
            return None
        try:
            return line.text.decode(self._encoding)
        except UnicodeDecodeError as fault:
            name = "UTF-8" if self._encoding == UTF8 else self._encoding
            reason = f"not {name} (byte {line.text[fault.start]:#x})"
            self._refused.append(Refusal(line.number, reason, shown(line.text)))
            return None


def _encoding(path: Path) -> str:
    """UTF-8, or Windows' cp1252 where most lines with other letters than ASCII are no UTF-8."""
    right = wrong = 0
    with open_bytes(path) as stream:
        for line in read_lines(stream):
            if isinstance(line, Line) and not line.text.isascii():
                try:
                    line.text.decode()
                    right += 1
                except UnicodeDecodeError:
                    wrong += 1
    return "cp1252" if wrong > right else UTF8


def _cells(line: str, separator: str) -> list[str]:
    return next(csv.reader([line], delimiter=separator), [])


@contextmanager
def _fields_up_to(size: int) -> Iterator[None]:
    before = csv.field_size_limit(size)
    try:
        yield
    finally:
        csv.field_size_limit(before)
