"""The gateway's small parts, each by itself."""

from __future__ import annotations

import inspect
import json
import logging
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gateway import errors
from bot.gateway.breaker import Breaker
from bot.gateway.errors import Problem, SettingError, TooMany, TooManyConnections, TurnFailed
from bot.gateway.identity import Signer, new_id
from bot.gateway.limits import ConnectionLimit, RateLimit
from bot.gateway.logs import JsonFormatter
from bot.gateway.problems import problem_document
from bot.gateway.settings import read_settings
from bot.gateway.text import clean_text, plain_for_engine
from bot.gateway.wording import LANGUAGES, negotiate_language, read_words, say

ROOT = Path(__file__).resolve().parents[2]


@given(st.text(st.characters(), max_size=60))
def test_cleaned_text_is_safe_and_cleaning_it_again_changes_nothing(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert not {unicodedata.category(each) for each in cleaned} & {"Cc", "Cs", "Cn"}
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff\u2028")


@given(st.lists(st.sampled_from([*"/ \u3000\u00a0\u2003\u200d\u200c\u0085\t/x"]), max_size=12).map("".join))
def test_whatever_stands_before_it_a_slash_never_comes_first(text: str) -> None:
    plain = plain_for_engine(clean_text(text))
    assert not plain.strip().startswith("/")
    assert plain == "" or plain[0] == "x"


def test_both_languages_have_the_same_words_with_the_same_gaps() -> None:
    english, german = (read_words(language) for language in LANGUAGES)
    assert english.keys() == german.keys()
    for key in english:
        assert set(re.findall(r"\{\w+\}", english[key])) == set(re.findall(r"\{\w+\}", german[key])), key


def test_every_problem_has_its_words_and_every_word_its_use() -> None:
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, Problem)]
    codes = {kind.code for kind in kinds}
    told = {key.removeprefix("problem.") for key in read_words("en") if key.startswith("problem.")}
    assert codes == told
    source = "".join(path.read_text() for path in (ROOT / "bot" / "gateway").rglob("*.py"))
    for key in read_words("en"):
        group, _, rest = key.partition(".")
        assert group in {"page", "problem", "choice"} or f'"{key}"' in source or f'"{rest}"' in source, key


def test_every_button_has_a_label() -> None:
    from actions.memory import ACTS

    assert {f"choice.{act}" for act in ACTS} == {key for key in read_words("en") if key.startswith("choice.")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_problem_documents_are_complete(language: str) -> None:
    document = problem_document(TooMany(retry_after=2.1), language)  # type: ignore[arg-type]
    assert document["status"] == 429
    assert document["retry_after"] == 3
    assert "3" in document["detail"]


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("de-DE,de;q=0.9,en;q=0.8", "de"),
        ("en-GB", "en"),
        ("fr,de;q=0.1", "de"),
        ("de;q=0,en;q=0.1", "en"),
        ("fr", None),
        ("", None),
        (";;q=x,,de;q=nonsense", None),
    ],
)
def test_the_browsers_language_is_found(header: str, language: str | None) -> None:
    assert negotiate_language(header) == language


def test_a_rate_is_counted_in_a_sliding_window() -> None:
    now = [0.0]
    limit = RateLimit(2, clock=lambda: now[0])
    limit.check("anna")
    now[0] = 30
    limit.check("anna")
    with pytest.raises(TooMany) as refused:
        limit.check("anna")
    assert refused.value.retry_after == 30
    limit.check("ben")
    now[0] = 60
    limit.check("anna")


def test_connections_are_given_back() -> None:
    limit = ConnectionLimit(1)
    with limit.hold("a"):
        with pytest.raises(TooManyConnections), limit.hold("a"):
            pass
        with limit.hold("b"):
            assert len(limit) == 2
    assert len(limit) == 0


def test_a_breaker_opens_after_failures_and_one_probe_closes_it() -> None:
    now = [0.0]
    breaker = Breaker(limit=2, open_seconds=2, clock=lambda: now[0])
    assert breaker.allows()
    assert not breaker.failed()
    assert breaker.failed(), "the second failure opens it"
    assert not breaker.allows()
    now[0] = 3
    assert breaker.allows()
    assert not breaker.allows(), "one probe at a time"
    breaker.failed()
    assert not breaker.allows()
    now[0] = 6
    assert breaker.allows()
    assert breaker.succeeded()
    assert breaker.allows()


def test_tokens_cannot_be_made_without_the_secret() -> None:
    signer, person = Signer(b"one"), new_id()
    assert signer.person(signer.token(person)) == person
    assert Signer(b"two").person(signer.token(person)) is None
    assert len(bytes.fromhex(person)) * 8 == 128


@pytest.mark.parametrize("answer", [None, "x", [], [1], [{}], [{"text": 5}], [{"text": "a", "custom": []}], {"a": 1}])
def test_garbage_from_the_engine_is_a_failed_turn(answer: object) -> None:
    from bot.gateway.engine import read_utterances

    if answer == [{"text": "a", "custom": []}]:
        assert read_utterances(answer)[0].custom is None
        return
    with pytest.raises(TurnFailed):
        read_utterances(answer)


@pytest.mark.parametrize("content", [b'[{"x": NaN}]', b'{"x": -Infinity}', b'"\\ud800"', b"<html>", b"\xff"])
def test_json_that_could_not_be_sent_on_is_garbage(content: bytes) -> None:
    from bot.gateway.engine import read_json

    with pytest.raises(ValueError):
        read_json(content)


def test_logs_are_one_json_object_a_line() -> None:
    record = logging.makeLogRecord({"name": "x", "levelname": "INFO", "msg": "a\nb", "turn": "t1"})
    line = JsonFormatter().format(record)
    assert "\n" not in line
    assert json.loads(line) | {"time": ""} == {"time": "", "level": "info", "where": "x", "what": "a\nb", "turn": "t1"}


def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USHER_MESSAGES_PER_MINUTE", "many")
    with pytest.raises(SettingError, match="USHER_MESSAGES_PER_MINUTE is 'many'"):
        read_settings()


def test_origins_are_a_list_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USHER_ORIGINS", "https://A.example, https://b.example/")
    assert read_settings().allowed_origins == {"https://a.example", "https://b.example"}


def test_words_with_gaps_are_filled() -> None:
    assert "1000 Zeichen" in say("problem.too_long", "de", limit=1000, unit=say("unit.characters", "de"))
