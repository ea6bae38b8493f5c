"""Reads the records of a JSON file one by one in bounded memory: an array's, those of JSON Lines, or a single one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, NoReturn

from index.errors import CatalogueFault
from index.importing.cleaning import clean
from index.importing.importer import Refusal
from index.importing.opening import SHOWN_CHARACTERS, Line, open_bytes, read_lines, shown

ELEMENT_BYTES_AT_MOST = 2_000_000
DEPTH_AT_MOST = 60
CHUNK_BYTES = 1 << 16
PEEKED_CHUNKS = 40
LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
JSON = (".json", ".json.gz", ".jsonld", ".jsonld.gz", *LINES)
OUTSIDE = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"|["\[\]{}]', re.DOTALL)
"""A bracket, a whole text, or the beginning of one that goes on in the next chunk."""
INSIDE = re.compile(rb'["\\]')


class Element(NamedTuple):
    """One record and the line it begins on."""

    line: int
    value: dict[str, Any]
    seen: str


def read_elements(path: Path, *, inside: str = "") -> Iterator[Element | Refusal]:
    """Every record of a file; what is too long, too deep or no JSON is refused and passed over.

    `inside` names the list that holds the records of a file whose one object is too large to be read whole.
    """
    with open_bytes(path) as stream:
        if path.name.lower().endswith(LINES):
            for line in read_lines(stream):
                yield parse(line.text, line.number) if isinstance(line, Line) else line
        else:
            yield from _scan(stream, path, inside)


def peek_elements(path: Path, *, inside: str = "", at_most: int = 3) -> list[Element]:
    """The first records of a JSON file, as far as its beginning shows them; none where it is no such file."""
    if not path.name.lower().endswith(JSON) or not path.is_file():
        return []
    try:
        with open_bytes(path) as stream:
            if path.name.lower().endswith(LINES):
                lines = islice(read_lines(stream), at_most)
                found = [parse(line.text, line.number) for line in lines if isinstance(line, Line)]
            else:
                found = list(islice(_scan(stream, path, inside, chunks_at_most=PEEKED_CHUNKS), at_most))
    except CatalogueFault:
        return []
    return [element for element in found if isinstance(element, Element)]


def parse(text: bytes, line: int) -> Element | Refusal:
    """The record in a piece of JSON."""
    seen = clean(shown(text))
    try:
        value = json.loads(text.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as fault:
        return Refusal(line, f"not UTF-8 (byte {text[fault.start]:#x})", seen)
    except RecursionError:
        return Refusal(line, f"nested more than {DEPTH_AT_MOST} deep", seen)
    except ValueError as fault:
        return Refusal(line, f"not JSON: {clean(str(fault))[:120]}", seen)
    return (
        Element(line, value, seen) if isinstance(value, dict) else Refusal(line, "not a record of named fields", seen)
    )


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _scan(
    stream: BinaryIO, path: Path, inside: str, *, chunks_at_most: int | None = None
) -> Iterator[Element | Refusal]:
    chunks = islice(_chunks(stream, path), chunks_at_most)
    if not inside:
        return _Scan().run(chunks)
    head = b"".join(islice(chunks, ELEMENT_BYTES_AT_MOST // CHUNK_BYTES + 1))
    opened = re.search(rf'"{inside}"\s*:\s*\['.encode(), head[:CHUNK_BYTES])
    if opened and len(head) > ELEMENT_BYTES_AT_MOST and head.lstrip().startswith(b"{"):
        lines_before = head[: opened.end()].count(b"\n")
        return _Scan(only_list=True).run(chain([b"[" + b"\n" * lines_before + head[opened.end() :]], chunks))
    return _Scan().run(chain([head], chunks))


def _chunks(stream: BinaryIO, path: Path) -> Iterator[bytes]:
    first = stream.read(CHUNK_BYTES)
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CatalogueFault(f"{path}: is UTF-16; save it as UTF-8")
    chunk = first.removeprefix(b"\xef\xbb\xbf")
    while chunk:
        yield chunk
        chunk = stream.read(CHUNK_BYTES)


class _Scan:
    """Finds where records begin and end by counting brackets, and keeps no more than one of them."""

    def __init__(self, *, only_list: bool = False) -> None:
        self._only_list, self._ended = only_list, False
        self._depth = self._base = 0
        self._in_string = False
        self._line = self._began = 1
        self._parts: list[bytes] = []
        self._bytes = self._deepest = 0
        self._between = b""
        self._skip = 0

    def run(self, chunks: Iterable[bytes]) -> Iterator[Element | Refusal]:
        """Every record in the chunks."""
        for number, chunk in enumerate(chunks):
            if number == 0 and chunk.lstrip().startswith(b"["):
                self._base = 1
            yield from self._scan(chunk)
            if self._ended:
                return
        if self._depth > self._base:
            yield Refusal(self._began, "ends in the middle of a record", self._seen())
        yield from self._stray()

    def _scan(self, chunk: bytes) -> Iterator[Element | Refusal]:
        place, kept = self._skip, 0
        self._skip = 0
        while found := (INSIDE if self._in_string else OUTSIDE).search(chunk, place):
            place, token = found.end(), found.group()
            if not self._in_string and len(token) > 1:
                continue
            if token == b"\\":
                place += 1
            elif token == b'"':
                self._in_string = not self._in_string
            elif token in b"[{":
                self._depth += 1
                self._deepest = max(self._deepest, self._depth - self._base)
                if self._depth == self._base + 1:
                    self._pass(chunk[kept : found.start()])
                    yield from self._stray()
                    kept, self._began = found.start(), self._line
                elif self._depth == self._base:
                    kept = place
            else:
                if self._depth == self._base + 1:
                    self._keep(chunk[kept:place])
                    yield self._finished()
                    kept = place
                elif self._depth == self._base:
                    self._pass(chunk[kept : found.start()])
                    kept = place
                    if self._only_list:
                        self._ended = True
                        yield from self._stray()
                        return
                self._depth = max(self._depth - 1, 0)
        self._skip = max(place - len(chunk), 0)
        (self._keep if self._depth > self._base else self._pass)(chunk[kept:])

    def _keep(self, part: bytes) -> None:
        self._line += part.count(b"\n")
        self._bytes += len(part)
        if self._bytes <= ELEMENT_BYTES_AT_MOST and self._deepest <= DEPTH_AT_MOST:
            self._parts.append(part)
        else:
            self._parts = self._parts[:1]

    def _pass(self, part: bytes) -> None:
        self._between = (self._between + part.strip(b" \t\r\n,"))[:SHOWN_CHARACTERS]
        self._line += part.count(b"\n")

    def _stray(self) -> Iterator[Refusal]:
        if self._between:
            yield Refusal(self._line, "not a record of named fields", clean(shown(self._between)))
        self._between = b""

    def _finished(self) -> Element | Refusal:
        size, deepest, parts = self._bytes, self._deepest, self._parts
        seen = self._seen()
        self._parts, self._bytes, self._deepest = [], 0, 0
        if size > ELEMENT_BYTES_AT_MOST:
            return Refusal(self._began, f"a record over {ELEMENT_BYTES_AT_MOST} bytes", seen)
        if deepest > DEPTH_AT_MOST:
            return Refusal(self._began, f"nested more than {DEPTH_AT_MOST} deep", seen)
        return parse(b"".join(parts), self._began)

    def _seen(self) -> str:
        return clean(shown(b"".join(self._parts[:1])))
