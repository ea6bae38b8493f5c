"""Text in tables that spreadsheets open: what they would run as a formula is shown instead."""

from __future__ import annotations

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet may run: https://owasp.org/www-community/attacks/CSV_Injection."""


def harmless(text: str) -> str:
    """The text with an apostrophe before what could be run."""
    return f"'{text}" if text.startswith(FORMULA) else text


def unescaped(text: str) -> str:
    """What `harmless` was given."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text
