"""What people recommend in dialogues: films they name often, and together with those named. Off without a ranker."""

from __future__ import annotations

from index.documents import Item
from index.request import Request
from index.signals import Scores


class DialogueSignal:
    """One of a learned ranker's two tables: `dialogue_prior` or `dialogue_pairs`."""

    def __init__(self, name: str) -> None:
        self.name = name

    def scores(self, request: Request) -> Scores | None:
        """The table's values for this request, or None without a ranker."""
        ranker = request.version.ranker
        if ranker is None:
            return None
        if self.name == "dialogue_prior":
            return ranker.prior
        named = (*request.seeds, *request.liked)
        return ranker.pairs(named) if named else None

    def losses(self, request: Request, row: int) -> dict[Item, float]:
        """What others recommend is no evidence about the film itself."""
        del request, row
        return {}
