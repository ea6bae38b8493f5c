"""Training happens when an input changed, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.engine import train as training
from bot.engine.settings import EngineSettings
from bot.engine.train import compute_fingerprint, train


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    files = {
        "config.yml": "recipe: default.v1",
        "bot/engine/domain/intents.yml": "intents: []",
        "bot/engine/nlu/words/cues.yml": "greeting: hi",
        "bot/engine/nlu/model.py": "C = 1",
        "data/nlu/en/a.yml": "nlu: []",
        "data/films/her-2013.yml": "title: Her",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["config.yml", "bot/engine/nlu/model.py", "bot/engine/nlu/words/cues.yml"])
def test_a_changed_input_changes_the_fingerprint(checkout: Path, name: str) -> None:
    before = compute_fingerprint(checkout)
    (checkout / name).write_text("changed", encoding="utf-8")
    assert compute_fingerprint(checkout) != before


def test_a_renamed_file_changes_the_fingerprint(checkout: Path) -> None:
    before = compute_fingerprint(checkout)
    (checkout / "data/nlu/en/a.yml").rename(checkout / "data/nlu/en/b.yml")
    assert compute_fingerprint(checkout) != before


@pytest.mark.parametrize("name", ["data/films/her-2013.yml", "data/films/new.yml", "bot/engine/nlu/x.pyc"])
def test_films_need_no_training(checkout: Path, name: str) -> None:
    before = compute_fingerprint(checkout)
    (checkout / name).write_text("changed", encoding="utf-8")
    assert compute_fingerprint(checkout) == before


def test_a_model_is_trained_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = EngineSettings(5005, 5055, tmp_path, 8.0)
    trained = []

    def pretend(workshop: Path, name: str) -> str:
        trained.append(name)
        (workshop / name).write_bytes(b"model")
        return str(workshop / name)

    monkeypatch.setattr(training, "_train_with_rasa", pretend)
    assert train(settings) is True
    assert train(settings) is False
    assert len(trained) == 1
    assert [path.name for path in settings.models.iterdir()] == trained
    assert "nothing changed" in capsys.readouterr().out


def test_a_failed_training_leaves_the_old_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = EngineSettings(5005, 5055, tmp_path, 8.0)
    settings.models.mkdir()
    (settings.models / "dialogue-old.tar.gz").write_bytes(b"old")
    monkeypatch.setattr(training, "_train_with_rasa", lambda *_: None)
    with pytest.raises(RuntimeError, match="could not train"):
        train(settings)
    assert [path.name for path in settings.models.iterdir()] == ["dialogue-old.tar.gz"]
