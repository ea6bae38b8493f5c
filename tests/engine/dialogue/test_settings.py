"""Settings are read once, cast, and refused in one sentence."""

from __future__ import annotations

import pytest

from bot.engine.settings import ROOT, SettingError, read_settings


@pytest.mark.parametrize("empty", [False, True])
def test_what_is_not_set_or_empty_is_the_default(monkeypatch: pytest.MonkeyPatch, empty: bool) -> None:
    for name in ("USHER_ENGINE_PORT", "USHER_ACTIONS_PORT", "USHER_BUILD", "USHER_ACTION_TIMEOUT_SECONDS"):
        monkeypatch.setenv(name, "") if empty else monkeypatch.delenv(name, raising=False)
    settings = read_settings()
    assert (settings.engine_port, settings.actions_port) == (5005, 5055)
    assert settings.action_timeout_seconds == 10
    assert settings.models == ROOT / "build" / "models"


@pytest.mark.parametrize("value", ["http", "0", "70000", "-1", "80 "])
def test_a_port_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("USHER_ENGINE_PORT", value)
    with pytest.raises(SettingError, match="USHER_ENGINE_PORT"):
        read_settings()


@pytest.mark.parametrize("value", ["soon", "0", "-2", "nan"])
def test_a_time_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("USHER_ACTION_TIMEOUT_SECONDS", value)
    with pytest.raises(SettingError, match="USHER_ACTION_TIMEOUT_SECONDS"):
        read_settings()


def test_an_absolute_build_folder_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USHER_BUILD", "/somewhere/else")
    assert str(read_settings().tracker) == "/somewhere/else/tracker.sqlite"
