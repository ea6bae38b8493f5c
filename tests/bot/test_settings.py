"""Settings are cast once, and a wrong one is named with what was seen."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from actions.settings import ActionSettings
from bot.cli import main
from bot.gateway.settings import GatewaySettings
from bot.settings import ROOT, Settings, SettingsFault, load_settings
from index.settings import IndexSettings

SETTINGS_MODULES = (
    "bot/settings.py",
    "bot/gateway/settings.py",
    "bot/engine/settings.py",
    "actions/settings.py",
    "index/settings.py",
)


def test_ports_are_numbers(monkeypatch):
    monkeypatch.setenv("USHER_PORT", "8123")
    assert load_settings().port == 8123


def test_a_wrong_value_names_the_setting_and_what_was_seen(monkeypatch):
    monkeypatch.setenv("USHER_ENGINE_PORT", "five")
    with pytest.raises(SettingsFault, match=r"USHER_ENGINE_PORT is 'five'"):
        load_settings()


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("192.168.7.1", "http://192.168.7.1:8000"),
        ("::1", "http://[::1]:8000"),
    ],
)
def test_the_page_is_looked_for_where_it_listens(host, address):
    assert Settings(host=host, port=8000).address == address


def test_a_wrong_setting_of_any_room_ends_a_command_in_one_sentence(monkeypatch, capsys):
    monkeypatch.setenv("USHER_THREADS", "many")
    monkeypatch.setattr(sys, "argv", ["usher", "index", "search", "films like Her"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert capsys.readouterr().err.startswith("usher: USHER_THREADS is 'many'")


def documented() -> set[str]:
    text = (ROOT / ".env.example").read_text("utf-8")
    return set(re.findall(r"^#? ?(USHER_[A-Z_]+)=", text, re.MULTILINE))


def used() -> set[str]:
    """Every setting: fields of classes with the USHER_ prefix, and names written out."""
    names: set[str] = set()
    for module in SETTINGS_MODULES:
        text = (ROOT / module).read_text("utf-8")
        names |= set(re.findall(r"\bUSHER_[A-Z_]*[A-Z]\b", text))
        if 'env_prefix="USHER_"' in text:
            body = text.split("BaseSettings)", 1)[1].split("@property")[0].split("\ndef ")[0]
            names |= {f"USHER_{field.upper()}" for field in re.findall(r"^    ([a-z_]+): ", body, re.MULTILINE)}
    return names


def test_the_example_lists_every_setting():
    assert documented() == used()


@pytest.mark.parametrize("settings", [Settings, IndexSettings, ActionSettings, GatewaySettings])
def test_the_example_holds_the_defaults(settings, monkeypatch):
    for name in used():
        monkeypatch.delenv(name, raising=False)
    defaults = settings(_env_file=None)
    for line in (ROOT / ".env.example").read_text("utf-8").splitlines():
        if re.match(r"USHER_[A-Z_]+=", line):
            monkeypatch.setenv(*line.split("=", 1))
    assert settings(_env_file=None) == defaults


def test_the_environment_is_read_in_the_settings_modules_alone():
    readers = re.compile(r"os\.getenv|os\.environ\.get|os\.environ\[[^\]]+\](?!\s*=)")
    allowed = {ROOT / module for module in SETTINGS_MODULES} | {ROOT / "bot/setup.py"}
    found = [
        path.relative_to(ROOT)
        for room in ("bot", "actions", "index")
        for path in Path(ROOT / room).rglob("*.py")
        if path not in allowed and "node_modules" not in path.parts and readers.search(path.read_text("utf-8"))
    ]
    assert found == []
