from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Said = Callable[[str, str], list[Any]]

GERMAN = [
    "Filme wie Her",
    "etwas Trauriges",
    "Hallo",
    "danke",
    "kürzer bitte",
    "was lustiges fuer heute abend",
    "kein horror",
    "wer hat regie gefuehrt",
    "ich mag Inception",
    "und wie lang ist der?",
    "zeig mir mehr",
    "der zweite",
    "filme wie The Dark Knight",
    "nicht so lang",
    "ja",
    "hab ich schon gesehen",
    "irgendwas mit Robotern",
    "Kannst du mir einen Film empfehlen?",
    "ich suche einen Film wie Lost in Translation",
    "The Notebook fand ich langweilig",
]
ENGLISH = [
    "films like Her",
    "something sad",
    "shorter please",
    "who directed Das Boot?",
    "I loved Das Leben der Anderen",
    "movies like Good Bye, Lenin!",
    "the second one",
    "what is it about",
    "no horror",
    "I have seen it",
    "anything funny for tonight?",
    "how long is it",
    "I liked Toni Erdmann",
    "can you recommend a movie?",
    "not so long",
    "show me something else",
]
UNCLEAR = [
    "Her",
    "Inception",
    "ok",
    "Horror",
    "Das Boot",
    "2",
    "Drama",
    "hi",
    "lol",
    "😀",
    "",
    "Tom Hanks",
    "The Matrix",
    "Blade Runner 2049",
    "Die Hard",
    "nice",
    "thanks",
]
SWITCHES = [
    ("auf Deutsch bitte", "de"),
    ("Deutsch bitte", "de"),
    ("in German please", "de"),
    ("can we speak German?", "de"),
    ("können wir Deutsch reden?", "de"),
    ("sprich deutsch", "de"),
    ("switch to German", "de"),
    ("please answer in German", "de"),
    ("in English please", "en"),
    ("English please", "en"),
    ("auf Englisch bitte", "en"),
    ("sprich bitte Englisch mit mir", "en"),
    ("can you speak english", "en"),
    ("antworte auf Englisch", "en"),
    ("let's continue in English", "en"),
    ("Englisch", "en"),
]
NO_SWITCH = [
    "films in German",
    "Filme auf Deutsch",
    "German films",
    "deutsche Filme",
    "a movie in english",
    "is it in English?",
    "English comedies",
    "same but German",
]


@pytest.mark.parametrize("text", GERMAN)
def test_german_is_heard(said: Said, text: str) -> None:
    assert said(text, "language") == ["de"]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_heard(said: Said, text: str) -> None:
    assert said(text, "language") == ["en"]


@pytest.mark.parametrize("text", UNCLEAR)
def test_unclear_messages_keep_the_language_of_the_conversation(said: Said, text: str) -> None:
    assert said(text, "language") == []


@pytest.mark.parametrize(("text", "language"), SWITCHES)
def test_a_switch_is_heard(said: Said, text: str, language: str) -> None:
    assert (said(text, "language_switch"), said(text, "language")) == ([language], [])


@pytest.mark.parametrize("text", NO_SWITCH)
def test_a_film_in_a_language_is_no_switch(said: Said, text: str) -> None:
    assert said(text, "language_switch") == []
