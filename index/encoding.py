"""Encodes the passages of a build that no earlier version holds, and keeps what is done if the build is interrupted."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder
from index.errors import VersionFault
from index.passage_table import PassageTable
from index.store import Store

SLICE = 2048
Known = dict[int, NDArray[np.float16]]
Progress = Callable[[str, int, int], None]


class Encoded:
    """The vectors of texts already encoded by one model: those of the live version, and of an interrupted build."""

    def __init__(self, store: Store, model: str, *, fresh: bool = False) -> None:
        self._pending = store.path / "encoded"
        self._model = model
        self.known: Known = {}
        if fresh:
            self.forget()
        else:
            self.known = _live(store, model)
            self._take_pending()

    def missing(self, table: PassageTable) -> list[int]:
        """One row for each text that has no vector yet, long texts first, so that a batch pads little."""
        first: dict[int, int] = {}
        for row, key in enumerate(table.keys.tolist()):
            if key not in self.known:
                first.setdefault(key, row)
        lengths = np.diff(table.offsets)
        return sorted(first.values(), key=lambda row: (-int(lengths[row]), row))

    def encode(self, table: PassageTable, rows: list[int], encoder: Encoder, report: Progress) -> None:
        """Encode some rows, slice by slice, each kept on disk until the build is published."""
        done = 0

        def advance(count: int) -> None:
            nonlocal done
            done += count
            report("encode", done, len(rows))

        for start in range(0, len(rows), SLICE):
            chosen = rows[start : start + SLICE]
            vectors = encoder.encode([table.text(row) for row in chosen], advance=advance).astype(np.float16)
            keys = table.keys[chosen]
            self.known.update(zip(keys.tolist(), vectors, strict=True))
            self._keep(keys, vectors)

    def forget(self) -> None:
        """Remove what an interrupted build left: it is in a version now, or not wanted."""
        shutil.rmtree(self._pending, ignore_errors=True)

    def _keep(self, keys: NDArray[np.int64], vectors: NDArray[np.float16]) -> None:
        self._pending.mkdir(parents=True, exist_ok=True)
        (self._pending / "model").write_text(self._model)
        path = self._pending / f"{len(list(self._pending.glob('*.npz'))):06}.npz"
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            np.savez(file, allow_pickle=False, keys=keys, vectors=vectors)
        part.replace(path)

    def _take_pending(self) -> None:
        model = self._pending / "model"
        if not model.is_file() or model.read_text() != self._model:
            return
        for path in sorted(self._pending.glob("*.npz")):
            with np.load(path, allow_pickle=False) as part:
                self.known.update(zip(part["keys"].tolist(), part["vectors"], strict=True))


def _live(store: Store, model: str) -> Known:
    live = store.current()
    if live is None:
        return {}
    try:
        # How the texts and their vectors are kept has not changed since format 1: they need no second encoding.
        _, folder, manifest = store.open(live, any_format=True)
    except VersionFault:
        return {}
    if manifest.get("model") != model:
        return {}
    vectors = np.load(folder / "vectors.npy")
    with np.load(folder / "passages.npz", allow_pickle=False) as columns:
        return dict(zip(columns["keys"].tolist(), vectors, strict=True))
