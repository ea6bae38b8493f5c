"""What is remembered: shelves, repeated turns, removal, export, forgetting without a trace."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from actions.memory import Entry, Memory, MemoryFault


def entry(
    key: str = "her-2013", shelf: str = "taste", verdict: str | None = "like", words: str = "I love Her"
) -> Entry:
    return Entry(shelf, "film", key, key, words, "2026-01-01T00:00:00+00:00", verdict)  # type: ignore[arg-type]


def test_an_entry_comes_back_with_its_words(memory: Memory) -> None:
    memory.note("p", entry(), "m1")
    assert memory.entries("p") == (entry(),)
    assert memory.films("p", "taste", "like") == ("her-2013",)
    assert memory.films("p", "taste", "dislike") == ()


def test_a_new_verdict_replaces_the_old(memory: Memory) -> None:
    memory.note("p", entry(), "m1")
    memory.note("p", entry(verdict="dislike"), "m2")
    assert memory.films("p", "taste", "dislike") == ("her-2013",)
    assert memory.films("p", "taste", "like") == ()


def test_a_repeated_turn_does_not_undo_a_later_one(memory: Memory) -> None:
    assert memory.note("p", entry(shelf="watchlist", verdict=None), "m1")
    memory.remove("p", entry(shelf="watchlist", verdict=None), "m2")
    assert not memory.note("p", entry(shelf="watchlist", verdict=None), "m1")
    assert memory.films("p", "watchlist") == ()


def test_seen_is_not_liked(memory: Memory) -> None:
    memory.note("p", entry(shelf="seen", verdict=None), "m1")
    assert memory.films("p", "taste") == ()
    assert memory.films("p", "seen") == ("her-2013",)


def test_people_do_not_see_each_other(memory: Memory) -> None:
    memory.note("p", entry(), "m1")
    assert memory.entries("q") == ()


def test_an_entry_is_found_by_its_code(memory: Memory) -> None:
    memory.note("p", entry(), "m1")
    assert memory.find("p", entry().code) == entry()
    assert memory.find("q", entry().code) is None


def test_memory_outlives_the_process(tmp_path: Path) -> None:
    first = Memory.open(tmp_path / "m.sqlite")
    first.note("p", entry(), "m1")
    first.keep_language("p", "de", "m1")
    first.close()
    second = Memory.open(tmp_path / "m.sqlite")
    assert second.export("p") == {"language": "de", "entries": [entry().export()]}
    second.close()


def test_forgetting_leaves_no_trace_in_any_file(tmp_path: Path) -> None:
    memory = Memory.open(tmp_path / "m.sqlite")
    memory.note("p", entry(words="marker-4711"), "m1")
    memory.note("q", entry(), "m1")
    memory.keep_language("p", "de", "m2")
    memory.forget("p")
    assert memory.export("p") == {"language": None, "entries": []}
    assert memory.entries("q")
    assert not any(b"marker-4711" in path.read_bytes() for path in tmp_path.iterdir())
    memory.close()


def test_a_file_that_is_no_database_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "m.sqlite").write_bytes(b"not a database, but long enough to be looked at" * 40)
    with pytest.raises(MemoryFault, match="USHER_MEMORY"):
        Memory.open(tmp_path / "m.sqlite")


def test_a_locked_file_is_a_fault_and_works_again_afterwards(tmp_path: Path) -> None:
    memory = Memory.open(tmp_path / "m.sqlite", timeout_seconds=0.05)
    other = sqlite3.connect(tmp_path / "m.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(MemoryFault, match="locked"):
        memory.note("p", entry(), "m1")
    other.execute("ROLLBACK")
    assert memory.note("p", entry(), "m1")
    memory.close()


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    Memory.open(tmp_path / "m.sqlite").close()
    assert (tmp_path / "m.sqlite").stat().st_mode & 0o077 == 0
