"""Reads one YAML file from people we do not know: bounded, without aliases or tags, with the line of every field."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from index.errors import CatalogueFault

BYTES_AT_MOST = 1_000_000
DEPTH_AT_MOST = 40
BRACKETS_BEYOND_DOUBT = 200
DEEP_LINE = re.compile(r"^[ \t?-]{40,}", re.MULTILINE)
Place = tuple[str | int, ...]
_CONSTRUCTOR = yaml.constructor.SafeConstructor()
_PLAIN = {f"tag:yaml.org,2002:{kind}" for kind in ("int", "float", "bool", "null")}
_TEXT = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "timestamp")}


class Document(NamedTuple):
    """What a file says, and the line on which each field begins."""

    value: Any
    lines: dict[Place, int]


def read_yaml(path: Path) -> Document:
    """Read a file; anything but plain values in plain UTF-8 is a `CatalogueFault` that names file, line and cure."""
    text = _read_text(path)
    try:
        _check_depth(text, path)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = getattr(fault, "problem", None) or "a character YAML does not allow"
        raise CatalogueFault(f"{path}:{line}: not YAML: {problem}; mend this line") from fault
    lines: dict[Place, int] = {}
    return Document(_plain(node, (), _Walk(path, lines, set())) if node else None, lines)


def _check_depth(text: str, path: Path) -> None:
    """Refuse what is nested so deep that composing it, which recurses in C, would end the process without a word."""
    brackets = text.count("[") + text.count("{")
    if brackets <= BRACKETS_BEYOND_DOUBT and not DEEP_LINE.search(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEPTH_AT_MOST:
            mark = getattr(event, "start_mark", None)
            line = mark.line + 1 if mark else 1
            raise CatalogueFault(f"{path}:{line}: nested more than {DEPTH_AT_MOST} deep; no film needs that")


def _read_text(path: Path) -> str:
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= BYTES_AT_MOST else b""
    except OSError as fault:
        raise CatalogueFault(f"{path}: cannot be read: {fault.strerror}") from fault
    if size > BYTES_AT_MOST:
        raise CatalogueFault(f"{path}: {size} bytes; at most {BYTES_AT_MOST} are read: split or shorten it")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        raise CatalogueFault(
            f"{path}:{line}: not UTF-8 (byte {raw[fault.start]:#x}); save the file as UTF-8"
        ) from fault


class _Walk(NamedTuple):
    path: Path
    lines: dict[Place, int]
    visited: set[int]


def _plain(node: yaml.Node, place: Place, walk: _Walk) -> Any:
    line = node.start_mark.line + 1
    walk.lines[place] = line
    if id(node) in walk.visited:
        raise CatalogueFault(f"{walk.path}:{line}: an alias (*name) is not allowed here; write the value out")
    walk.visited.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, walk.path)
    if isinstance(node, yaml.SequenceNode) and node.tag.endswith(":seq"):
        return [_plain(child, (*place, at), walk) for at, child in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode) and node.tag.endswith(":map"):
        return _mapping(node, place, walk)
    raise CatalogueFault(f"{walk.path}:{line}: the tag {node.tag} is not allowed here; leave it out")


def _mapping(node: yaml.MappingNode, place: Place, walk: _Walk) -> dict[str | int, Any]:
    value: dict[str | int, Any] = {}
    for name, child in node.value:
        line = name.start_mark.line + 1
        if not isinstance(name, yaml.ScalarNode):
            raise CatalogueFault(f"{walk.path}:{line}: a field's name must be a word")
        key = str(name.value)
        if key in value:
            raise CatalogueFault(f"{walk.path}:{line}: `{key}` stands here twice; keep one")
        value[key] = _plain(child, (*place, key), walk)
        walk.lines[(*place, key)] = line
    return value


def _scalar(node: yaml.ScalarNode, path: Path) -> Any:
    if node.tag in _TEXT:
        return node.value
    if node.tag not in _PLAIN:
        raise CatalogueFault(f"{path}:{node.start_mark.line + 1}: the tag {node.tag} is not allowed here; leave it out")
    try:
        return _CONSTRUCTOR.construct_object(node)
    except (ValueError, yaml.YAMLError) as fault:
        raise CatalogueFault(f"{path}:{node.start_mark.line + 1}: {node.value!r} is no usable value") from fault
