"""How stretches that may be films stand beside each other: in a list, in a comparison, or as one name in two parts."""

from __future__ import annotations

import re

from bot.engine.nlu.names import ARTICLES, PART_WORDS, Form
from bot.engine.nlu.sentence import Sentence, Span
from bot.engine.nlu.text import Word, fold

_JOINTS = frozenset(
    {"", "and", "or", "und", "oder", "the", "and the", "or the", "die", "der", "das", "and also", "vs", "oder auch"}
)
COMPARED = re.compile(
    r"\b(?:compar\w*|difference|better|vergleich\w*|unterschied\w*|unterscheide\w*|besser|versus|vs|länger|kürzer|"
    r"longer|shorter|older|newer|älter|neuer)\b",
    re.IGNORECASE,
)
_COMPARING = _JOINTS | {"mit", "von", "als", "than", "with", "from", "to", "zu"}


def joined_parts(sentence: Sentence, spans: list[Span]) -> list[Span]:
    """One span over a series' name and a part's, however joined ("Star Wars: Episode VIII – The Last Jedi")."""
    joined = []
    heads = [span for span in spans if any(match.form == Form.HEAD for match in span.matches)]
    tails = [span for span in spans if any(match.form == Form.TAIL for match in span.matches)]
    for head in heads:
        films = {match.film for match in head.matches if match.form == Form.HEAD}
        for tail in tails:
            between = sentence.words[head.last : tail.first]
            if not (head.last <= tail.first and len(between) <= 3 and all(_is_part_word(word) for word in between)):
                continue
            both = tuple(match for match in tail.matches if match.film in films and match.form == Form.TAIL)
            if both:
                joined.append(Span(head.first, tail.last, tuple(match._replace(form=Form.REDUCED) for match in both)))
    return joined


def _is_part_word(word: Word) -> bool:
    return word.norm.isdigit() or word.plain in PART_WORDS or word.plain in ARTICLES


def is_joint(sentence: Sentence, left: int, right: int) -> bool:
    """Whether what stands between the word before `left` and the word at `right` only joins the items of a list."""
    between = sentence.text[sentence.words[left - 1].end : sentence.words[right].start]
    joints = _COMPARING if COMPARED.search(sentence.text) else _JOINTS
    return fold(between).strip(" \n\"'*,/&") in joints
