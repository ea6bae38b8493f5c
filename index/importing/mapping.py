"""Which column of a table is which field: guessed, or read from a file that a person keeps and edits."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import yaml

from index.errors import CatalogueFault
from index.importing.headings import FILM, Columns, guess
from index.yaml import read_yaml

HEAD = """\
# Which column is which field of a film; edit it and import with `--map` again. A field may take several columns.
# `separator` parts cells, `between` the values in one cell, `encoding` is the file's; what is empty is found out.
# Fields: {fields}
"""


class ColumnMapping(NamedTuple):
    """How a table becomes films; what is empty is found out."""

    columns: Columns = MappingProxyType({})
    separator: str = ""
    encoding: str = ""
    between: str = ""


def read_mapping(path: Path) -> ColumnMapping:
    """The mapping that a person keeps."""
    value = read_yaml(path).value
    columns = value.get("columns") if isinstance(value, dict) else None
    if not isinstance(columns, dict) or not columns:
        raise CatalogueFault(f"{path}: names no columns; write `columns:` with lines like `title: Filmtitel`")
    if unknown := [field for field in columns if field not in FILM]:
        raise CatalogueFault(f"{path}: {unknown[0]!r} is no field; there are {', '.join(FILM)}")
    texts = {name: str(value.get(name) or "") for name in ("separator", "encoding", "between")}
    if len(texts["separator"]) > 1:
        raise CatalogueFault(f"{path}: separator: saw {texts['separator']!r}; one character is wanted")
    named = {
        field: tuple(map(str, held)) if isinstance(held, list) else (str(held),) for field, held in columns.items()
    }
    return ColumnMapping(named, **texts)


def write_mapping(path: Path, mapping: ColumnMapping) -> None:
    """Keep a mapping for a person to edit."""
    columns = {field: list(held) if len(held) > 1 else held[0] for field, held in mapping.columns.items()}
    content = {**mapping._asdict(), "columns": columns}
    body = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120)
    path.write_text(HEAD.format(fields=", ".join(FILM)) + body, encoding="utf-8")


def mapping_for(headings: Iterable[str], mapping: ColumnMapping, path: Path) -> ColumnMapping:
    """The given mapping if its columns are there, else the guessed one."""
    known = list(headings)
    if not mapping.columns:
        return mapping._replace(columns=guess(known))
    missing = [heading for held in mapping.columns.values() for heading in held if heading not in known]
    if missing:
        raise CatalogueFault(f"{path}: has no column {missing[0]!r}; its columns are {', '.join(known)}")
    return mapping
