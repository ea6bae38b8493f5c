"""The component that hears when somebody may be in danger, before anything else is understood.

A classifier alone would miss some and would call the plot of a film a crisis; so the words decide here. What is missed
weighs more than a false alarm, except where a film's plot or title is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message
from ruamel.yaml import YAML

from bot.engine.nlu.component import PlainComponent, text_of

CRISIS = "crisis"
_PATTERNS = Path(__file__).with_name("words") / "crisis.yml"
_RANKING = "intent_ranking"
_SURE = 0.7
_GRAVE = re.compile(
    r"\b(?:die|dying|dead|death|kill\w*|suicid\w*|alive|hopeless|pointless|worthless|burden|hurt\w*|harm\w*|pain|goodbye"
    r"|sterb\w*|stirbt|tot|tod|umbring\w*|umzubringen|selbstmord|suizid\w*|hoffnungslos|sinnlos|wertlos|last|leben|ende|leer)\b"
)
_FILM = re.compile(
    r"\b(?:films?|movies?|kinos?|filme?n?|serien?|series|stor(?:y|ies)|comed\w+|komödien?|dramas?|thrillers?|horror\w*)\b"
)
_PERSONAL = re.compile(r"\b(?:i|im|i'm|i've|ive|i'd|me|my|myself|ich|mich|mir|mein\w*|he|she|they|er|sie)\b")
_SPEAKER = re.compile(r"(?:i|i'm|ich)\b")
_APOSTROPHES = str.maketrans(dict.fromkeys("’´`‘", "'"))
_BARE_NOT = re.compile(r"\b(do|does|did|is|was|were|ca|wo|could|would|have|are)nt\b")
_CAPITAL = re.compile(r"\b[A-ZÄÖÜ]\w*[a-zäöü]")
_SENTENCE = re.compile(r"[.!?\n]+")


class _Patterns(NamedTuple):
    own: re.Pattern[str]
    other: re.Pattern[str]
    plot: re.Pattern[str]
    speech: re.Pattern[str]
    own_again: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    words = YAML(typ="safe").load(_PATTERNS.read_text(encoding="utf-8"))

    def join(name: str) -> re.Pattern[str]:
        filled = [_fill(pattern, words["parts"]) for pattern in words[name]]
        return re.compile("|".join(f"(?:{pattern})" for pattern in filled))

    return _Patterns(
        join("own"), join("other"), join("plot"), re.compile(words["speech"]), re.compile(words["own_again"])
    )


def _fill(pattern: str, parts: dict[str, str]) -> str:
    for name, part in parts.items():
        pattern = pattern.replace("{" + name + "}", part)
    return pattern


def plain(text: str) -> str:
    """Lower case, one kind of apostrophe, and apostrophes back where they are usually left out."""
    text = " ".join(text.lower().translate(_APOSTROPHES).split())
    text = _BARE_NOT.sub(r"\1n't", text)
    return re.sub(r"\bim\b(?= (?:\w+ing\b|gonna|so |just |about|ready|done|tired|sick))", "i'm", text)


def sounds_like_crisis(text: str) -> bool:
    """Whether the person may be in danger, or fears for somebody; never for the plot of a film."""
    text = plain(text)
    patterns = _patterns()
    matches = [*patterns.own.finditer(text), *patterns.other.finditer(text)]
    return any(not is_plot(text, match.start(), match.end()) for match in matches)


def is_plot(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` are said about a film: "a film where …", with no "because" between."""
    patterns = _patterns()
    inside = patterns.plot.search(text[start:end])
    if inside and not patterns.own_again.search(text, start + inside.end(), end):
        return True
    before = _SENTENCE.split(text[:start])[-1]
    plots = list(patterns.plot.finditer(before))
    if not plots or patterns.own_again.search(before, plots[-1].end()):
        return False
    return not _SPEAKER.match(text, start) or bool(patterns.speech.search(before))


def without_titles(text: str, entities: Iterable[Mapping[str, Any]]) -> str:
    """`text` without the films named in it the way titles are written: I'm Thinking of Ending Things."""
    for entity in entities:
        start, end = entity.get("start", 0), entity.get("end", 0)
        if entity.get("entity") == "film" and len(_CAPITAL.findall(text[start:end])) > 1:
            text = text[:start] + "_" * (end - start) + text[end:]
    return text


def may_be_crisis(text: str, confidence: float) -> bool:
    """Whether a classifier that says `crisis` may be believed: it is sure, and the words are grave and personal."""
    text = plain(text)
    grave = _GRAVE.search(text) and _PERSONAL.search(text) and not _FILM.search(text)
    return confidence >= _SURE and bool(grave)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class CrisisGuard(PlainComponent):
    """Sets the intent `crisis` where the words say so, and takes it back where only a film is spoken of."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Look at each message; comes after the classifier and before the fallback."""
        for message in messages:
            self._look(message)
        return messages

    def _look(self, message: Message) -> None:
        text = without_titles(text_of(message), message.get(ENTITIES, []))
        ranking = message.get(_RANKING) or []
        if sounds_like_crisis(text):
            _set_ranking(message, [{INTENT_NAME_KEY: CRISIS, PREDICTED_CONFIDENCE_KEY: 1.0}])
        elif len(ranking) > 1 and ranking[0][INTENT_NAME_KEY] == CRISIS and not may_be_crisis(text, _surety(ranking)):
            _set_ranking(message, ranking[1:])


def _surety(ranking: list[dict[str, Any]]) -> float:
    return float(ranking[0][PREDICTED_CONFIDENCE_KEY])


def _set_ranking(message: Message, ranking: list[dict[str, Any]]) -> None:
    message.set(INTENT, ranking[0], add_to_output=True)
    message.set(_RANKING, ranking, add_to_output=True)
