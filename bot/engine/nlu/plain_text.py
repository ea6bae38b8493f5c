"""Keeps what people type from being read as Rasa's `/intent{"entity": …}` notation."""

from __future__ import annotations

import re

# Not taken for a space by `str.strip`, so that the slash behind it no longer begins the text; shown as nothing.
_GUARD = "\u2060"
_SLASH = re.compile(r"^[\s\x1c-\x1f]*/")


def plain_text(text: str) -> str:
    """`text`, made safe if Rasa would read it as an intent: a slash first, whatever spaces stand before it."""
    return _GUARD + text.lstrip() if text.strip().startswith("/") or _SLASH.match(text) else text
