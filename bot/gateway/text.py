"""What people type, cleaned before anything else sees it."""

from __future__ import annotations

import unicodedata

# Kept although their category is Cf: emoji and some scripts are joined with them.
_JOINERS = frozenset("\u200c\u200d")


def clean_text(text: str) -> str:
    """Return `text` in NFC, on one line, without control, bidi, surrogate or unassigned characters."""
    kept = "".join(_keep(character) for character in unicodedata.normalize("NFC", text))
    return " ".join(unicodedata.normalize("NFC", kept).split())


def plain_for_engine(text: str) -> str:
    """Return `text` so that the engine cannot take it for a command: no slash first, whatever stands before it."""
    start = 0
    while start < len(text) and (text[start] == "/" or _is_blank(text[start])):
        start += 1
    return text[start:]


def _keep(character: str) -> str:
    if character in _JOINERS:
        return character
    if character in "\t\n\v\f\r\x85\u2028\u2029":
        return " "
    return "" if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Cn"} else character


def _is_blank(character: str) -> bool:
    return character.isspace() or unicodedata.category(character)[0] in "ZC"
