"""Imports films marked up as schema.org/Movie in JSON-LD: in files of their own, or in the pages of a website.

The vocabulary: https://schema.org/Movie. `@graph`, `@id` and `@language` are followed, contexts are not fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from index.film import Film
from index.importing.cleaning import clean
from index.importing.elements import JSON, Element, parse, peek_elements, read_elements
from index.importing.importer import Origin, Refusal
from index.importing.movie_nodes import film_of, movies_in
from index.importing.opening import LINE_BYTES_AT_MOST, open_bytes, shown
from index.importing.walking import file_name, files_below, holds_only

PAGES = (".html", ".htm", ".html.gz", ".htm.gz")
FILES = (*JSON, *PAGES)
PAGE_BYTES_AT_MOST = 5_000_000
SCRIPT, END = b"<script", b"</script"
GRAPH = "@graph"
KIND = b"application/ld+json"


class JsonLdImporter:
    """Films that a website tells machines about: .json, .jsonld, or .html with scripts of JSON-LD in it."""

    name = "json-ld"
    origin = Origin("")

    def recognises(self, path: Path) -> bool:
        """JSON with a Movie in it, a page with JSON-LD, or a folder of nothing but these."""
        if path.is_dir():
            if not holds_only(path, FILES):
                return False
            return any(self.recognises(each) for each in files_below(path, FILES) if isinstance(each, Path))
        if path.is_file() and path.name.lower().endswith(PAGES):
            with open_bytes(path) as stream:
                return KIND in stream.read(LINE_BYTES_AT_MOST)
        return any(any(movies_in(element.value)) for element in peek_elements(path, inside=GRAPH))

    def read(self, path: Path) -> Iterator[Film | Refusal]:
        """Every Movie of a file, or of all files in a folder."""
        if not path.is_dir():
            yield from _read_file(path, "")
            return
        for each in files_below(path, FILES):
            if isinstance(each, Refusal):
                yield each
            else:
                yield from _read_file(each, file_name(each, path.resolve()))


def _read_file(path: Path, file: str) -> Iterator[Film | Refusal]:
    elements = _scripts(path) if path.name.lower().endswith(PAGES) else read_elements(path, inside=GRAPH)
    for element in elements:
        if isinstance(element, Refusal):
            yield element._replace(file=file)
            continue
        found = False
        for movie, named in movies_in(element.value):
            found = True
            yield film_of(movie, named, element, file)
        if not found:
            yield Refusal(element.line, "no schema.org/Movie in it", element.seen, file)


def _scripts(path: Path) -> Iterator[Element | Refusal]:
    """The pieces of JSON-LD in a page; a piece that is a list counts as a graph."""
    with open_bytes(path) as stream:
        page = stream.read(PAGE_BYTES_AT_MOST + 1)
    if len(page) > PAGE_BYTES_AT_MOST:
        yield Refusal(1, f"a page over {PAGE_BYTES_AT_MOST} bytes", clean(shown(page)))
        return
    lowered, place = page.lower(), 0
    while (opened := lowered.find(SCRIPT, place)) >= 0:
        begin = lowered.find(b">", opened) + 1
        end = lowered.find(END, begin)
        if not begin or end < 0:
            return
        place = end + len(END)
        if KIND in lowered[opened:begin]:
            text = page[begin:end].strip()
            graph = b'{"@graph": ' + text + b"}" if text.startswith(b"[") else text
            yield parse(graph, page.count(b"\n", 0, begin) + 1)
