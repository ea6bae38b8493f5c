"""Films as vectors: a catalogue in, ranked films with reasons out. Importing this loads nothing heavy."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from index.errors import CatalogueFault, IndexFault, ModelFault, VersionFault
from index.film import Film, Language, slug
from index.reason import Answer, Evidence, Reason, Recommendation, Relief
from index.wish import Direction, Span, Term, Wish

if TYPE_CHECKING:
    from index.building import BuildReport, build
    from index.compare import Comparison
    from index.search import Recommender
    from index.settings import IndexSettings
    from index.titles import film_key
    from index.vocabulary import Vocabulary

_HEAVY = {
    "BuildReport": "building",
    "Comparison": "compare",
    "IndexSettings": "settings",
    "Recommender": "search",
    "Vocabulary": "vocabulary",
    "build": "building",
    "film_key": "titles",
}
__all__ = [
    "Answer",
    "BuildReport",
    "CatalogueFault",
    "Comparison",
    "Direction",
    "Evidence",
    "Film",
    "IndexFault",
    "IndexSettings",
    "Language",
    "ModelFault",
    "Reason",
    "Recommendation",
    "Recommender",
    "Relief",
    "Span",
    "Term",
    "VersionFault",
    "Vocabulary",
    "Wish",
    "build",
    "film_key",
    "slug",
]


def __getattr__(name: str) -> Any:
    if name in _HEAVY:
        return getattr(import_module(f"index.{_HEAVY[name]}"), name)
    raise AttributeError(name)
