"""Opens files from strangers: gzip and zip without bombs, paths that stay in their folder, lines that have an end."""

from __future__ import annotations

import gzip
import io
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple, cast

from index.errors import CatalogueFault
from index.importing.importer import Refusal

LINE_BYTES_AT_MOST = 1_000_000
PACKED_FILES_AT_MOST = 20_000
UNPACKED_BYTES_AT_MOST = 8_000_000_000
UNPACKED_BYTES_FREE = 50_000_000
"""So much may come out of any packed file; beyond it text packs to a fraction, a bomb to next to nothing."""
UNPACKED_RATIO_AT_MOST = 100
SHOWN_CHARACTERS = 80
CHUNK_BYTES = 1 << 20


class Line(NamedTuple):
    """One line with its number, from 1, without its end."""

    number: int
    text: bytes


@contextmanager
def open_bytes(path: Path) -> Iterator[BinaryIO]:
    """A file's bytes, unpacked where its name ends in .gz; what cannot be read on is a `CatalogueFault`."""
    try:
        with path.open("rb") as packed:
            if path.suffix.lower() != ".gz":
                yield packed
                return
            with gzip.open(packed) as stream:
                counted = _Counted(cast("BinaryIO", stream), path, path.stat().st_size)
                yield cast("BinaryIO", io.BufferedReader(counted, CHUNK_BYTES))
    except (EOFError, OSError, zipfile.BadZipFile) as fault:
        raise CatalogueFault(f"{path}: cannot be read on: {fault}; fetch the file again") from fault


def check_readable(path: Path) -> None:
    """Read a file to its end; a `CatalogueFault` where that cannot be done: cut off, a bomb, or UTF-16."""
    with open_bytes(path) as stream:
        chunk = stream.read(CHUNK_BYTES)
        if chunk.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise CatalogueFault(f"{path}: is UTF-16; save it as UTF-8")
        while chunk:
            chunk = stream.read(CHUNK_BYTES)


def read_lines(stream: BinaryIO) -> Iterator[Line | Refusal]:
    """Every line; one over `LINE_BYTES_AT_MOST` is refused and passed over in bounded memory."""
    number = 0
    while text := stream.readline(LINE_BYTES_AT_MOST + 1):
        number += 1
        if len(text) > LINE_BYTES_AT_MOST:
            yield Refusal(number, f"a line over {LINE_BYTES_AT_MOST} bytes", shown(text))
            while text and not text.endswith(b"\n"):
                text = stream.readline(CHUNK_BYTES)
        else:
            yield Line(number, text.rstrip(b"\r\n"))


def shown(text: bytes | str) -> str:
    """The beginning of a record, for its refusal."""
    text = text[: SHOWN_CHARACTERS * 4].decode("utf-8", "replace") if isinstance(text, bytes) else text
    return text[:SHOWN_CHARACTERS]


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """A zip as the folder (or the one file) that is in it, for as long as it is needed; anything else as it is."""
    if path.suffix.lower() != ".zip" or not path.is_file():
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="usher-import-") as name:
        folder = Path(name)
        try:
            with zipfile.ZipFile(path) as archive:
                files = [_unpack(archive, member, folder, path) for member in _members(archive, path)]
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as fault:
            raise CatalogueFault(f"{path}: not a zip that can be read: {fault}") from fault
        yield files[0] if len(files) == 1 else folder


def _members(archive: zipfile.ZipFile, path: Path) -> list[zipfile.ZipInfo]:
    """The files of an archive, after a look at what its directory promises."""
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > PACKED_FILES_AT_MOST:
        raise CatalogueFault(f"{path}: holds {len(members)} files; at most {PACKED_FILES_AT_MOST} are read")
    for member in members:
        place = PurePosixPath(member.filename.replace("\\", "/"))
        if place.is_absolute() or ".." in place.parts or ":" in place.parts[0]:
            raise CatalogueFault(f"{path}: holds {member.filename!r}, which leaves the folder it is unpacked into")
    kept = [member for member in members if not member.filename.startswith("__MACOSX/")]
    _check_size(sum(member.file_size for member in kept), path.stat().st_size, path)
    if not kept:
        raise CatalogueFault(f"{path}: is empty")
    return kept


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path, path: Path) -> Path:
    """Write one file; its true size counts, whatever the archive says of it."""
    target = folder / member.filename.replace("\\", "/")
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as packed, target.open("wb") as file:
        counted = _Counted(cast("BinaryIO", packed), path, path.stat().st_size)
        while chunk := counted.read(CHUNK_BYTES):
            file.write(chunk)
    return target


def _check_size(unpacked_bytes: int, packed_bytes: int, path: Path) -> None:
    allowed = min(max(UNPACKED_BYTES_FREE, packed_bytes * UNPACKED_RATIO_AT_MOST), UNPACKED_BYTES_AT_MOST)
    if unpacked_bytes > allowed:
        raise CatalogueFault(
            f"{path}: unpacks to over {allowed} bytes from {packed_bytes}, like a file made to fill a disk; "
            "unpack it yourself if you trust it"
        )


class _Counted(io.RawIOBase):
    """Passes bytes on and stops when more come out than a packed file of honest text holds."""

    def __init__(self, stream: BinaryIO, path: Path, packed_bytes: int) -> None:
        self._stream, self._path, self._packed, self._read = stream, path, packed_bytes, 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill a buffer."""
        chunk = self._stream.read(len(buffer))
        self._read += len(chunk)
        _check_size(self._read, self._packed, self._path)
        buffer[: len(chunk)] = chunk
        return len(chunk)
