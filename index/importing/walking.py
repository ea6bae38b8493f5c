"""The files below a folder that may be read: plain ones, not reached over a link that leads out of it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.importing.cleaning import clean
from index.importing.importer import Refusal

OTHER_FORMATS = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".jsonld", ".html", ".htm", ".nfo", ".dat", ".item")
FILES_AT_MOST = 1_000_000
DEPTH_AT_MOST = 12


def files_below(folder: Path, endings: Sequence[str]) -> Iterator[Path | Refusal]:
    """Every plain file with one of the endings, in order of its path; links that lead out are refused."""
    root = folder.resolve()
    seen = 0
    for place, folders, names in os.walk(root, followlinks=False):
        below = len(Path(place).relative_to(root).parts) < DEPTH_AT_MOST
        folders[:] = sorted(name for name in folders if not name.startswith(".")) if below else []
        for name in sorted(names):
            if not name.lower().endswith(tuple(endings)) or name.startswith("."):
                continue
            if (seen := seen + 1) > FILES_AT_MOST:
                yield Refusal(0, f"the folder holds more than {FILES_AT_MOST} such files; the rest is left out", name)
                return
            path = Path(place) / name
            yield path if not (reason := _why_not(path, root)) else Refusal(0, reason, name, file_name(path, root))


def below(folder: Path) -> list[Path]:
    """The folders directly in a folder, links left out."""
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.is_symlink())


def holds_only(folder: Path, endings: Sequence[str]) -> bool:
    """Whether a folder has files with one of the endings, and none that another importer should look at."""
    others = {f"{ending}{packed}" for ending in OTHER_FORMATS for packed in ("", ".gz")} - set(endings)
    if any(True for _ in files_below(folder, tuple(others))):
        return False
    return any(isinstance(path, Path) for path in files_below(folder, endings))


def file_name(path: Path, folder: Path) -> str:
    """How a refusal names a file of a folder: without the folder, and fit to be printed."""
    inside = path.relative_to(folder) if path.is_relative_to(folder) else Path(path.name)
    return clean(str(inside))


def stays_inside(path: Path, folder: Path) -> bool:
    """Whether a path, its links followed, lies below the folder."""
    return not path.is_symlink() or Path(os.path.realpath(path)).is_relative_to(folder.resolve())


def _why_not(path: Path, root: Path) -> str:
    if not stays_inside(path, root):
        return "a link that leads out of the folder"
    return "" if path.is_file() else "not a plain file"
