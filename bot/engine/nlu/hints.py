"""What a message says about which film of a name is meant: its year, its director, the old one or the new one."""

from __future__ import annotations

import re
from typing import Literal

from bot.engine.nlu import text as texts
from bot.engine.nlu.sentence import Sentence, Span
from bot.engine.nlu.text import fold
from bot.engine.nlu.titles import FilmName

_YEAR_AFTER = re.compile(
    r"^[\s\"”“'’»«*_]*(?:,?\s*(?:from|of|von|aus dem jahr|aus|vom jahr)\s+(?:the year\s+)?|"
    r"[(\[,]?\s*)((?:18|19|20)\d\d)\b",
    re.I,
)
_YEAR_BEFORE = re.compile(
    r"\b((?:18|19|20)\d\d)(?:er)?(?:['’]?s)?\s+(?:the\s+|version\s+of\s+|film\s+|movie\s+|version\s+von\s+)*[\"“„'*]?$",
    re.I,
)
_OLD = re.compile(
    r"\b(?:the |das |der |die )?(?:original|old(?:er)?|alte[nr]?|erste verfilmung|animated|cartoon|anime|"
    r"zeichentrick)\b",
    re.I,
)
_NEW = re.compile(
    r"\b(?:the |das |der |die )?(?:remake|new(?:er|est)?|neue[nrs]?|neuverfilmung|reboot|live[ -]action)\b", re.I
)
_NOT = re.compile(r"(?:not|nicht|kein|no)\s+(?:the |das |der |die |den )?$", re.I)

Edition = Literal["old", "new"]


def year_hint(sentence: Sentence, span: Span) -> int | None:
    """The year written right beside the name ("Heat (1995)", "the 1995 Heat", "Heat von 1995")."""
    after = _YEAR_AFTER.match(texts.after(sentence.text, sentence.words[span.last - 1].end))
    if after:
        return int(after.group(1))
    before = _YEAR_BEFORE.search(texts.before(sentence.text, sentence.words[span.first].start))
    return int(before.group(1)) if before else None


def director_hint(sentence: Sentence, span: Span, film: FilmName) -> bool:
    """Whether one of the film's directors is named outside the span."""
    if not film.directors:
        return False
    outside = {word.bare for place, word in enumerate(sentence.words) if not span.first <= place < span.last}
    return any((parts := fold(name).split()) and parts[-1] in outside for name in film.directors)


def edition_hint(sentence: Sentence, span: Span) -> Edition | None:
    """Whether the words beside the name ask for the old film of that name or the new one."""
    before = texts.before(sentence.text, sentence.words[span.first].start, 28)
    after = texts.after(sentence.text, sentence.words[span.last - 1].end, 50)
    for near in (re.split(r"[.;!?]", before)[-1], re.split(r"[.;!?]", after)[0]):
        found = [
            (match.start(), kind)
            for kind, pattern in (("old", _OLD), ("new", _NEW))
            for match in pattern.finditer(near)
        ]
        for start, kind in sorted(found):
            if not _NOT.search(near[:start]):
                return "old" if kind == "old" else "new"
    return None
