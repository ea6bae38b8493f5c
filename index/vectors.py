"""The passages' vectors and the nearest of them to a query. The only importer of FAISS.

The index type follows the size: exact inner product up to 60,000 passages, 16-bit codes up to 400,000, inverted lists
beyond. A search among few allowed passages is always exact.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from index.encoder import Vectors
from index.errors import VersionFault

FLAT_AT_MOST = 60_000
HALF_AT_MOST = 400_000
LISTS_PROBED_SHARE = 0.06
EXACT_BELOW = 4_000


class VectorIndex:
    """Searches unit vectors by inner product; rows are passages, in the order in which they were given."""

    def __init__(self, index: Any, vectors: NDArray[np.float16], *, threads: int = 1) -> None:
        self._index = index
        self.vectors = vectors
        faiss.omp_set_num_threads(threads)

    def __len__(self) -> int:
        return int(self.vectors.shape[0])

    def rows(self, rows: NDArray[np.int64] | slice) -> Vectors:
        """The vectors of some passages, as 32-bit floats, one row a passage."""
        return np.asarray(self.vectors[rows], dtype=np.float32)

    def search(
        self, query: Vectors, *, count: int, allowed: NDArray[np.bool_] | None = None
    ) -> tuple[Vectors, NDArray[np.int64]]:
        """The `count` nearest passages to one query (dimensions,): scores and rows, best first."""
        if len(self) == 0:
            return np.zeros(0, np.float32), np.zeros(0, np.int64)
        if allowed is not None and (few := np.flatnonzero(allowed)).size < EXACT_BELOW:
            scores = self.rows(few) @ query
            best = np.argsort(-scores, kind="stable")[:count]
            return scores[best], few[best]
        scores, rows = self._index.search(query[None, :], min(count, len(self)), params=self._parameters(allowed))
        found = rows[0] >= 0
        return scores[0][found], rows[0][found]

    def _parameters(self, allowed: NDArray[np.bool_] | None) -> Any:
        inverted = isinstance(self._index, faiss.IndexIVF)
        parameters: Any = faiss.SearchParametersIVF() if inverted else faiss.SearchParameters()
        if inverted:
            parameters.nprobe = self._index.nlist if allowed is not None else self._index.nprobe
        if allowed is not None:
            # FAISS keeps no reference to the bits: they must outlive the search.
            self._bits = np.packbits(allowed, bitorder="little")
            parameters.sel = faiss.IDSelectorBitmap(len(allowed), faiss.swig_ptr(self._bits))
        return parameters


def build_vectors(vectors: NDArray[np.float16], path: Path) -> str:
    """Build and write the FAISS index of some vectors; returns what kind it is."""
    count, dimensions = vectors.shape
    full = np.asarray(vectors, dtype=np.float32)
    kind, index = _empty_index(count, dimensions)
    index.train(full[:: max(1, count // 200_000)] if kind == "lists" else full)
    index.add(full)
    faiss.write_index(index, str(path))
    return kind


def _empty_index(count: int, dimensions: int) -> tuple[str, Any]:
    product = faiss.METRIC_INNER_PRODUCT
    if count <= FLAT_AT_MOST:
        return "flat", faiss.IndexFlatIP(dimensions)
    if count <= HALF_AT_MOST:
        return "half", faiss.IndexScalarQuantizer(dimensions, faiss.ScalarQuantizer.QT_fp16, product)
    lists = int(4 * count**0.5)
    index: Any = faiss.index_factory(dimensions, f"IVF{lists},SQ8", product)
    index.nprobe = max(8, int(lists * LISTS_PROBED_SHARE))
    return "lists", index


def open_vectors(index_path: Path, vectors_path: Path, *, threads: int = 1) -> VectorIndex:
    """Open what `build_vectors` wrote; memory-mapped where FAISS can."""
    try:
        index = faiss.read_index(str(index_path), faiss.IO_FLAG_MMAP | faiss.IO_FLAG_READ_ONLY)
    except RuntimeError as fault:
        raise VersionFault(f"{index_path}: FAISS cannot read it; build the index again") from fault
    return VectorIndex(index, np.asarray(np.load(vectors_path, mmap_mode="r")), threads=threads)
