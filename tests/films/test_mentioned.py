"""The share of the films that people mention which the catalogue holds."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from index.checking.mentioned import mentioned_note
from index.film import Film
from index.known import COLUMNS, KNOWN

HER = Film(id="her-2013", title="Her", year=2013)


def test_every_mention_counts_and_films_known_by_name_are_told_apart(tmp_path: Path) -> None:
    row = {"title": "Ran", "year": "1985"}
    cells = ",".join(row.get(name, "") for name in COLUMNS)
    (tmp_path / KNOWN).write_text(f"{','.join(COLUMNS)}\n{cells}\n")
    told = [("Her", 2013), ("Her", 2013), ("Ran", 1985), ("Nobody Knows It", 1999)]
    lines = [json.dumps({"mentioned": [{"title": title, "year": year}]}) for title, year in told]
    requests = tmp_path / "requests.jsonl.gz"
    requests.write_bytes(gzip.compress("\n".join(lines).encode()))
    note = mentioned_note([HER], folder=tmp_path, requests=requests)
    assert note.startswith("Of 4 mentions") and "50.0% are of films we have, 75.0%" in note and "3 different" in note


def test_where_there_is_nothing_to_count_it_says_so(tmp_path: Path) -> None:
    note = mentioned_note([HER], folder=tmp_path, requests=tmp_path / "none.gz")
    assert "not counted" in note and "none.gz" in note
