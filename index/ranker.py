"""What dialogues taught: which films people recommend at all, and which together. Per-film values, off when absent."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from index.errors import VersionFault

Scores = NDArray[np.float32]
SMOOTHING = 2.0


class DialogueRanker:
    """Counts of films and of pairs of films in recommendation dialogues, by row of the catalogue."""

    def __init__(self, counts: Scores, pairs: sparse.csr_array, weights: Mapping[str, float]) -> None:
        self.prior = np.asarray(np.log1p(counts) / max(1e-9, float(np.log1p(counts.max(initial=0)))), dtype=np.float32)
        self._counts = counts
        self._pairs = pairs
        self.weights = weights

    def pairs(self, rows: Sequence[int]) -> Scores:
        """How much more often than each alone films were named together with these, joined, about 0–1."""
        total = np.zeros(len(self.prior), dtype=np.float32)
        for row in rows:
            start, end = self._pairs.indptr[row], self._pairs.indptr[row + 1]
            others, together = self._pairs.indices[start:end], self._pairs.data[start:end]
            norm = np.sqrt((self._counts[others] + SMOOTHING) * (self._counts[row] + SMOOTHING))
            total[others] += (together / norm).astype(np.float32)
        return np.asarray(total / max(1, len(rows)), dtype=np.float32)


def count_dialogues(
    dialogues: Iterable[Sequence[int]], films: int, weights: Mapping[str, float] | None = None
) -> DialogueRanker:
    """Count films and pairs in dialogues, each given as the rows of the films named in it."""
    counts = np.zeros(films, dtype=np.float32)
    together: Counter[tuple[int, int]] = Counter()
    for rows in dialogues:
        named = sorted(set(rows))
        counts[named] += 1
        together.update((one, other) for one in named for other in named if one != other)
    ends = np.array(list(together), dtype=np.int32).reshape(-1, 2)
    values = np.array(list(together.values()), dtype=np.float32)
    pairs = sparse.csr_array((values, (ends[:, 0], ends[:, 1])), shape=(films, films))
    return DialogueRanker(counts, pairs, weights or {})


def write_ranker(
    folder: Path, dialogues: Sequence[Sequence[str]], weights: Mapping[str, float], provenance: str
) -> str:
    """Write the dialogues' films by id, the weights, and a name made of their hash; returns the name."""
    folder.mkdir(parents=True, exist_ok=True)
    content = json.dumps({"dialogues": dialogues, "weights": weights, "provenance": provenance}, ensure_ascii=False)
    name = hashlib.sha256(content.encode()).hexdigest()[:12]
    (folder / "ranker.json").write_text(content, encoding="utf-8")
    (folder / "name").write_text(name)
    return name


def open_ranker(folder: Path, rows: Mapping[str, int]) -> DialogueRanker | None:
    """Read a learned ranker for a catalogue; None where there is none."""
    path = folder / "ranker.json"
    if not path.is_file():
        return None
    text = path.read_text(encoding="utf-8")
    if hashlib.sha256(text.encode()).hexdigest()[:12] != (folder / "name").read_text():
        raise VersionFault(f"{path} is damaged (its hash differs from its name); remove {folder} or learn it again")
    content = json.loads(text)
    named = [[rows[film] for film in dialogue if film in rows] for dialogue in content["dialogues"]]
    return count_dialogues(named, len(rows), content["weights"])
