"""All passages of a version as columns, their texts in one mapped file; the passages of a film stand together."""

from __future__ import annotations

import hashlib
import json
import mmap
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.film import Language
from index.passages import ASPECTS, SOURCES, Passage
from index.vocabulary import LANGUAGES


def text_key(text: str) -> int:
    """64 bits that name a text, by which its vector is found again in an older version."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little", signed=True)


class PassageTable:
    """Passages by row; `starts[film]` to `starts[film + 1]` are one film's."""

    def __init__(self, folder: Path, ids: list[str]) -> None:
        self._ids = ids
        with np.load(folder / "passages.npz", allow_pickle=False) as columns:
            self.offsets: NDArray[np.int64] = columns["offsets"]
            self.films: NDArray[np.int32] = columns["films"]
            self.aspects: NDArray[np.int8] = columns["aspects"]
            self.sources: NDArray[np.int8] = columns["sources"]
            self.languages: NDArray[np.int8] = columns["languages"]
            self.keys: NDArray[np.int64] = columns["keys"]
        self.starts = np.searchsorted(self.films, np.arange(len(ids) + 1)).astype(np.int64)
        self._authors: dict[str, str] = json.loads((folder / "authors.json").read_text(encoding="utf-8"))
        with (folder / "passages.txt").open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if len(self.films) else b""

    def __len__(self) -> int:
        return len(self.films)

    def text(self, row: int) -> str:
        """The words of a passage, letter for letter."""
        return bytes(self._bytes[self.offsets[row] : self.offsets[row + 1]]).decode()

    def at(self, row: int) -> Passage:
        """One passage."""
        return Passage(
            self._ids[self.films[row]],
            ASPECTS[self.aspects[row]],
            SOURCES[self.sources[row]],
            self.language(row),
            self.text(row),
            self._authors.get(str(int(row))),
        )

    def language(self, row: int) -> Language:
        """The language a passage is in."""
        return LANGUAGES[self.languages[row]]

    def of_film(self, film: int) -> range:
        """The rows of one film's passages."""
        return range(int(self.starts[film]), int(self.starts[film + 1]))

    def __iter__(self) -> Iterator[Passage]:
        return (self.at(row) for row in range(len(self)))


class PassageWriter:
    """Writes the passages of a version, film by film."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = (folder / "passages.txt").open("wb")
        self._offsets = [0]
        self._columns: list[tuple[int, int, int, int, int]] = []
        self._authors: dict[int, str] = {}

    def add(self, film: int, passage: Passage) -> None:
        """Append one passage of the film with that row."""
        data = passage.text.encode()
        self._file.write(data)
        self._offsets.append(self._offsets[-1] + len(data))
        if passage.author:
            self._authors[len(self._columns)] = passage.author
        language = LANGUAGES.index(passage.language)
        codes = ASPECTS.index(passage.aspect), SOURCES.index(passage.source), language
        self._columns.append((film, *codes, text_key(passage.text)))

    def close(self) -> None:
        """Finish the files."""
        self._file.close()
        columns = np.asarray(self._columns, dtype=np.int64).reshape(-1, 5)
        np.savez(
            self._folder / "passages.npz",
            allow_pickle=False,
            offsets=np.asarray(self._offsets, np.int64),
            films=columns[:, 0].astype(np.int32),
            aspects=columns[:, 1].astype(np.int8),
            sources=columns[:, 2].astype(np.int8),
            languages=columns[:, 3].astype(np.int8),
            keys=columns[:, 4],
        )
        (self._folder / "authors.json").write_text(json.dumps(self._authors, ensure_ascii=False), encoding="utf-8")
