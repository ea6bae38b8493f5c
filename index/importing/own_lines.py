"""Imports JSON Lines of whole film records, as `usher export --format jsonl` writes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from index.errors import CatalogueFault
from index.film import Film
from index.importing.importer import Origin, Refusal
from index.importing.opening import LINE_BYTES_AT_MOST, Line, open_bytes, read_lines, shown


class OwnLinesImporter:
    """A line is a film as Usher itself writes it."""

    name = "usher"
    origin = Origin("")

    def recognises(self, path: Path) -> bool:
        """A `.jsonl` or `.jsonl.gz` whose first line is a film record."""
        if not path.is_file() or not path.name.endswith((".jsonl", ".jsonl.gz")):
            return False
        try:
            with open_bytes(path) as lines:
                return isinstance(_film(Line(1, lines.readline(LINE_BYTES_AT_MOST))), Film)
        except CatalogueFault:
            return False

    def read(self, path: Path) -> Iterator[Film | Refusal]:
        """Every line as the film it is, or why it is none."""
        with open_bytes(path) as lines:
            for line in read_lines(lines):
                yield line if isinstance(line, Refusal) else _film(line)


def _film(line: Line) -> Film | Refusal:
    try:
        return Film.model_validate_json(line.text)
    except ValidationError as fault:
        first = fault.errors()[0]
        return Refusal(line.number, f"{'.'.join(map(str, first['loc']))}: {first['msg']}", shown(line.text))
