"""The commands that bring films in and hand them out, as typed in a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app

ROWS = "Titel;Jahr;Regie\nHer;2013;Spike Jonze\nDark;keins;Baran bo Odar\n"


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("USHER_BUILD", str(tmp_path / "build"))
    return tmp_path / "build"


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(app, [*arguments], env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output + repr(result.exception)
    return result.output


def test_a_dry_run_shows_rows_and_columns_and_writes_nothing(tmp_path: Path, build: Path) -> None:
    path = tmp_path / "filme.csv"
    path.write_text(ROWS)
    said = _run("import", str(path), "--name", "mine", "--dry-run")
    assert "directors: Regie" in said and "Spike Jonze" in said and "line 3: no year" in said
    assert not (build / "catalogues").exists()


def test_an_import_says_what_was_taken_and_refused_and_an_export_hands_it_out(tmp_path: Path, build: Path) -> None:
    path = tmp_path / "filme.csv"
    path.write_text(ROWS)
    said = _run("import", str(path), "--name", "mine", "--source", "Shop", "--licence", "CC0")
    assert "1 films new; 1 refused" in said and "refused 1: no year" in said
    (refusal,) = [json.loads(line) for line in (build / "catalogues/mine/refusals.jsonl").read_text().splitlines()]
    assert (refusal["file"], refusal["line"]) == ("filme.csv", 3)
    assert "imported before" in _run("import", str(path), "--name", "mine", "--source", "Shop", "--licence", "CC0")
    out = tmp_path / "out.csv"
    assert "1 films written" in _run("export", str(out), "--format", "csv", "--name", "mine")
    assert "Spike Jonze" in out.read_text(encoding="utf-8-sig")
