"""Everything that looks names up, built from one `titles.json` and swapped whole when the file changes."""

from __future__ import annotations

import json
import logging
import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.engine.nlu.language import Language
from bot.engine.nlu.linker import TitleLinker
from bot.engine.nlu.people import PersonFinder
from bot.engine.nlu.sentence import Sentence
from bot.engine.nlu.terms import TermFinder
from bot.engine.nlu.titles import Gazetteer, gazetteer_from
from bot.engine.settings import read_settings

logger = logging.getLogger(__name__)
Stamp = tuple[int, int, int]


@dataclass(frozen=True)
class Library:
    """The finders of one gazetteer."""

    gazetteer: Gazetteer
    films: TitleLinker
    people: PersonFinder
    terms: TermFinder

    def sentence(self, text: str, language: Language = "en") -> Sentence:
        """`text` as the finders read it."""
        sentence = Sentence(text, language)
        sentence.people = [(first, last) for first, last, _ in self.people.whole_names(sentence)]
        return sentence


def library_of(gazetteer: Gazetteer) -> Library:
    """The finders for `gazetteer` (seconds for 60,000 films)."""
    return Library(gazetteer, TitleLinker(gazetteer), PersonFinder(gazetteer.people), TermFinder(gazetteer.terms))


class LibraryFile:
    """The library of one file; `current()` costs one `stat`, and a changed file is read beside the running turns."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamp: Stamp | None = None
        self._library = library_of(Gazetteer())
        self._loading: threading.Thread | None = None
        self._lock = threading.Lock()
        self._complained = False

    def current(self) -> Library:
        """The newest library that could be read; an empty one until there is a file."""
        stamp = self._look()
        if stamp is None or stamp == self._stamp:
            return self._library
        with self._lock:
            if stamp != self._stamp:
                first, self._stamp = self._stamp is None, stamp
                if first:
                    self._load()
                else:
                    self._loading = threading.Thread(target=self._load, name="titles", daemon=True)
                    self._loading.start()
        return self._library

    def wait(self) -> Library:
        """The library once a reading that is under way has ended."""
        self.current()
        if self._loading:
            self._loading.join()
        return self._library

    def _look(self) -> Stamp | None:
        try:
            status = self.path.stat()
        except OSError:
            if not self._complained:
                self._complained = True
                logger.error(  # noqa: TRY400 - a missing file needs no traceback
                    "No titles at %s: films are recognised once the index is built (usher index build)", self.path
                )
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino

    def _load(self) -> None:
        try:
            self._library = library_of(gazetteer_from(json.loads(self.path.read_text(encoding="utf-8"))))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            logger.error(  # noqa: TRY400 - the message says what is wrong
                "The titles at %s cannot be read (%s: %s); those read before stay",
                self.path,
                type(error).__name__,
                error,
            )
            return
        logger.info("Titles %s: %d films", self._library.gazetteer.version, len(self._library.gazetteer.films))


@lru_cache(maxsize=4)
def _file(path: Path) -> LibraryFile:
    return LibraryFile(path)


@lru_cache(maxsize=1)
def _configured() -> Path:
    return read_settings().titles


def library_file(path: Path | None = None) -> LibraryFile:
    """The one shared reader of a titles file (default: the configured one), so that all components load it once."""
    return _file(path or _configured())
