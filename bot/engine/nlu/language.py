"""The language of a message, from cue words and letters; film titles are taken out before."""

from __future__ import annotations

import re
from typing import Literal

from bot.engine.nlu.text import fold
from bot.engine.nlu.wordlists import listed

Language = Literal["en", "de"]

_GERMAN = listed("cues_german.txt")
_ENGLISH = listed("cues_english.txt")
_EITHER = listed("cues_either.txt")
_LOANS = listed("cues_loans.txt")
_GERMAN_LETTERS = re.compile(r"[äöüß]", re.IGNORECASE)
_GERMAN_SHAPE = re.compile(
    r"(?:ung|ungen|lich\w{0,2}|isch\w{0,2}|keit|heit|schaft|tion|film|filme|stes|igen|iges|iger|chen)$|sch|tz|ieh|zw|pf"
)
_ENGLISH_SHAPE = re.compile(r"(?:ing|tion|ness|ful|less|ous|ight|ould|ly|n't|'s|'re|'ve|'ll)$|^wh|^th|ough")

_SHORTENED = re.compile(r"(?:i|you|we|they|he|she|it|that|what|who|there)'(?:m|d|ll|ve|re|s)$")
_NAMES = {"deutsch": "de", "german": "de", "englisch": "en", "english": "en"}
_POLITE = (
    "(?:bitte|please|pls|danke|thanks|thank you|ok|okay|hey|hi|hallo|hello|lieber|jetzt|now|wieder|again|"
    "mal|doch|sorry|entschuldigung|and|und|only|nur|from now on|ab jetzt|instead|weiter|rather|actually|"
    "usher)"
)
_SWITCH_WHOLE = re.compile(
    rf"^\W*(?:{_POLITE}\W+)*(?:auf|in|im|to|zu|nach)?\s*(?P<name>deutsch|german|englisch|english)(?:\W+{_POLITE})*\W*$",
    re.IGNORECASE,
)
_SWITCH_VERB = re.compile(
    r"\b(?:speak|talk|switch|change|answer|reply|respond|write|continue|go on|chat|use|sprich|sprechen|"
    r"sprichst|spreche|rede|reden|antworte\w*|schreib\w*|wechs\w+|stell\w*|umstellen|"
    r"kannst du|can you do|can we do|could we do|understand|verstehst|unterhalten|mach\w* weiter|weiter|"
    r"language|sprache)\b"
    r"(?:\s+(?:to me|with me|mit mir|bitte|please|the language|die sprache|um|über|zu|back|wieder|mal|"
    "lieber|auch|doch|wir|du|uns|only|nur|we|jetzt|now|from now on|ab jetzt|is|ist|sind|weiter|to|me|"
    r"chatting|you)\b)*"
    r"\s*(?:to|in|auf|zu|into|:)?\s*(?P<name>deutsch|german|englisch|english)\b(?!\s*(?:films?|movies?|"
    "filme|cinema|kino|comed|actor|director))",
    re.IGNORECASE,
)
_SWITCH_VERB_LAST = re.compile(
    r"\b(?:auf|in)?\s*(?P<name>deutsch|englisch)\s+(?:\w+\s+){0,2}(?:sprechen|reden|antworten|schreiben|"
    r"weiter\w*|unterhalten|weitermachen|umschalten|wechseln)\b",
    re.IGNORECASE,
)


def switch_in(text: str) -> tuple[Language, int, int] | None:
    """The language a message asks to go on in, and where it is named."""
    for pattern in (_SWITCH_WHOLE, _SWITCH_VERB, _SWITCH_VERB_LAST):
        if found := pattern.search(text[:400]):
            name = found.group("name").lower()
            return ("de" if _NAMES[name] == "de" else "en"), found.start("name"), found.end("name")
    return None


def weigh(text: str) -> tuple[float, float, int]:
    """How much speaks for German, how much for English, and how many words were weighed."""
    german = english = 0.0
    tokens = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", text[:2000])
    for token in tokens:
        plain, typed = fold(token), token.lower().replace("’", "'")
        if plain in _EITHER:
            german += 0.3 * (plain in _GERMAN or plain in ("die", "am", "bin", "hat"))
            english += 0.3 * (plain in _ENGLISH)
            continue
        in_german = plain in _GERMAN and not _SHORTENED.match(typed)  # "I'm" is no "im"
        in_english = typed in _ENGLISH or plain in _ENGLISH
        german += 1.0 if in_german else 0.0
        english += (0.45 if plain in _LOANS else 1.0) if in_english and not in_german else 0.0
        if _GERMAN_LETTERS.search(token):
            german += 0.6
        if not in_german and not in_english:
            german += 0.4 * bool(_GERMAN_SHAPE.search(typed))
            english += 0.35 * bool(_ENGLISH_SHAPE.search(typed))
    return german, english, len(tokens)


def detect(text: str) -> Language | None:
    """The language of `text` where it is clear, else `None`: then the conversation keeps its own."""
    german, english, count = weigh(text)
    most, least = max(german, english), min(german, english)
    if most < 0.9 or most - least < 0.75 or most < 1.6 * least or (count > 3 and most < 1.0):
        return None
    return "de" if german > english else "en"


def guess(text: str, hint: str | None) -> Language:
    """A language to read `text` in: the clear one, else the hint, else the likelier."""
    found = detect(text)
    if found:
        return found
    if hint in ("en", "de"):
        return "de" if hint == "de" else "en"
    german, english, _ = weigh(text)
    return "de" if german > english else "en"
