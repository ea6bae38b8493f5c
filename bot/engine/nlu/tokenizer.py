"""The tokenizer, which shows the classifier that a film or a person was named but not which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

_WORD = re.compile(r"\w+(?:['’]\w+)*|[?!]")
_MASKS = {"film": "FILMTITLE", "unknown_title": "FILMTITLE", "person": "PERSONNAME"}
_EMPTY = "EMPTYTEXT"
_LONGEST_TEXT = 4000
_BUTTON_ENDS = (0, 0)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class MaskingTokenizer(Tokenizer):
    """Splits into words; a film's title becomes the one word FILMTITLE, a person's name PERSONNAME.

    In training the titles are those annotated in the data (`films like [Her](film)`), in use those linked before, so
    it must stand after the linkers and before the featurizers.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """What the base class wants to know."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The words of one attribute of a message, masked in its text."""
        text: str = message.get(attribute) or ""
        masks = list(_masked(message.get(ENTITIES, []))) if attribute == TEXT else []
        tokens = mask_words(text[:_LONGEST_TEXT], masks)
        return tokens or [Token(_EMPTY, 0, max(len(text), 1))]


def _masked(entities: Iterable[dict[str, Any]]) -> Iterable[tuple[int, int, str]]:
    for entity in entities:
        mask = _MASKS.get(str(entity.get("entity")))
        if mask and (entity["start"], entity["end"]) != _BUTTON_ENDS:
            yield entity["start"], entity["end"], mask


def mask_words(text: str, masks: Iterable[tuple[int, int, str]]) -> list[Token]:
    """The words of `text` in order, each masked stretch as one word."""
    tokens: list[Token] = []
    place = 0
    for start, end, mask in sorted(masks):
        if start >= place:
            tokens += _words(text, place, start)
            tokens.append(Token(mask, start, end))
            place = end
    return tokens + _words(text, place, len(text))


def _words(text: str, start: int, end: int) -> list[Token]:
    return [Token(match.group(), match.start()) for match in _WORD.finditer(text, start, end)]
