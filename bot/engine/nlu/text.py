"""Words of a message with their places, and the folding under which spellings of one name become equal."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

# What is looked at of a message: more is no wish, and patterns take time that grows faster than the text.
MAX_CHARACTERS = 1500

_WORD = re.compile(r"[^\W_]+(?:['’`´ʼ][^\W_]+)*|[&+]")
_APOSTROPHES = re.compile(r"['’`´ʼ]")
_FOLDED = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_ROMAN = {
    "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10", "xi": "11",
    "xii": "12", "xiii": "13",
}  # fmt: skip
_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "twenty": "20",
    "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
    "eins": "1", "zwei": "2", "drei": "3", "vier": "4", "fünf": "5", "funf": "5", "fuenf": "5", "sechs": "6",
    "sieben": "7", "acht": "8", "neun": "9", "zehn": "10", "elf": "11", "zwölf": "12", "zwolf": "12",
}  # fmt: skip
_AND = {"&": "and", "und": "and", "+": "and", "n": "and"}


class Word(NamedTuple):
    """One word of a message: as typed, where it stands, folded (`plain`), and as it counts in a name (`norm`)."""

    text: str
    start: int
    end: int
    plain: str
    norm: str
    bare: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter or a digit."""
        return self.text[0].isupper() or self.text[0].isdigit()


def fold(text: str) -> str:
    """`text` in lower case without accents and apostrophes ("Amélie’s" is "amelies", "Größe" is "grosse")."""
    lowered = text.casefold()
    if lowered.isascii():
        return _APOSTROPHES.sub("", lowered)
    decomposed = unicodedata.normalize("NFKD", lowered.translate(_FOLDED))
    return _APOSTROPHES.sub("", "".join(letter for letter in decomposed if not unicodedata.combining(letter)))


def canonical(plain: str) -> str:
    """The form in which a folded word counts in a name: numerals as digits, "&" and "und" as "and"."""
    return _ROMAN.get(plain) or _NUMBERS.get(plain) or _AND.get(plain) or plain


def _bare(text: str, norm: str) -> str:
    """`norm` without an English possessive or a German genitive marked by an apostrophe."""
    if len(text) > 2 and text[-1] in "sS" and _APOSTROPHES.match(text[-2]):
        return canonical(fold(text[:-2]))
    return norm


def words(text: str) -> list[Word]:
    """The words of `text` in order; what lies beyond `MAX_CHARACTERS` is not read."""
    found = []
    for match in _WORD.finditer(text[:MAX_CHARACTERS]):
        raw = match.group()
        plain = fold(raw)
        if plain:
            norm = canonical(plain)
            found.append(Word(raw, match.start(), match.end(), plain, norm, _bare(raw, norm)))
    return found


def name_words(name: str) -> list[str]:
    """The canonical words of a name."""
    return [word.norm for word in words(name)]


def spelled_out(name: str) -> str:
    """`name` with umlauts written as two letters, as people do without a German keyboard."""
    pairs = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
    return "".join(pairs.get(letter, letter) for letter in unicodedata.normalize("NFC", name))


def before(text: str, place: int, width: int = 80) -> str:
    """The `width` characters that end at `place`."""
    return text[max(0, place - width) : place]


def after(text: str, place: int, width: int = 80) -> str:
    """The `width` characters that begin at `place`."""
    return text[place : place + width]
