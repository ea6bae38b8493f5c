"""Starting: no TensorFlow, and one clear sentence where it cannot be."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.engine.hollow import needs_tensorflow
from bot.engine.server import HOST, StartError, check_port, find_model
from bot.engine.settings import ROOT, EngineSettings


def test_our_pipeline_needs_no_tensorflow() -> None:
    assert not needs_tensorflow(ROOT / "config.yml")


def test_a_pipeline_with_diet_does(tmp_path: Path) -> None:
    config = tmp_path / "config.yml"
    config.write_text("pipeline:\n  # - name: TEDPolicy\n  - name: DIETClassifier\n", encoding="utf-8")
    assert needs_tensorflow(config)
    config.write_text("pipeline:\n  # - name: DIETClassifier\n", encoding="utf-8")
    assert not needs_tensorflow(config)


def test_rasa_starts_without_what_it_never_calls_and_names_what_would_need_it() -> None:
    program = (
        "from pathlib import Path; from bot.engine.hollow import leave_out; leave_out(Path('config.yml'))\n"
        "import sys, rasa.core.agent, rasa.core.channels, aiogram, tensorflow\n"
        "assert not hasattr(tensorflow, '__version__') and not hasattr(aiogram, '__version__')\n"
        "assert not any(name.startswith(('tensorflow.python', 'aiogram.bot.api')) for name in sys.modules)\n"
        "try: tensorflow.constant(1)\n"
        "except RuntimeError as error: assert 'without tensorflow' in str(error), error\n"
        "else: raise SystemExit(1)\n"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", program], cwd=ROOT, check=True, timeout=120)


def test_without_a_model_the_cure_is_named(tmp_path: Path) -> None:
    with pytest.raises(StartError, match="engine train"):
        find_model(EngineSettings(5005, 5055, tmp_path, 8.0))


def test_a_taken_port_is_named() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(StartError, match=str(port)):
            check_port(port)


@pytest.mark.parametrize("arguments", [["fly"], ["train", "now"]])
def test_an_unknown_command_shows_how_to_use_it(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    from bot.engine.__main__ import main

    assert main(arguments) == 2
    assert "Usage" in capsys.readouterr().err


def test_a_wrong_setting_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from bot.engine.__main__ import main

    monkeypatch.setenv("USHER_ENGINE_PORT", "none")
    assert main(["serve"]) == 1
    assert capsys.readouterr().err.startswith("Engine: USHER_ENGINE_PORT")
