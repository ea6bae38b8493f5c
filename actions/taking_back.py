"""Which conditions a message takes back: by button, or in words ("forget the years", "die Länge ist egal")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from actions.cue_words import cues_in
from actions.turn import Turn
from actions.wishing import Removal, find_removal, removals
from index.wish import Wish


def asked_removals(turn: Turn) -> tuple[Removal, ...]:
    """Every condition of the wish that the message takes back."""
    if turn.choice and turn.choice.act == "relax":
        removal = find_removal(turn.wish, turn.choice.argument)
        return (removal,) if removal else ()
    cues = cues_in(turn.language)
    if not asks_back(turn):
        return ()
    return tuple(dict.fromkeys((*_named(turn, cues), *_mentioned(turn))))


def asks_back(turn: Turn) -> bool:
    """Whether the message speaks of dropping something and names nothing new."""
    new = turn.mentions.directions or turn.mentions.films or turn.mentions.years or turn.mentions.runtime
    return not new and bool(cues_in(turn.language)["take_back"].search(turn.text))


def _named(turn: Turn, cues: dict[str, re.Pattern[str]]) -> Iterator[Removal]:
    """Conditions named as such: the years, the length, the genre."""
    for removal in removals(turn.wish):
        name = removal[1] if removal[0] in ("terms", "without_terms") else removal[0]
        if name and name in cues and cues[name].search(turn.text):
            yield removal


def _mentioned(turn: Turn) -> Iterator[Removal]:
    """Terms and people of the wish that the message names ("forget the horror")."""
    named = {(term.kind, term.key) for term in turn.mentions.terms}
    named |= {("person", person.name) for person in turn.mentions.people}
    wish: Wish = turn.wish
    for term in wish.terms:
        if (term.kind, term.key) in named:
            yield ("terms", term.kind, term.key)
