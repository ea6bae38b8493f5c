"""A version as it would be if one passage or fact of one film were unknown; everything else stays as it is."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from index.documents import Item, passage_item
from index.encoder import Vectors
from index.facts import FIELDS, FactField, Facts
from index.film import Language
from index.films import UNKNOWN
from index.lexical import LexicalIndex, Scores
from index.profiles import GERMAN, GROUPS, Profile
from index.vectors import VectorIndex
from index.version import Version

NO_YEAR = -100_000


def items_of(version: Version, row: int) -> list[Item]:
    """Every passage and fact of a film that may be taken away (the line of tags counts through its tags)."""
    vocabulary = "vocabulary"
    passages = [
        passage_item(place) for place, passage in enumerate(version.film_passages(row)) if passage.source != vocabulary
    ]
    facts = [Item(field, value) for field in FIELDS for value in version.facts[field].of(row)]
    numbers = [Item("year", str(int(version.films.years[row])))]
    if version.films.runtimes[row] != UNKNOWN:
        numbers.append(Item("runtime", str(int(version.films.runtimes[row]))))
    return passages + facts + numbers


def without(version: Version, row: int, item: Item) -> Version:
    """The version in which the film of that row lacks one piece."""
    patched = copy.copy(version)
    if item.is_passage:
        at = version.passages.of_film(row).start + int(item.key)
        patched.vectors = _WithoutPassage(version.vectors, at)
        patched.profiles = _profiles(version, row, at)
    elif item.field in ("year", "runtime"):
        patched.films = copy.copy(version.films)
        patched.films.years, patched.films.runtimes = version.films.years.copy(), version.films.runtimes.copy()
        if item.field == "year":
            patched.films.years[row] = NO_YEAR
        else:
            patched.films.runtimes[row] = UNKNOWN
    else:
        patched.facts = _facts(version, row, item)
    patched.lexical = {name: _WithoutWords(index, version, row, item, name) for name, index in version.lexical.items()}
    return patched


class _WithoutPassage(VectorIndex):
    def __init__(self, index: VectorIndex, at: int) -> None:
        self._index, self.vectors, self._at = index._index, index.vectors, at

    def search(
        self, query: Vectors, *, count: int, allowed: NDArray[np.bool_] | None = None
    ) -> tuple[Vectors, NDArray[np.int64]]:
        scores, rows = super().search(query, count=count + 1, allowed=allowed)
        kept = rows != self._at
        return scores[kept][:count], rows[kept][:count]


class _WithoutWords(LexicalIndex):
    def __init__(self, index: LexicalIndex, version: Version, row: int, item: Item, language: Language) -> None:
        self.__dict__.update(index.__dict__)
        self._row = row
        bag = version.bag(row, language)
        self._touched = any(each == item for each, _ in bag)
        self._words = Counter(word for each, words in bag if each != item for word in words)

    def scores(self, query: Mapping[str, float]) -> Scores:
        total = super().scores(query)
        if self._touched:
            total[self._row] = self.score_words(query, self._words)
        return total


def _profiles(version: Version, row: int, at: int) -> dict[str, Profile]:
    found = dict(version.profiles)
    table = version.passages
    for group, source in GROUPS.items():
        rows = [each for each in table.of_film(row) if table.sources[each] == source]
        counted = [each for each in rows if table.languages[each] != GERMAN] or rows
        if at in counted:
            profile = copy.copy(found[group])
            profile.vectors = np.array(profile.vectors)
            rest = version.vectors.rows(np.asarray([each for each in counted if each != at], dtype=np.int64)).sum(
                axis=0
            )
            profile.vectors[profile.place[row]] = rest / max(float(np.linalg.norm(rest)), 1e-9)
            found[group] = profile
    return found


def _facts(version: Version, row: int, item: Item) -> Facts:
    fields = {field: version.facts[field] for field in FIELDS}
    old = fields[item.field]
    start, end = old.rows.indptr[row], old.rows.indptr[row + 1]
    place = start + int(np.flatnonzero(old.rows.indices[start:end] == old.columns[item.key])[0])
    indices = np.delete(old.rows.indices, place)
    starts = old.rows.indptr.copy()
    starts[row + 1 :] -= 1
    rows = sparse.csr_array((np.ones(len(indices), np.float32), indices, starts), shape=old.rows.shape)
    patched = FactField(old.values, rows)
    patched.__dict__["idf"] = old.idf
    fields[item.field] = patched
    return Facts(fields, version.facts.films)
