"""The films of one index version: records read from disk when asked for, and columns of numbers over all of them."""

from __future__ import annotations

import json
import mmap
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from index.film import Film

REMEMBERED = 3000
ADULT = 18
UNKNOWN = -1
GUESS_SPREAD = 0.5


class Films(Mapping[str, Film]):
    """Film records by id, in catalogue order; each is parsed when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.ids: list[str] = json.loads((folder / "ids.json").read_text())
        self.rows = {film_id: row for row, film_id in enumerate(self.ids)}
        with np.load(folder / "films.npz", allow_pickle=False) as columns:
            self.starts: NDArray[np.int64] = columns["starts"]
            self.years: NDArray[np.int32] = columns["years"]
            self.runtimes: NDArray[np.int32] = columns["runtimes"]
            self.ages: NDArray[np.int32] = columns["ages"]
            self.known: NDArray[np.float32] = columns["known"]
            self.voted: bool = bool(columns["voted"])
            self.has_synopsis: NDArray[np.bool_] = columns["has_synopsis"]
        with (folder / "films.jsonl").open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if self.ids else None
        self._known: OrderedDict[int, Film] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __contains__(self, film_id: object) -> bool:
        return film_id in self.rows

    def __getitem__(self, film_id: str) -> Film:
        return self.at(self.rows[film_id])

    def at(self, row: int) -> Film:
        """The film of a row."""
        row = int(row)
        with self._lock:
            film = self._known.get(row)
            if film is None:
                assert self._bytes is not None  # noqa: S101 (a row exists only where there are bytes)
                film = Film.model_validate_json(self._bytes[self.starts[row] : self.starts[row + 1]])
                self._known[row] = film
                if len(self._known) > REMEMBERED:
                    self._known.popitem(last=False)
            return film


def _guess_known(film: Film) -> float:
    """How well known a film without votes is: by its `fame`, else prizes, other names and a late year speak for it."""
    if film.fame is not None:
        return 0.2 * film.fame
    prizes = min(0.3, 0.05 * len(film.awards))
    names = min(0.1, 0.03 * len(film.other_titles))
    return 0.35 + prizes + names + 0.2 * min(1.0, max(0.0, (film.year - 1950) / 70))


class FilmWriter:
    """Writes the films of a version, one after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = (folder / "films.jsonl").open("wb")
        self._ids: list[str] = []
        self._starts = [0]
        self._columns: list[tuple[int, int, int, bool]] = []
        self._votes: list[int] = []
        self._weight: list[float] = []

    def add(self, film: Film) -> None:
        """Append one film as the next row."""
        line = film.model_dump_json(exclude_defaults=True).encode() + b"\n"
        self._file.write(line)
        self._starts.append(self._starts[-1] + len(line))
        self._ids.append(film.id)
        age = ADULT if film.certificate.age is None else film.certificate.age
        self._columns.append((film.year, film.runtime or UNKNOWN, age, bool(film.synopsis)))
        self._votes.append(film.votes if film.votes is not None else UNKNOWN)
        self._weight.append(_guess_known(film))

    def close(self) -> NDArray[np.float32]:
        """Finish the files; returns how well known each film is, 0–1, shape (films,)."""
        self._file.close()
        known = self._known()
        years, runtimes, ages, has_synopsis = zip(*self._columns, strict=True) if self._columns else ((), (), (), ())
        np.savez(
            self._folder / "films.npz",
            allow_pickle=False,
            starts=np.asarray(self._starts, np.int64),
            years=np.asarray(years, np.int32),
            runtimes=np.asarray(runtimes, np.int32),
            ages=np.asarray(ages, np.int32),
            has_synopsis=np.asarray(has_synopsis, bool),
            known=known,
            voted=np.asarray(max(self._votes, default=0) > 0),
        )
        (self._folder / "ids.json").write_text(json.dumps(self._ids))
        return known

    def _known(self) -> NDArray[np.float32]:
        votes = np.asarray(self._votes, dtype=np.float32)
        if not (votes > 0).any():
            return np.asarray(self._weight, dtype=np.float32) * GUESS_SPREAD + (1 - GUESS_SPREAD) / 2
        return np.asarray(np.log1p(np.maximum(votes, 0)) / np.log1p(votes.max()), dtype=np.float32)
