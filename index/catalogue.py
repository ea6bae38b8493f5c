"""Reads films: from a folder of YAML files, or from a films.jsonl that an import wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from index.errors import CatalogueFault
from index.film import Film
from index.known import KNOWN, read_known
from index.yaml import Document, read_yaml

NOT_FILMS = frozenset({"vocabulary.yml"})
LINE_BYTES_AT_MOST = 1_000_000
CURES = {
    "string_type": "write it as text (in quotes if it looks like a number or a date)",
    "extra_forbidden": "no such field: check its spelling or leave it out",
    "missing": "add it",
    "int_parsing": "write a whole number",
    "int_type": "write a whole number",
    "tuple_type": "write a list: [one, two]",
    "literal_error": "use one of the allowed values",
    "string_pattern_mismatch": "use only the allowed characters",
    "model_type": "write its fields: {name: …}",
    "dict_type": "write one entry a language: {en: …, de: …}",
}


def read_catalogue(path: Path) -> Iterator[Film]:
    """Every film of a folder or a films.jsonl, in a stable order; the first malformed one is a `CatalogueFault`."""
    if path.is_dir():
        yield from _read_folder(path)
    elif path.is_file():
        yield from _read_lines(path)
    else:
        raise CatalogueFault(f"{path}: there is no such catalogue; write films there, or `usher import` one")


def read_film(path: Path) -> Film:
    """One film file; its name is the film's id."""
    document = read_yaml(path)
    if not isinstance(document.value, dict):
        raise CatalogueFault(f"{path}:1: expected fields (title: …, year: …), saw {type(document.value).__name__}")
    try:
        return Film.model_validate({"id": path.stem, **document.value})
    except ValidationError as fault:
        raise CatalogueFault(_describe(fault, path, document)) from fault


def _read_folder(path: Path) -> Iterator[Film]:
    files = [
        file for file in sorted(path.glob("*.yml")) if file.name not in NOT_FILMS and not file.name.startswith(".")
    ]
    for file in files:
        yield read_film(file)
    if (known := path / KNOWN).is_file():
        yield from read_known(known, written={file.stem for file in files})


def _read_lines(path: Path) -> Iterator[Film]:
    known: set[str] = set()
    with path.open("rb") as lines:
        number = 0
        while line := lines.readline(LINE_BYTES_AT_MOST + 1):
            number += 1
            if len(line) > LINE_BYTES_AT_MOST:
                raise CatalogueFault(
                    f"{path}:{number}: a line over {LINE_BYTES_AT_MOST} bytes; import the source again"
                )
            film = _parse_line(line, path, number)
            if film.id in known:
                raise CatalogueFault(f"{path}:{number}: field id: saw {film.id!r} a second time; keep one")
            known.add(film.id)
            yield film


def _parse_line(line: bytes, path: Path, number: int) -> Film:
    try:
        return Film.model_validate_json(line)
    except ValidationError as fault:
        first = fault.errors()[0]
        field = ".".join(str(step) for step in first["loc"]) or "the line"
        raise CatalogueFault(f"{path}:{number}: field {field}: saw {_short(first['input'])}; {_cure(first)}") from fault


def _describe(fault: ValidationError, path: Path, document: Document) -> str:
    first = fault.errors()[0]
    place = tuple(first["loc"])
    line = next((document.lines[place[:end]] for end in range(len(place), -1, -1) if place[:end] in document.lines), 1)
    field = ".".join(str(step) for step in place)
    more = f" ({fault.error_count() - 1} more after it)" if fault.error_count() > 1 else ""
    return f"{path}:{line}: field {field}: saw {_short(first['input'])}; {_cure(first)}{more}"


def _cure(error: Any) -> str:
    return f"{CURES.get(error['type'], 'mend it')} ({error['msg']})"


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:77]}…"
