"""Whole conversations, one test each."""

from __future__ import annotations

import pytest

from tests.conversations.player import Player
from tests.conversations.script import Conversation, read_conversations
from tests.conversations.stack import Stack

CONVERSATIONS = read_conversations()


@pytest.mark.stack
@pytest.mark.timeout(60, func_only=True)  # not the start of the bot, which may have to train first
@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda each: f"{each.topic}: {each.name}")
def test_conversation(stack: Stack, conversation: Conversation) -> None:
    missing = conversation.films - stack.films
    assert not missing, f"not in the catalogue: {', '.join(sorted(missing))}"
    faults = Player(stack, conversation).play()
    assert not faults, "\n" + "\n".join(faults)


def test_half_of_them_are_german() -> None:
    german = sum(each.language == "de" for each in CONVERSATIONS)
    assert 0.4 <= german / len(CONVERSATIONS) <= 0.6


def test_names_are_unique() -> None:
    names = [(each.topic, each.name) for each in CONVERSATIONS]
    assert len(set(names)) == len(names)
