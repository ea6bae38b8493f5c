"""What a reader of one format offers, and the records that it yields.

A reader gets a path (a file or a folder; zips are unpacked before it is asked) and yields records one by one, in a
stable order and in bounded memory. It neither merges nor writes: that is the same for all formats.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from index.film import Film, Review, Showing


class Origin(NamedTuple):
    """Where a film or a field comes from, and on what terms; the licence is empty where nobody said."""

    source: str
    licence: str = ""


class Refusal(NamedTuple):
    """A record that was not taken: where it stood, why, and its beginning; `file` where there are several."""

    line: int
    reason: str
    seen: str
    file: str = ""


class Mention(NamedTuple):
    """Which film is meant: by its ids, else by title and year."""

    title: str = ""
    year: int | None = None
    imdb: str | None = None
    tmdb: int | None = None
    wikidata: str | None = None


class Sourced(NamedTuple):
    """A film some of whose fields come from elsewhere than the rest of the file."""

    film: Film
    origins: Mapping[str, Origin]


class ReviewOf(NamedTuple):
    """A review of a film that another import brings."""

    mention: Mention
    review: Review
    line: int = 0


class ShowingOf(NamedTuple):
    """A place to watch a film that another import brings."""

    mention: Mention
    showing: Showing
    line: int = 0


class RatingOf(NamedTuple):
    """What one person thinks of a film: `share` of the highest mark (0 to 1), None where it was only seen or listed.

    From `liked_from` on a share means that the person likes the film. A film is `listed` that they still want to see.
    """

    mention: Mention
    share: float | None
    words: str
    line: int = 0
    listed: bool = False
    liked_from: float = 0.7


Record = Film | Sourced | ReviewOf | ShowingOf | RatingOf | Refusal


class Importer(Protocol):
    """Reads one format. `origin` holds for every record that names no other."""

    @property
    def name(self) -> str:
        """What `--format` calls it."""
        ...

    @property
    def origin(self) -> Origin:
        """The source and licence of what it reads."""
        ...

    def recognises(self, path: Path) -> bool:
        """Whether a file or folder looks like this format."""
        ...

    def read(self, path: Path) -> Iterator[Record]:
        """Every record, as what it is or as the reason why it was refused."""
        ...
