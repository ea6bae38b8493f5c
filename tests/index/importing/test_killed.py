"""An import killed at any moment leaves a whole catalogue, and the same command completes it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time

import pytest

from index.importing import import_catalogue
from index.importing.keeping import Shelf
from index.settings import ROOT

SCRIPT = """
import sys
from pathlib import Path
from index.importing import import_catalogue
from index.settings import IndexSettings
settings = IndexSettings(build=Path(sys.argv[2]), catalogue="theirs")
print("ready", flush=True)
import_catalogue(Path(sys.argv[1]), settings)
"""
FILMS = 4000


@pytest.mark.parametrize("after_seconds", [0.05, 0.4, 0.8])
def test_a_killed_import_leaves_the_old_catalogue_or_the_new_one(lines, settings, films, after_seconds):
    import_catalogue(lines("old.jsonl", {"title": "Her", "year": 2013}), settings)
    path = lines("new.jsonl", *({"title": f"Film {number}", "year": 2000} for number in range(FILMS)))
    command = [sys.executable, "-c", SCRIPT, str(path), str(settings.build)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(after_seconds)
        process.send_signal(signal.SIGKILL)
    assert len(films()) in (1, FILMS + 1)
    assert len(Shelf(settings).sources_path().read_text().splitlines()) == len(films()) + 1
    import_catalogue(path, settings)
    assert len(films()) == FILMS + 1
    taken = json.loads(settings.source_path.with_name("imports.json").read_text())["taken"]
    assert len(taken) == 2
