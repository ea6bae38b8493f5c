"""Genres, themes, moods, styles and content notes, found through the vocabulary's names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.engine.nlu.sentence import Sentence
from bot.engine.nlu.stems import stem
from bot.engine.nlu.text import before, words
from bot.engine.nlu.titles import TermName
from bot.engine.nlu.wordlists import listed, words_in

KINDS = ("genre", "mood", "theme", "style", "content_note", "provider")
_LONGEST = 6
_TALK = listed("terms_in_talk.txt")
_COMPANY = re.compile(
    r"(?:\b(?:with|for)\s+(?:(?:my|our|the|some|a|his|her|two|three|best|whole|good|old)\s+)+|\b(?:my|our|"
    "meine[nmr]?|unsere[nmr]?|mein|unser|für meine[nr]?|für unsere|mit(?: meine[nmr]?| unsere[nmr]?| der|"
    r" den| dem)?|von)\s+(?:\w+\s+)?)$",
    re.I,
)
_COMPANIONS = {
    "friendship",
    "family bonds",
    "siblings",
    "grandparents",
    "family",
    "mentor and pupil",
    "marriage",
    "parenthood",
    "childhood",
}
# "Max", "Sky" and "Prime" are services only where something runs on them.
_RUNS_ON = re.compile(r"(?:\b(?:on|via|from|over|auf|bei|über|in|have|got|habe|hab)\s+|^\s*)$", re.I)
_TAILS = (
    "filmen",
    "filme",
    "films",
    "film",
    "streifen",
    "komodien",
    "komodie",
    "dramen",
    "drama",
    "thriller",
    "krimis",
    "krimi",
    "western",
    "geschichten",
    "geschichte",
    "serie",
    "movie",
    "movies",
)
_LINKS = ("", "s", "n", "en", "e")
_HAPPY_END = re.compile(r"happy[- ]end", re.IGNORECASE)
_OTHER_SENSE = frozenset({"wetter", "wettern", "weather"})
_TALKED_OVER = re.compile(r"(?:oh my|thank|my|for) god|in (?:the )?music|sport[- ]?(?:verein|schau)", re.I)


class TermMention(NamedTuple):
    """A stretch of a message that names a vocabulary term."""

    start: int
    end: int
    kind: str
    key: str


class TermFinder:
    """Finds the terms of one vocabulary in sentences."""

    def __init__(self, terms: Iterable[TermName]) -> None:
        self._terms: dict[tuple[str, ...], tuple[str, str]] = {}
        ranked = sorted((term for term in terms if term.kind in KINDS), key=lambda term: KINDS.index(term.kind))
        for exact in (True, False):
            for term in ranked:
                for name in term.names:
                    stems = tuple(stem(word.plain) for word in words(name))
                    if stems and (exact is (name == term.key)):
                        self._terms.setdefault(stems, (term.kind, term.key))
        self._joined = {"".join(stems): found for stems, found in self._terms.items() if len(stems) > 1}

    def find(self, sentence: Sentence, taken: Iterable[tuple[int, int]] = ()) -> list[TermMention]:
        """The terms that `sentence` names outside the characters already `taken`, longest first."""
        busy = list(taken)
        stems = [stem(word.plain) for word in sentence.words]
        found: list[TermMention] = []
        for length in range(min(_LONGEST, len(stems)), 0, -1):
            for first in range(len(stems) - length + 1):
                for kind, key in self._at(sentence, stems, first, length):
                    start, end = sentence.words[first].start, sentence.words[first + length - 1].end
                    if self._is_free(start, end, busy, [one for one in found if (one.start, one.end) == (start, end)]):
                        if not self._is_talk(sentence, first, length, kind, key):
                            found.append(TermMention(start, end, kind, key))
                        busy.append((start, end))
        return sorted(set(found))

    @staticmethod
    def _is_free(start: int, end: int, busy: Sequence[tuple[int, int]], same: Sequence[TermMention]) -> bool:
        return bool(same) or not any(start < other and end > begin for begin, other in busy)

    def _at(self, sentence: Sentence, stems: Sequence[str], first: int, length: int) -> list[tuple[str, str]]:
        key = tuple(stems[first : first + length])
        if found := self._terms.get(key):
            return [found]
        if length > 1:
            return [found] if (found := self._joined.get("".join(key))) else []
        if found := self._joined.get(key[0]):
            return [found]
        return self._compound(sentence.words[first].plain)

    def _compound(self, plain: str) -> list[tuple[str, str]]:
        """Both halves of a German compound ("actionkomodie"), or the first before "film"."""
        for tail in _TAILS:
            if plain.endswith(tail) and len(plain) - len(tail) >= 3:
                head = plain[: -len(tail)]
                first = next(
                    (
                        f
                        for link in _LINKS
                        if head.endswith(link) and (f := self._terms.get((stem(head[: len(head) - len(link)]),)))
                    ),
                    None,
                )
                second = self._terms.get((stem(tail),))
                return (
                    [one for one in (first, second) if one]
                    if first
                    else [second]
                    if second and tail not in ("film", "filme")
                    else []
                )
        return []

    @staticmethod
    def _is_talk(sentence: Sentence, first: int, length: int, kind: str, key: str) -> bool:
        """Whether the word is small talk or company here and not a wish ("with my friends", "thank god")."""
        start, end = sentence.words[first].start, sentence.words[first + length - 1].end
        if kind == "provider":
            return not _RUNS_ON.search(before(sentence.text, start))
        if key in _COMPANIONS and _COMPANY.search(before(sentence.text, start)):
            return True
        if length == 1 and sentence.language == "de" and sentence.words[first].plain in _GERMAN_TALK:
            return True
        near = sentence.text[max(0, start - 12) : end + 8]
        if _HAPPY_END.match(sentence.text[start : end + 10]) or sentence.words[first].plain in _OTHER_SENSE:
            return True
        return (
            length == 1
            and sentence.words[first].plain in _TALK
            and (bool(_TALKED_OVER.search(near)) or not _is_wish(sentence, first))
        )


# English words of the vocabulary that are other words in German.
_GERMAN_TALK = frozenset(["war", "die", "fast", "art", "not", "rat", "arm"])
_ABOUT = words_in(
    "about on of with without no und and or oder uber mit ohne more mehr too so very less some something "
    "anything etwas was nichts wie a an kein keine film filme movie movies etwa not nicht is ist sein funny "
    "sad dark"
)


def _is_wish(sentence: Sentence, first: int) -> bool:
    before = sentence.words[first - 1].plain if first else ""
    after = sentence.words[first + 1].plain if first + 1 < len(sentence.words) else ""
    return (
        not before
        or before in _ABOUT
        or after in ("film", "films", "filme", "movie", "movies", "story", "stories", "geschichte")
    )
