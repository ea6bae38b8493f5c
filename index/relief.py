"""When too little fits: the one condition whose removal frees most films."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.filters import FIELDS, Filter, Mask
from index.reason import Relief
from index.request import Request
from index.sentences import named, say


def find_relief(request: Request, filters: Sequence[Filter], allowed: Mask) -> Relief | None:
    """The condition without which most films fit, and how many; None where no single one helps."""
    best: tuple[int, Filter] | None = None
    everything = np.logical_and.reduce([each.holds for each in filters]) if filters else True
    fitting = int((allowed & everything).sum())
    for dropped in filters:
        mask = allowed.copy()
        for each in filters:
            if each is not dropped:
                mask &= each.holds
        freed = int(mask.sum())
        if freed > fitting and (best is None or freed > best[0]):
            best = freed, dropped
    if best is None:
        return None
    return Relief(condition=best[1].condition, key=best[1].key, label=_label(request, best[1]), films=best[0])


def _label(request: Request, each: Filter) -> str:
    language = request.wish.language
    if each.condition == "critique":
        return say(language, "relief-critique", direction=say(language, f"direction-{each.key}"))
    if each.condition not in ("terms", "without_terms"):
        return say(language, f"relief-{each.condition}")
    terms = (*request.wish.terms, *request.wish.without_terms)
    kind = next((term.kind for term in terms if term.key == each.key), "person")
    name = named(request.version, FIELDS.get(kind, kind), each.key or "", language)
    return say(language, f"relief-{each.condition}", name=name)
