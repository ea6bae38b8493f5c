"""Which films share rare words with a query: BM25 over each film's text in one language. The only importer of bm25s."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
K1, B = 4.0, 0.2  # words count several times (`documents.TIMES`), so that more of them saturate


class LexicalIndex:
    """BM25 (Lucene's variant) over films; a query is a bag of stems with weights.

    Formula: Kamphuis et al. 2020, "Which BM25 do you mean?": idf · tf / (tf + k1 · (1 - b + b · length / mean length)).
    """

    def __init__(self, index: bm25s.BM25, mean_length: float) -> None:
        self._data = np.asarray(index.scores["data"])
        self._indices = np.asarray(index.scores["indices"])
        self._starts = np.asarray(index.scores["indptr"])
        self._columns: dict[str, int] = index.vocab_dict
        self.films = int(index.scores["num_docs"])
        self.mean_length = mean_length

    def scores(self, query: Mapping[str, float]) -> Scores:
        """BM25 of every film, shape (films,)."""
        total = np.zeros(self.films, dtype=np.float32)
        for word, weight in query.items():
            column = self._columns.get(word)
            if column is not None:
                place = slice(self._starts[column], self._starts[column + 1])
                total[self._indices[place]] += np.float32(weight) * self._data[place]
        return total

    def idf(self, word: str) -> float:
        """How rare a stem is: ln(1 + (films - n + 0.5) / (n + 0.5)); 0 if no film has it."""
        column = self._columns.get(word)
        if column is None:
            return 0.0
        holding = int(self._starts[column + 1] - self._starts[column])
        return float(np.log(1 + (self.films - holding + 0.5) / (holding + 0.5)))

    def score_words(self, query: Mapping[str, float], words: Counter[str]) -> float:
        """BM25 of one film made of these stems: the same figure as `scores` gives for a film of the index."""
        length = sum(words.values())
        norm = K1 * (1 - B + B * length / max(self.mean_length, 1e-9))
        return sum(
            weight * self.idf(word) * words[word] / (words[word] + norm)
            for word, weight in query.items()
            if words[word]
        )


def build_lexical(texts: Sequence[Sequence[str]], folder: Path) -> None:
    """Index one bag of stems per film and write it into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    index = bm25s.BM25(method="lucene", k1=K1, b=B)
    # bm25s cannot index nothing at all: one word that no query has stands in for an empty language.
    corpus = [list(text) for text in texts] or [[]]
    if not any(corpus):
        corpus[0] = ["\x00"]
    index.index(corpus, show_progress=False)
    index.save(str(folder), corpus=None)
    mean = float(np.mean([len(text) for text in corpus]))
    (folder / "length.json").write_text(json.dumps({"mean": mean}))


def open_lexical(folder: Path) -> LexicalIndex:
    """Open what `build_lexical` wrote, memory-mapped."""
    mean = json.loads((folder / "length.json").read_text())["mean"]
    return LexicalIndex(bm25s.BM25.load(str(folder), mmap=True), float(mean))
