"""Imports JSON Lines (gzipped or not) in which one line is a film merged from several sources."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from pydantic import ValidationError

from index.errors import CatalogueFault
from index.film import Film, slug
from index.importing.cleaning import clean, clean_genres, clean_keywords, clean_list
from index.importing.importer import Origin, Refusal, Sourced

LINE_BYTES_AT_MOST = 1_000_000
TITLE_CHARACTERS = 100
LANGUAGES = {"cn": "zh", "sh": "sr", "xx": ""}


class MergedLinesImporter:
    """Fields: title, year, synopsis, genres, keywords, cast, director, imdb_id, tmdb_id, votes, lang, alias,
    tagline, wikipedia_lead."""

    name = "merged-lines"
    origin = Origin("merged lines")

    def recognises(self, path: Path) -> bool:
        """A `.jsonl` or `.jsonl.gz` whose first line has a title and a year."""
        if not path.is_file() or not path.name.endswith((".jsonl", ".jsonl.gz")):
            return False
        with _open(path) as lines:
            try:
                first = json.loads(lines.readline(LINE_BYTES_AT_MOST))
            except (OSError, ValueError):
                return False
        return isinstance(first, dict) and "title" in first and "year" in first

    def read(self, path: Path) -> Iterator[Film | Sourced | Refusal]:
        """Every line as a film or a refusal; a line without end is refused and passed over."""
        with _open(path) as lines:
            number = 0
            try:
                while line := lines.readline(LINE_BYTES_AT_MOST + 1):
                    number += 1
                    if len(line) > LINE_BYTES_AT_MOST:
                        yield Refusal(
                            number, f"a line over {LINE_BYTES_AT_MOST} bytes", line[:80].decode("utf-8", "replace")
                        )
                        _skip_line(lines)
                    else:
                        yield _film(line, number)
            except (OSError, EOFError) as fault:
                raise CatalogueFault(
                    f"{path}:{number + 1}: cannot be read on: {fault}; fetch the file again"
                ) from fault


def _open(path: Path) -> BinaryIO:
    return cast("BinaryIO", gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb"))


def _skip_line(lines: BinaryIO) -> None:
    while (part := lines.readline(LINE_BYTES_AT_MOST)) and not part.endswith(b"\n"):
        pass


def _film(line: bytes, number: int) -> Film | Sourced | Refusal:
    shown = line[:80].decode("utf-8", "replace")
    try:
        record = json.loads(line)
    except ValueError:
        return Refusal(number, "not JSON in UTF-8", shown)
    if not isinstance(record, dict):
        return Refusal(number, "not a record of named fields", shown)
    title, year = clean(record.get("title")), record.get("year")
    if not title or not isinstance(year, int):
        return Refusal(number, "no title or no year", shown)
    try:
        film = Film.model_validate(_fields(record, title, year))
    except ValidationError as fault:
        first = fault.errors()[0]
        return Refusal(number, f"{'.'.join(map(str, first['loc']))}: {first['msg']}", shown)
    source = clean(record.get("synopsis_source"))
    return Sourced(film, {"synopsis.en": Origin(source)}) if source and film.synopsis else film


def _fields(record: dict[str, Any], title: str, year: int) -> dict[str, Any]:
    synopsis = clean(record.get("synopsis"))
    language = LANGUAGES.get(str(record.get("lang") or ""), str(record.get("lang") or ""))
    return {
        "id": slug(title[:TITLE_CHARACTERS], year),
        "title": title,
        "year": year,
        "runtime": record.get("runtime"),
        "other_titles": _other_titles(record.get("alias"), title),
        "languages": (language,) if language else (),
        "genres": clean_genres(record.get("genres")),
        "keywords": clean_keywords(record.get("keywords")),
        "directors": clean_list(record.get("director"), at_most=10),
        "cast": [{"name": name} for name in clean_list(record.get("cast"), at_most=20)],
        "ids": {"imdb": record.get("imdb_id") or None, "tmdb": record.get("tmdb_id") or None},
        "synopsis": {"en": synopsis} if synopsis else {},
        "votes": record.get("votes"),
        "tagline": clean(record.get("tagline")) or None,
        "about": clean(record.get("wikipedia_lead")) or None,
    }


def _other_titles(alias: object, title: str) -> tuple[str, ...]:
    names = clean_list(
        [each[0] for each in alias if isinstance(each, list) and each] if isinstance(alias, list) else []
    )
    own = slug(title, 0)
    return tuple(name for name in names if slug(name, 0) not in (own, own.removeprefix("the-").removeprefix("a-")))
