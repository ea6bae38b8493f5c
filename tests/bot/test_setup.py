"""Setting up says plainly what is missing, and does nothing twice."""

from __future__ import annotations

import shutil
from collections import namedtuple

import pytest

from bot import setup

Usage = namedtuple("Usage", "total used free")


def test_a_python_that_is_nowhere_is_named_with_the_cure():
    with pytest.raises(setup.SetupFault, match=r"no Python 3\.42 found .* Install one"):
        setup.find_python("3.42")


def test_both_pythons_are_found_here():
    assert setup.find_python("3.11").endswith(("python", "python3", "python3.11"))
    assert "3.10" in setup.find_python("3.10")


def test_a_full_disk_is_noticed_before_anything_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(100, 99, 1))
    with pytest.raises(setup.SetupFault, match="Free some, or set USHER_BUILD"):
        setup.make_app(tmp_path / "env" / "app")
    assert list(tmp_path.iterdir()) == []


def test_a_finished_environment_is_left_alone(tmp_path, monkeypatch):
    env = tmp_path / "engine"
    (env / "bin").mkdir(parents=True)
    (env / "bin" / "python").touch()
    (env / "stamp").write_text(setup._stamp(setup.LOCKS / "engine.txt"))
    monkeypatch.setattr(setup, "_step", lambda *_: pytest.fail("nothing was to be done"))
    setup.make_engine(env, tools=tmp_path)


def test_a_failing_step_ends_in_one_clear_sentence(capsys):
    with pytest.raises(setup.SetupFault, match=r"installing rasa failed.*\n.*no such thing"):
        setup._step("Installing Rasa", ["sh", "-c", "echo no such thing; exit 3"])
    assert "Installing Rasa" in capsys.readouterr().out


def test_locks_hold_no_addresses_and_no_gpu_packages():
    for lock in setup.LOCKS.glob("*.txt"):
        text = lock.read_text()
        assert "://" not in text.replace("# ", ""), lock
        assert "nvidia-" not in text, lock
