"""Where in a message a title is expected, so that misspelt ones are looked for there and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.engine.nlu import cues
from bot.engine.nlu.sentence import Sentence
from bot.engine.nlu.wordlists import words_in

_STRONG = frozenset({"likeness", "like", "seen", "taste", "naming", "question", "list", "suggest", "ask", "except"})
_STOP = re.compile(r"[.,;:!?()\n\"“”„»«*/]")
_ENDS = words_in(
    "and or und oder but aber please bitte is was are were ist war sind with mit by von from aus because weil "
    "since so then which that when if wenn dass auf zu to on for fur in i ich you du it a lot too yet"
)
_MOST_WORDS = 7
_MOST_PLACES = 14


def title_places(sentence: Sentence) -> list[tuple[int, int]]:
    """Stretches (first, last exclusive) that stand where a title would, fewest surprises first."""
    found: dict[tuple[int, int], None] = {}
    count = len(sentence.words)
    if 0 < count <= _MOST_WORDS:
        found[0, count] = None
    for first in range(count):
        if _is_opening(sentence, first):
            for last in _endings(sentence, first):
                found[first, last] = None
        if len(found) >= _MOST_PLACES:
            break
    return list(found)[:_MOST_PLACES]


def _is_opening(sentence: Sentence, first: int) -> bool:
    word = sentence.words[first]
    if len(word.text) < 2 and not word.text.isdigit():
        return False
    if (first and sentence.words[first - 1].plain in ("and", "or", "und", "oder")) or sentence.gap(
        first
    ).strip() == ",":
        return True
    kind, named = cues.cue_before(sentence.words, first)
    if named or kind in _STRONG:
        return True
    return word.text[0].isupper() and not sentence.starts_sentence(first) and sentence.capitals < 0.6


def _endings(sentence: Sentence, first: int) -> Iterator[int]:
    """Ends of the stretch from `first`, up to the next break or joining word, the longest first."""
    ends = []
    for last in range(first + 1, min(len(sentence.words), first + _MOST_WORDS) + 1):
        if last - 1 > first and (_STOP.search(sentence.gap(last - 1)) or sentence.words[last - 1].plain in _ENDS):
            break
        ends.append(last)
    yield from reversed(ends[-3:] if len(ends) > 3 else ends)
    if len(ends) > 3:
        yield from (ends[0], ends[1])
