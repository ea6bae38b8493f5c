"""Turns the words of a German request into English ones, for an English model and for English texts."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from index.text import STOP, WORD, stem

LEXICON = Path(__file__).parent / "words" / "german.txt"
PART_AT_LEAST = 4
VERB_AT_LEAST = 3
ENDINGS = ("t", "te", "ten", "et", "ete", "eten")
LINKS = ("", "s", "n", "en", "es")


@lru_cache(maxsize=1)
def lexicon() -> dict[str, tuple[str, ...]]:
    """English words by German stem."""
    found: dict[str, tuple[str, ...]] = {}
    for line in LEXICON.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        for entry in line.split(";"):
            german, _, english = entry.partition(":")
            words = tuple(word.strip() for word in english.split(",") if word.strip())
            key = stem(german.strip().lower(), "de")
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *words)))
    return found


@lru_cache(maxsize=20_000)
def translate_word(word: str) -> tuple[str, ...]:
    """The English words for one lower-case German word, its parts if it is a compound, nothing if it is unknown."""
    known = lexicon()
    for form in _forms(word):
        if found := known.get(stem(form, "de")):
            return found
    for cut in range(len(word) - PART_AT_LEAST, PART_AT_LEAST - 1, -1):
        head, tail = word[:cut], known.get(stem(word[cut:], "de"))
        if tail:
            for link in LINKS:
                if head.endswith(link) and (first := known.get(stem(head.removesuffix(link) if link else head, "de"))):
                    return (first[0], tail[0])
    return ()


def _forms(word: str) -> list[str]:
    """The word itself, and what is left of it if it is a verb: `sucht` is `such`, `getötet` is `töt`."""
    bare = [word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending)]
    participles = [form.removeprefix("ge") for form in bare if form.startswith("ge")]
    return [word, *(form for form in (*bare, *participles) if len(form) >= VERB_AT_LEAST)]


def translate(text: str) -> str:
    """The text with every known word in English; unknown ones, names above all, stay as they are."""
    words = []
    for match in WORD.finditer(text):
        word = match.group()
        lowered = word.lower()
        if lowered in STOP["de"]:
            continue
        english = translate_word(lowered)
        words.append(english[0] if english else word)
    return " ".join(words)
