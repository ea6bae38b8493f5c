"""Imports the `.nfo` files that Kodi, Jellyfin and their scrapers keep beside films (https://kodi.wiki/view/NFO_files/Movies)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from index.film import Film
from index.importing import values
from index.importing.cleaning import clean
from index.importing.draft import Draft, make_film
from index.importing.importer import Origin, Refusal
from index.importing.opening import open_bytes, shown
from index.importing.plain_xml import Tag, XmlFault, read_xml
from index.importing.walking import file_name, files_below, holds_only

ENDINGS = (".nfo",)
FILE_BYTES_AT_MOST = 1_000_000
HEAD_BYTES = 4096
ROOT = re.compile(rb"<\s*(movie|tvshow|episodedetails|musicvideo|artist|album)\b", re.IGNORECASE)
END = b"</movie>"
ADDRESS = re.compile(rb"\s*https?://\S+(?:\s+https?://\S+)*\s*")


class NfoImporter:
    """Films of a media centre's library: one `.nfo` file each, in any depth of folders."""

    name = "nfo"
    origin = Origin("")

    def recognises(self, path: Path) -> bool:
        """An `.nfo` file with a film in it, or a folder whose only records are such files."""
        if path.is_dir():
            return holds_only(path, ENDINGS)
        if not path.is_file() or not path.name.lower().endswith(ENDINGS):
            return False
        with open_bytes(path) as stream:
            head = stream.read(HEAD_BYTES)
        return bool(ROOT.search(head) or ADDRESS.fullmatch(head))

    def read(self, path: Path) -> Iterator[Film | Refusal]:
        """The film of a file, or of every file below a folder."""
        if not path.is_dir():
            yield _read_file(path, "")
            return
        for each in files_below(path, ENDINGS):
            yield each if isinstance(each, Refusal) else _read_file(each, file_name(each, path.resolve()))


def _read_file(path: Path, file: str) -> Film | Refusal:
    with open_bytes(path) as stream:
        text = stream.read(FILE_BYTES_AT_MOST + 1)
    seen = clean(shown(text))
    if len(text) > FILE_BYTES_AT_MOST:
        return Refusal(1, f"a file over {FILE_BYTES_AT_MOST} bytes", seen, file)
    if ADDRESS.fullmatch(text):
        return Refusal(1, "only an address, no facts: let the media centre export its library", seen, file)
    end = text.lower().rfind(END) + len(END)
    try:
        root = read_xml(text[:end] if end >= len(END) else text)  # an address may follow, for the scraper
    except XmlFault as fault:
        return Refusal(fault.line, str(fault), seen, file)
    if root.name.lower() != "movie":
        return Refusal(1, f"tells of <{clean(root.name)[:40]}>, not of a <movie>", seen, file)
    return make_film(_draft(root), 1, root.text_of("title") or seen, file=file)


def _draft(movie: Tag) -> Draft:
    rating = " / ".join([*movie.texts_of("mpaa"), *movie.texts_of("certification")])
    return Draft(
        title=movie.text_of("title"),
        year=movie.text_of("year") or movie.text_of("premiered") or movie.text_of("releasedate"),
        runtime=movie.text_of("runtime"),
        original_title=movie.text_of("originaltitle"),
        series=_series(movie),
        countries=_parted(movie.texts_of("country")),
        languages=_parted(movie.texts_of("language")),
        genres=_parted(movie.texts_of("genre")),
        keywords=movie.texts_of("tag"),
        fsk=next((age for part in rating.split("/") if (age := values.fsk(part)) is not None), None),
        mpa=next((mark for part in rating.split("/") if (mark := values.mpa(part))), None),
        imdb=_imdb(movie),
        tmdb=_id(movie, "tmdb"),
        wikidata=_id(movie, "wikidata") or None,
        directors=_parted(movie.texts_of("director")),
        writers=_parted([*movie.texts_of("credits"), *movie.texts_of("writer")]),
        cast=[(actor.text_of("name"), actor.text_of("role")) for actor in movie.tags_of("actor")],
        overview=movie.text_of("plot") or movie.text_of("outline"),
        votes=_votes(movie),
        poster=next((text for text in movie.texts_of("thumb") if text.startswith("https://")), None),
    )


def _parted(texts: list[str]) -> list[str]:
    """Older files write several names into one tag: `Drama / Romance`."""
    return [part for text in texts for part in text.split(" / ")]


def _series(movie: Tag) -> str:
    """The collection: `<set><name>…</name></set>`, formerly `<set>…</set>`."""
    return next((tag.text_of("name") or tag.text for tag in movie.tags_of("set")), "")


def _imdb(movie: Tag) -> str:
    """The first value that is one of IMDb's: media centres write any number into `<id>`."""
    told = (_id(movie, "imdb"), movie.text_of("imdbid"), movie.text_of("imdb_id"), movie.text_of("id"))
    return next((found.group() for text in told if (found := values.IMDB.search(text))), "")


def _id(movie: Tag, kind: Literal["imdb", "tmdb", "wikidata"]) -> str:
    listed = (tag.text for tag in movie.tags_of("uniqueid") if tag.attributes.get("type", "").lower() == kind)
    return next(listed, "") or movie.text_of(f"{kind}id")


def _votes(movie: Tag) -> str:
    """The most votes that any of the ratings was given with."""
    told = [rating.text_of("votes") for each in movie.tags_of("ratings") for rating in each.tags_of("rating")]
    return max([*told, movie.text_of("votes")], key=lambda text: values.count(text) or 0)
