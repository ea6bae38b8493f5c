"""The ways in which people write one film's name, from the whole title down to a telling part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

from bot.engine.nlu.text import name_words, spelled_out
from bot.engine.nlu.wordlists import words_in

ARTICLES = words_in("the a an der die das den dem des ein eine einen einem einer le la les il lo el los las un une")
PART_WORDS = frozenset(["part", "teil", "vol", "volume", "chapter", "kapitel", "episode", "folge"])
_CUT = re.compile(r"\s*(?::|\s[-–—]\s|\s?[–—]\s?|,?\s+o(?:r|der)\b:?)\s*")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
_DIGIT_INSIDE = re.compile(r"(?<=[A-Za-z])[01357](?=[a-z])")
_LETTERS = {"0": "o", "1": "i", "3": "e", "5": "s", "7": "v"}
_JOINTS = words_in("of and in from with for und von im aus mit to the der")


_LONG_NAME = 5
_SMALL = (
    _JOINTS
    | ARTICLES
    | words_in(
        "i you he she it we they is are was be my your his her not no who what how when where to on at by "
        "als nicht ich du er sie es wir ist wie wer was so zum zur"
    )
)


class Form(IntEnum):
    """How much of a title a name keeps, best first."""

    EXACT = 0
    REDUCED = 1
    HEAD = 2
    TAIL = 3
    PARTIAL = 4
    WORD = 5


def _without_article(parts: list[str]) -> list[str]:
    return parts[1:] if len(parts) > 1 and parts[0] in ARTICLES else parts


def _without_part_words(parts: list[str]) -> list[str]:
    kept = []
    for place, word in enumerate(parts):
        following = parts[place + 1] if place + 1 < len(parts) else ""
        if not (place and word in PART_WORDS and following.isdigit()):
            kept.append(word)
    return kept


def _reductions(parts: list[str]) -> Iterator[list[str]]:
    short = _without_part_words(parts)
    yield parts
    yield _without_article(parts)
    yield short
    yield _without_article(short)


def _partials(parts: list[str]) -> Iterator[list[str]]:
    """Beginnings that end before a joining word ("eternal sunshine"), where at least two telling words remain."""
    core = _without_article(parts)
    if len(core) >= _LONG_NAME and not any(word in _SMALL for word in core[:2]):
        yield core[:2]
        if core[2] not in _SMALL:
            yield core[:3]
    for place in range(2, len(core)):
        if core[place] in _JOINTS and core[place - 1] not in _JOINTS and core[place - 1] not in ARTICLES:
            yield core[:place]
            return


def forms(name: str) -> Iterator[tuple[str, Form]]:
    """Every written form of `name` as its words run together, with how much of the name it keeps."""
    seen: set[str] = set()
    for spelling in dict.fromkeys((name, spelled_out(name), _letters_for_digits(name))):
        for parts, form in _forms_of(spelling):
            key = "".join(parts)
            # A title cut down to a letter ("A.I." without its "article") names nothing.
            if key and key not in seen and (form is Form.EXACT or (not key.isdigit() and len(key) > 1)):
                seen.add(key)
                yield key, form


def _letters_for_digits(name: str) -> str:
    """`name` with digits inside words read as letters ("Se7en" is "Seven")."""
    return _DIGIT_INSIDE.sub(lambda match: _LETTERS.get(match.group(), match.group()), name)


def _forms_of(name: str) -> Iterator[tuple[list[str], Form]]:
    whole = name_words(name)
    yield whole, Form.EXACT
    for parts in _reductions(whole):
        yield parts, Form.REDUCED
    plain = _BRACKETS.sub(" ", name).strip()
    if plain != name:
        for parts in _reductions(name_words(plain)):
            yield parts, Form.REDUCED
    yield from _pieces(plain)
    for parts in _partials(whole):
        yield parts, Form.PARTIAL


def _pieces(name: str) -> Iterator[tuple[list[str], Form]]:
    pieces = [piece for piece in _CUT.split(name) if piece]
    if len(pieces) < 2:
        return
    head = name_words(pieces[0])
    for parts in _reductions(head):
        yield parts, Form.HEAD
    number = [word for word in name_words(pieces[1]) if word.isdigit()]
    if number and len(name_words(pieces[1])) <= 2:
        yield _without_article(head) + number, Form.REDUCED
    tail = name_words(" ".join(pieces[1:]))
    if len(_without_article(tail)) > 1 and not all(word.isdigit() or word in PART_WORDS for word in tail):
        for parts in _reductions(tail):
            yield parts, Form.TAIL
    if len(pieces) > 2:
        yield name_words(pieces[-1]), Form.TAIL
