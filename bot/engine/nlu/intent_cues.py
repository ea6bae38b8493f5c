"""What the words of a message tell about its intent: families of cue words, as features of the classifier."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from ruamel.yaml import YAML

_CUES = Path(__file__).with_name("words") / "intent_cues.yml"
_WORD = re.compile(r"\w+")
_LENGTHS = (1, 2, 3, 6, 12)
_OPENING = 3  # a cue that begins within the first letters opens the message
# What these words mean turns round when the message also says "not".
_TURNED = ("seen", "liking", "film", "pronoun_film", "seeking")


@lru_cache(maxsize=1)
def _families() -> dict[str, re.Pattern[str]]:
    words = YAML(typ="safe").load(_CUES.read_text(encoding="utf-8"))
    return {family: _compile(cues) for family, cues in words.items()}


def _compile(cues: str) -> re.Pattern[str]:
    longest_first = sorted({cue.strip() for cue in cues.split(",") if cue.strip()}, key=len, reverse=True)
    pieces = (re.escape(cue).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for cue in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(pieces)})(?!\w)")


def find_cues(text: str) -> dict[str, float]:
    """The features of one message: which families occur, which opens it, which is all of it, how long it is."""
    text = text.lower().replace("’", "'").strip()
    cues: dict[str, float] = {}
    for family, pattern in _families().items():
        match = pattern.search(text)
        if match:
            cues[family] = 1.0
            if match.start() < _OPENING:
                cues[f"opens {family}"] = 1.0
            if match.end() - match.start() >= len(text.strip(" .!?")) - 1:
                cues[f"is {family}"] = 1.0
    return {**cues, **_shape(text), **_pairs(cues), **_turned(cues)}


def _shape(text: str) -> dict[str, float]:
    words = len(_WORD.findall(text))
    length = next((str(most) for most in _LENGTHS if words <= most), "many")
    return {f"words {length}": 1.0, **({"asks": 1.0} if "?" in text else {})}


def _pairs(cues: dict[str, float]) -> dict[str, float]:
    families = sorted(cue for cue in cues if " " not in cue)
    return {f"{one}+{other}": 0.7 for place, one in enumerate(families) for other in families[place + 1 :]}


def _turned(cues: dict[str, float]) -> dict[str, float]:
    return {f"not {family}": 1.0 for family in _TURNED if family in cues and "negation" in cues}
