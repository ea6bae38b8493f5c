"""Reads what one person rated, saw or wants to see elsewhere: exports of Letterboxd, IMDb and TMDB."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from index.errors import CatalogueFault
from index.importing import values
from index.importing.cleaning import clean
from index.importing.importer import Mention, Origin, RatingOf, Record, Refusal
from index.importing.opening import unpacked
from index.importing.records import Fields, headings_of, read_records

WATCHLIST = "watchlist"
ORDER = ("ratings", "films", "diary", "reviews", "watched", WATCHLIST)
"""Letterboxd's files, the one that knows most of a person's verdict first."""


class Form(NamedTuple):
    """One site's export: the headings that give it away, its columns, its highest mark, and where liking begins."""

    site: str
    headings: frozenset[str]
    title: str
    year: str
    mark: str
    highest: float
    liked_from: float
    imdb: str = ""
    tmdb: str = ""
    kind: str = ""


FORMS = (
    Form("Letterboxd", frozenset({"Date", "Name", "Year", "Letterboxd URI"}), "Name", "Year", "Rating", 5, 0.8),
    Form(
        "IMDb", frozenset({"Const", "Title", "Year", "Title Type"}), "Title", "Year", "Your Rating", 10, 0.7,
        imdb="Const", kind="Title Type",
    ),
    Form(
        "TMDB", frozenset({"TMDb ID", "IMDb ID", "Name", "Type"}), "Name", "Release Date", "Your Rating", 10, 0.7,
        imdb="IMDb ID", tmdb="TMDb ID", kind="Type",
    ),
)  # fmt: skip
FILM_KINDS = frozenset({"", "movie", "tv movie", "short", "video", "tv special", "tv short", "film"})


class RatingsImporter:
    """One person's ratings; they belong to that person's taste, never to a catalogue."""

    name = "ratings"
    origin = Origin("")

    def recognises(self, path: Path) -> bool:
        """A table with the headings of a site's personal export."""
        try:
            return path.is_file() and _form(path) is not None
        except CatalogueFault:
            return False

    def read(self, path: Path) -> Iterator[RatingOf | Refusal]:
        """Every film the person rated, saw or listed."""
        form = _form(path)
        if form is None:
            raise CatalogueFault(f"{path}: no export of {', '.join(each.site for each in FORMS)}")
        listed = WATCHLIST in path.name.lower() or (form.site == "IMDb" and form.mark not in headings_of(path))
        loved = path.name == "films.csv" and path.parent.name == "likes"
        for record in read_records(path):
            yield record if isinstance(record, Refusal) else _rating(record, form, listed=listed, loved=loved)


def read_ratings(source: Path) -> Iterator[Record]:
    """Everything of one export: a table, a folder of them, or the zip that the site sends."""
    importer = RatingsImporter()
    with unpacked(source) as path:
        files = [path] if path.is_file() else [file for file in path.rglob("*.csv") if _is_current(file, path)]
        known = [file for file in files if importer.recognises(file)]
        if not known:
            sites = ", ".join(form.site for form in FORMS)
            raise CatalogueFault(f"{source}: holds no ratings as {sites} export them")
        for file in sorted(known, key=lambda file: (_rank(file), str(file))):
            yield from importer.read(file)


def _is_current(file: Path, folder: Path) -> bool:
    """Whether a file holds what still holds: Letterboxd's export also keeps what was deleted."""
    return not {"deleted", "orphaned"} & set(file.relative_to(folder).parts) and not file.is_symlink()


def _rank(file: Path) -> int:
    return ORDER.index(file.stem) if file.stem in ORDER else 0


def _form(path: Path) -> Form | None:
    headings = set(headings_of(path))
    return next((form for form in FORMS if form.headings <= headings), None)


def _rating(record: Fields, form: Form, *, listed: bool, loved: bool) -> RatingOf | Refusal:
    fields: Mapping[str, str] = record.fields
    title = clean(fields.get(form.title, ""))
    imdb = fields.get(form.imdb, "") if form.imdb else ""
    tmdb = values.whole(fields.get(form.tmdb, "")) if form.tmdb else None
    if (kind := fields.get(form.kind, "").lower()) not in FILM_KINDS:
        return Refusal(record.line, f"not a film but {kind[:20]}", title)
    if not title and not imdb:
        return Refusal(record.line, "names no film", title)
    mention = Mention(title, values.year_of(fields.get(form.year, "")), imdb or None, tmdb)
    mark = fields.get(form.mark, "").replace(",", ".")
    share = 1.0 if loved else _share(mark, form.highest)
    if mark and share is None:
        return Refusal(record.line, f"{mark[:20]!r} is no mark of {form.site}", title)
    said = f"{form.site}: {mark}/{form.highest:g}" if mark else form.site
    return RatingOf(mention, share, said, record.line, listed, form.liked_from)


def _share(mark: str, highest: float) -> float | None:
    try:
        share = float(mark) / highest
    except ValueError:
        return None
    return share if 0 < share <= 1 else None
