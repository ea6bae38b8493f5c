"""The rows of IMDb's data sets that a film needs, one reader a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from index.errors import CatalogueFault
from index.importing.cleaning import clean
from index.importing.importer import Refusal
from index.importing.opening import Line, open_bytes, read_lines, shown

FILMS = frozenset({b"movie", b"tvMovie", b"video"})
JOBS = {b"actor": "cast", b"actress": "cast", b"self": "cast", b"director": "directors", b"writer": "writers",
        b"composer": "music", b"cinematographer": "cinematography"}  # fmt: skip
NUMBERS = 100_000_000
MISSING = b"\\N"
GERMAN, OTHER = 10, 90
RARE_TITLES = (b"working", b"festival", b"alternative", b"dvd", b"video", b"tv")


class Marks:
    """A set of numbers, one bit each."""

    def __init__(self) -> None:
        self._bits = bytearray(NUMBERS // 8)

    def add(self, number: int) -> None:
        """Take a number in."""
        self._bits[number >> 3] |= 1 << (number & 7)

    def __contains__(self, number: int) -> bool:
        return bool(self._bits[number >> 3] & 1 << (number & 7))


class Rows:
    """The rows of one file that a film needs, ready for their table; the others are counted by reason."""

    columns: Sequence[str]
    statement: str

    def __init__(self, path: Path, films: Marks, people: Marks) -> None:
        self._path, self.films, self.people = path, films, people
        self.line = 0
        self._passed: dict[str, tuple[int, Refusal]] = {}

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        with open_bytes(self._path) as stream:
            lines = read_lines(stream)
            places, width = self._places(next(lines, None))
            for line in lines:
                if isinstance(line, Refusal):
                    self._pass_over(line.reason, line.line, line.seen)
                    continue
                cells, self.line = line.text.split(b"\t"), line.number
                if len(cells) != width:
                    self._pass_over(f"not {width} cells", line.number, line.text)
                elif (number := _number(cells[0])) is None:
                    self._pass_over("no number of IMDb in the first cell", line.number, line.text)
                else:
                    yield from self._taken(number, [cells[place] for place in places], line)

    def row(self, number: int, cells: list[bytes]) -> tuple[Any, ...] | str | None:
        """The row for the table; None where it belongs to no film, a reason where it should be counted."""
        raise NotImplementedError

    def passed_over(self) -> Iterator[Refusal]:
        """One refusal for each reason, with how often it was seen and the first place."""
        for count, first in self._passed.values():
            yield first if count == 1 else first._replace(reason=f"{first.reason} ({count} rows; this is the first)")

    def _taken(self, number: int, cells: list[bytes], line: Line) -> Iterator[tuple[Any, ...]]:
        try:
            row = self.row(number, cells)
        except UnicodeDecodeError:
            row = "not UTF-8"
        if isinstance(row, tuple):
            yield row
        elif row is not None:
            self._pass_over(row, line.number, line.text)

    def _places(self, heading: Line | Refusal | None) -> tuple[list[int], int]:
        names = heading.text.split(b"\t") if isinstance(heading, Line) else []
        missing = [name for name in self.columns if name.encode() not in names]
        if missing:
            raise CatalogueFault(f"{self._path}: has no column {missing[0]}; fetch the file again from IMDb")
        return [names.index(name.encode()) for name in self.columns], len(names)

    def _pass_over(self, reason: str, line: int, text: bytes | str) -> None:
        if reason in self._passed:
            count, first = self._passed[reason]
            self._passed[reason] = count + 1, first
        else:
            self._passed[reason] = 1, Refusal(line, reason, clean(shown(text)), self._path.name)


class Basics(Rows):
    """Films with their titles, year, runtime and genres."""

    columns = ("titleType", "primaryTitle", "originalTitle", "isAdult", "startYear", "runtimeMinutes", "genres")
    statement = "INSERT OR IGNORE INTO film VALUES (?, ?, ?, ?, ?, ?, ?)"

    def row(self, number: int, cells: list[bytes]) -> tuple[Any, ...] | str | None:
        """A film, unless it is a series, an episode or the like."""
        kind, title, original, adult, year, runtime, genres = cells
        if kind not in FILMS:
            return f"not a film but {kind[:20].decode('ascii', 'replace') if kind.isalpha() else 'something else'}"
        if adult == b"1":
            return "marked as adult"
        if year == MISSING:
            return "no year"
        self.films.add(number)
        return number, self.line, *(_text(cell) for cell in (title, original, year, runtime, genres))


class Ratings(Rows):
    """How many voted."""

    columns = ("numVotes",)
    statement = "INSERT OR IGNORE INTO votes VALUES (?, ?)"

    def row(self, number: int, cells: list[bytes]) -> tuple[Any, ...] | str | None:
        """The votes of a film."""
        return (number, _text(cells[0])) if number in self.films else None


class Akas(Rows):
    """German titles, and the ones that English speakers know."""

    columns = ("title", "region", "language", "types", "attributes")
    statement = "INSERT OR IGNORE INTO alias VALUES (?, ?, ?)"

    def row(self, number: int, cells: list[bytes]) -> tuple[Any, ...] | str | None:
        """A title of a film, with how well it serves as the German one."""
        title, *place = cells
        if number not in self.films or (rank := _alias_rank(*place)) is None:
            return None
        return number, rank, _text(title)


class Principals(Rows):
    """Who played and made what."""

    columns = ("ordering", "nconst", "category", "characters")
    statement = "INSERT OR IGNORE INTO part VALUES (?, ?, ?, ?, ?)"

    def row(self, number: int, cells: list[bytes]) -> tuple[Any, ...] | str | None:
        """A person's part in a film."""
        place, who, category, characters = cells
        if number not in self.films or (job := JOBS.get(category)) is None:
            return None
        person = _number(who)
        if person is None or not place.isdigit() or len(place) > 6:
            return "no number of a person, or no place in the list"
        self.people.add(person)
        return number, int(place), person, job, _text(characters)


class Names(Rows):
    """What the people are called."""

    columns = ("primaryName",)
    statement = "INSERT OR IGNORE INTO person VALUES (?, ?)"

    def row(self, number: int, cells: list[bytes]) -> tuple[Any, ...] | str | None:
        """A name of somebody who has a part."""
        return (number, _text(cells[0])) if number in self.people else None


def _number(cell: bytes) -> int | None:
    """The number in `tt0111161` or `nm0000151`."""
    digits = cell[2:]
    return int(digits) if digits.isdigit() and len(digits) <= 8 and cell[:2] in (b"tt", b"nm") else None


def _text(cell: bytes) -> str | None:
    return None if cell == MISSING else cell.decode()


def _alias_rank(region: bytes, language: bytes, types: bytes, attributes: bytes) -> int | None:
    """How well a title serves as the German one (below `OTHER`, the less the better); None for other countries'."""
    rare = attributes != MISSING or any(kind in types for kind in RARE_TITLES)
    rank = GERMAN + 2 * rare + (b"imdbDisplay" not in types)
    if region == b"DE" and language in (MISSING, b"de"):
        return rank
    if language == b"de" or (region in (b"AT", b"CH") and language == MISSING):
        return rank + 4
    is_english = region in (b"US", b"GB", b"XWW") and language in (MISSING, b"en")
    return OTHER if is_english and not rare else None
