"""What of a message is worth searching by meaning: the person's own words without names, ranges and filler."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from index.film import Language

_FILLER = Path(__file__).parent / "filler"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# A thousand characters reach us at most; the encoder reads the first two hundred words or so anyway.
_LONGEST = 600
Span = tuple[int, int]
_RULED_OUT = re.compile(
    r"(?:^|[,.;]|\b(?:but|aber|und|and))\s*(?:please |bitte )?"
    r"(?:not|no|without|nothing|none|except|anything but|everything but|nicht|nichts|kein\w*|ohne|"
    r"bloß nicht|alles außer|außer)"
    r"\b(?:(?! but | aber | and | und | sondern )[^,.;!?])*",
    re.IGNORECASE,
)


def free_text(text: str, language: Language, *, understood: tuple[Span, ...], named: tuple[Span, ...]) -> str:
    """The descriptive part of `text`, or nothing when all of it is filler or understood otherwise.

    `understood` are the places that became entities of any kind, `named` those of them whose words would mislead a
    search by meaning (titles, people, years, lengths, negations). Filler at both ends is cut; inside it stays, since
    a sentence is encoded better whole.
    """
    named = (*named, *_ruled_out(text))
    understood = (*understood, *named)
    words = list(_WORD.finditer(text))
    telling = [word for word in words if not is_filler(word.group(), language)]
    if not any(not _inside(word, understood) for word in telling):
        return ""
    kept = [word for word in telling if not _inside(word, named)]
    return _without(text, kept[0].start(), kept[-1].end(), named)[:_LONGEST]


def is_filler(word: str, language: Language) -> bool:
    """Whether a word says nothing about a film."""
    plain = word.casefold().replace("’", "'")
    return plain in _filler(language) or len(plain) == 1 or plain.isdigit()


def _ruled_out(text: str) -> tuple[Span, ...]:
    """What a clause of its own rules out (", aber nicht Ghibli"): its words must not be sought."""
    return tuple(match.span() for match in _RULED_OUT.finditer(text))


@cache
def _filler(language: Language) -> frozenset[str]:
    lines = (_FILLER / f"{language}.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _inside(word: re.Match[str], spans: tuple[Span, ...]) -> bool:
    return any(start <= word.start() and word.end() <= end for start, end in spans)


def _without(text: str, start: int, end: int, named: tuple[Span, ...]) -> str:
    """The part of `text` from `start` to `end` with the `named` places taken out."""
    pieces, at = [], start
    for low, high in sorted(named):
        if high > at and low < end:
            pieces.append(text[at : max(at, low)])
            at = max(at, high)
    pieces.append(text[at:end] if at < end else "")
    return " ".join(" ".join(pieces).split()).strip(" ,;:.!?-–\"“”„'")
