"""Index versions on disk: each in a folder of its own with a manifest, one of them current, switched in one step."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from index.errors import VersionFault

FORMAT = 3  # of everything a version holds: raise it when what is written changes, so that old ones are built anew


class Store:
    """The versions of one catalogue's index."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.versions = path / "versions"
        self._current = path / "current"

    def current(self) -> str | None:
        """The id of the live version, or None if none was built."""
        try:
            return self._current.read_text().strip() or None
        except FileNotFoundError:
            return None

    def folder(self, version: str) -> Path:
        """Where a version lies."""
        return self.versions / version

    def open(self, version: str | None = None, *, any_format: bool = False) -> tuple[str, Path, dict[str, Any]]:
        """The id, folder and manifest of a version (default: the live one), every file's checksum compared."""
        chosen = version or self.current()
        if chosen is None:
            raise VersionFault(f"{self.path}: no index has been built; run `usher index build`")
        manifest = self.read_manifest(chosen, any_format=any_format)
        folder = self.folder(chosen)
        for name, expected in manifest["files"].items():
            if digest(folder / name) != expected:
                raise VersionFault(f"{folder / name} is damaged (its SHA-256 differs); run `usher index build`")
        return chosen, folder, manifest

    def read_manifest(self, version: str, *, any_format: bool = False) -> dict[str, Any]:
        """What a version says of itself; a missing or unreadable manifest is a `VersionFault`."""
        path = self.folder(version) / "manifest.json"
        try:
            manifest = json.loads(path.read_text())
            known = (any_format or manifest["format"] == FORMAT) and isinstance(manifest["files"], dict)
        except (OSError, ValueError, KeyError, TypeError) as fault:
            raise VersionFault(f"{path} cannot be read; run `usher index build`") from fault
        if not known:
            raise VersionFault(
                f"{path} has format {manifest['format']}, this Usher reads {FORMAT}; run `usher index build`"
            )
        return dict(manifest)

    @contextmanager
    def building(self) -> Iterator[Path]:
        """A new folder to write a version into; one build at a time, and nothing is left if it fails."""
        self.versions.mkdir(parents=True, exist_ok=True)
        with (self.path / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            for left in self.versions.glob(".new-*"):
                shutil.rmtree(left, ignore_errors=True)
            folder = self.versions / f".new-{os.getpid()}"
            folder.mkdir()
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)

    def seal(self, folder: Path, **facts: Any) -> dict[str, Any]:
        """Write the manifest of a finished folder: its facts, and every file's SHA-256."""
        names = sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())
        manifest = {"format": FORMAT, **facts, "files": {name: digest(folder / name) for name in names}}
        write_whole(folder / "manifest.json", json.dumps(manifest, indent=1, ensure_ascii=False))
        return manifest

    def publish(self, folder: Path, version: str, *, keep: int) -> None:
        """Make a sealed folder the live version in one step, and remove the oldest beyond `keep`."""
        target = self.folder(version)
        if target.exists():
            shutil.rmtree(target)
        folder.rename(target)
        write_whole(self._current, version + "\n")
        others = sorted(
            (each for each in self.versions.iterdir() if each != target and not each.name.startswith(".")),
            key=lambda each: each.stat().st_mtime,
            reverse=True,
        )
        for old in others[keep - 1 :]:
            shutil.rmtree(old, ignore_errors=True)


def digest(path: Path) -> str:
    """The SHA-256 of a file; a missing file has none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def write_whole(path: Path, text: str) -> None:
    """Write a small file so that others see the old text or the new, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
