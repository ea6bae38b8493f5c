"""Words and sentences of English and German text: splitting, folding, stemming."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import Stemmer

from index import stopwords
from index.film import Language

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
INITIALS = re.compile(r"(\w\.)*[^\W\d]")
ABBREVIATIONS = frozenset(stopwords.ABBREVIATIONS.split())
STOP: dict[Language, frozenset[str]] = {
    "en": frozenset(stopwords.ENGLISH.split()),
    "de": frozenset(stopwords.GERMAN.split()),
}
_STEMMERS = {"en": Stemmer.Stemmer("english"), "de": Stemmer.Stemmer("german")}


def fold(text: str) -> str:
    """Lower case without accents; `ß` is `ss`, typographic apostrophes are plain."""
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss").replace("’", "'"))
    return "".join(letter for letter in lowered if not unicodedata.combining(letter))


@lru_cache(maxsize=200_000)
def stem(word: str, language: Language) -> str:
    """The folded Snowball stem of one lower-case word."""
    plain = word.replace("’", "'").removesuffix("'s")
    if language == "de":
        plain = plain.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü") if plain.isascii() else plain
    return fold(_STEMMERS[language].stemWord(plain))


def words(text: str) -> list[str]:
    """The lower-case words of a text, in order."""
    return [match.group().lower() for match in WORD.finditer(unicodedata.normalize("NFC", text))]


def terms(text: str, language: Language) -> list[str]:
    """The stems of a text's words that carry meaning, in order; stop words are left out."""
    stop = STOP[language]
    return [stem(word, language) for word in words(text) if word not in stop]


def sentences(text: str) -> list[str]:
    """The sentences of a text, each letter for letter as it stands there."""
    found, start = [], 0
    for match in re.finditer(r"[.!?…]+[\"”“’»«)\]]*(?=\s+[\"“„‘»«(\[]?[^\sa-zäöü])", text):
        word = text[start : match.start()].rsplit(maxsplit=1)[-1:] or [""]
        last = word[0].lower().lstrip('("“„')
        ends_short = match.group() == "." and (last in ABBREVIATIONS or INITIALS.fullmatch(last))
        if ends_short or (match.group() == "." and last.isdigit() and len(last) < 3):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]
