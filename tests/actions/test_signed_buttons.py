"""Signed buttons and the secret that signs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.memory import ACTS, Choice, SecretFault, load_secret, sign, verify

SECRET = b"0123456789abcdef"


@given(st.text(), st.sampled_from(ACTS), st.from_regex(r"[a-z0-9_-]{0,24}", fullmatch=True))
def test_what_is_signed_comes_back(person: str, act: str, argument: str) -> None:
    payload = sign(SECRET, person, act, argument)
    assert len(payload.encode()) <= 64
    assert verify(SECRET, person, payload) == Choice(act, argument)


@given(st.text())
def test_nothing_else_is_taken(payload: str) -> None:
    assert verify(SECRET, "p", payload) is None


def test_a_button_is_good_for_one_person_act_and_film() -> None:
    payload = sign(SECRET, "p", "seen", "abcdefghij")
    assert verify(SECRET, "q", payload) is None
    assert verify(b"another secret, long enough", "p", payload) is None
    assert verify(SECRET, "p", payload.replace("seen", "like")) is None
    assert verify(SECRET, "p", payload.replace("abcdefghij", "abcdefghik")) is None


@pytest.mark.parametrize(("act", "argument"), [("fly", ""), ("why", "x" * 25), ("why", "a.b"), ("why", "Ä")])
def test_only_known_buttons_are_made(act: str, argument: str) -> None:
    with pytest.raises(ValueError, match="no such button"):
        sign(SECRET, "p", act, argument)


def test_a_secret_is_made_once_for_the_owner_only(tmp_path: Path) -> None:
    first = load_secret("", tmp_path / "deep" / "secret")
    assert first == load_secret("", tmp_path / "deep" / "secret")
    assert len(first) >= 32
    assert (tmp_path / "deep" / "secret").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["secret"]


def test_a_given_secret_wins_and_must_be_long_enough(tmp_path: Path) -> None:
    assert load_secret("s" * 16, tmp_path / "secret") == b"s" * 16
    assert not (tmp_path / "secret").exists()
    with pytest.raises(SecretFault, match="USHER_SECRET"):
        load_secret("short", tmp_path / "secret")
