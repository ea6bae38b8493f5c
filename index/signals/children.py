"""For a child: an age rating says what is allowed, not what is made for children, so family films come first."""

from __future__ import annotations

import numpy as np

from index.documents import Item
from index.request import Request
from index.signals import Scores

CHILD_AGE_AT_MOST = 11
MADE_FOR_CHILDREN = {"family": 0.7, "animation": 0.3}


class ChildrenSignal:
    """Family and animated films, when the wish names the age of a child."""

    name = "for_children"

    def scores(self, request: Request) -> Scores | None:
        """The share of what marks a film as made for children, None when no child is spoken of."""
        if not _for_child(request):
            return None
        scores = np.zeros(len(request.version.films), dtype=np.float32)
        for genre, share in MADE_FOR_CHILDREN.items():
            scores[request.version.facts["genres"].films_with(genre)] += share
        return scores

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """Each of those genres is worth its share."""
        if not _for_child(request):
            return {}
        genres = request.version.films.at(row).genres
        return {Item("genres", genre): share for genre, share in MADE_FOR_CHILDREN.items() if genre in genres}


def _for_child(request: Request) -> bool:
    return request.wish.max_age is not None and request.wish.max_age <= CHILD_AGE_AT_MOST
