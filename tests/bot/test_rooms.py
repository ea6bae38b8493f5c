"""Each outside library that is heavy or has a temper is imported in one place only."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from bot.settings import ROOT

HOMES = {
    "sentence_transformers": {"index/encoder.py"},
    "torch": {"index/encoder.py"},
    "faiss": {"index/vectors.py"},
    "bm25s": {"index/lexical.py"},
    "onnxruntime": {"index/query_encoder.py"},
}


def importers(library: str) -> set[str]:
    found: set[str] = set()
    for room in ("bot", "actions", "index"):
        for path in (ROOT / room).rglob("*.py"):
            if "node_modules" not in path.parts and library in imported(path):
                found.add(str(path.relative_to(ROOT)))
    return found


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("library", HOMES)
def test_a_heavy_library_has_one_home(library):
    assert importers(library) == HOMES[library]
