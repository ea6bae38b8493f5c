"""How well films are linked on the development messages: `python tests/engine/evaluate_titles.py [--errors SOURCE]`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bot.engine.nlu.language import guess
from bot.engine.nlu.library import library_of
from bot.engine.nlu.linker import FilmMention, TitleLinker
from tests.engine.shared_data import SHARED, catalogue, rows, title_key

WRONG_LABELS = Path(__file__).with_name("wrong_labels.txt")
Row = dict[str, Any]
_SETS: tuple[tuple[str, str, Callable[[Row], bool]], ...] = (
    ("INSPIRED, all labels", "inspired2", lambda row: True),
    (
        "INSPIRED, agreed labels",
        "inspired2",
        lambda row: all(film.get("agree_v1") is not False for film in row["films"]),
    ),
    ("AskReddit", "askreddit-magical(hand-labelled)", lambda row: True),
    ("ReDial", "redial", lambda row: True),
    ("CCPE, with films", "ccpe-m(subset)", lambda row: bool(row["films"])),
)


def wrong_labels() -> set[str]:
    """Ids of messages whose label was read and found wrong."""
    lines = WRONG_LABELS.read_text(encoding="utf-8").splitlines() if WRONG_LABELS.exists() else []
    return {line.split()[0] for line in lines if line.strip() and not line.startswith("#")}


def merged(messages: Iterable[Row]) -> list[Row]:
    """The messages, those that come once for each of their films made one."""
    by_id: dict[str, Row] = {}
    for row in messages:
        held = by_id.setdefault(row["id"], {**row, "films": []})
        held["films"] = [*held["films"], *row["films"]]
    return list(by_id.values())


def found_and_gold(row: Row, mentions: Iterable[FilmMention], known: set[str]) -> tuple[set[str], set[str]]:
    """Title keys found and title keys labelled, of films in the catalogue."""
    gold = {film["key"].split("|")[0] for film in row["films"] if film.get("key")}
    return {title_key(mention.film.title) for mention in mentions}, gold & known


def figures(pairs: Iterable[tuple[set[Any], set[Any]]]) -> tuple[float, float, float]:
    """Micro precision, recall and F1 over (message, title)."""
    right = found = gold = 0
    for one, other in pairs:
        right, found, gold = right + len(one & other), found + len(one), gold + len(other)
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    """Links every message and prints the table of issue 4."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", help="print the messages of this source that differ from their label")
    arguments = parser.parse_args()
    if not SHARED.exists():
        sys.exit(f"no development data at {SHARED}")
    library = library_of(catalogue())
    linker = library.films
    messages = merged(
        row for row in rows("eval/utterances.dev.jsonl.gz") if not row["source"].startswith(("iard", "mit"))
    )
    started = time.perf_counter()
    links = {row["id"]: linker.link(library.sentence(row["text"], guess(row["text"], None))) for row in messages}
    each_ms = (time.perf_counter() - started) * 1000 / len(messages)
    _print_table(linker, messages, links)
    print(f"\n{each_ms:.2f} ms a message on {len(linker.gazetteer.films):,} films, {len(messages):,} messages")
    if arguments.errors:
        _print_errors(linker, [row for row in messages if row["source"].startswith(arguments.errors)], links)


def _print_table(linker: TitleLinker, messages: list[Row], links: dict[str, list[FilmMention]]) -> None:
    wrong = wrong_labels()
    known = {title_key(film.title) for film in linker.gazetteer.films}
    print(f"{'':26}{'messages':>9}{'precision':>10}{'recall':>8}{'F1':>7}{'F1 unreviewed':>15}{'F1 with year':>14}")
    for name, source, holds in _SETS:
        chosen = [row for row in messages if row["source"] == source and holds(row)]
        kept = [row for row in chosen if row["id"] not in wrong]
        precision, recall, f1 = figures(found_and_gold(row, links[row["id"]], known) for row in kept)
        unreviewed = figures(found_and_gold(row, links[row["id"]], known) for row in chosen)[2]
        strict = figures(_with_years(row, links[row["id"]]) for row in kept)[2]
        print(f"{name:26}{len(kept):9,}{precision:10.3f}{recall:8.3f}{f1:7.3f}{unreviewed:15.3f}{strict:14.3f}")
    print(f"\nleft out as wrongly labelled: {len(wrong)} messages")
    for name, holds in (
        ("out of scope, English", lambda row: row["source"] == "xsid-en"),
        ("out of scope, German", lambda row: row["source"] == "xsid-de"),
        ("CCPE without a film", lambda row: row["source"].startswith("ccpe") and not row["films"]),
    ):
        chosen = [row for row in messages if holds(row)]
        false = sum(bool(links[row["id"]]) and row["id"] not in wrong for row in chosen)
        raw = sum(bool(links[row["id"]]) for row in chosen)
        share, unread = false / len(chosen), raw / len(chosen)
        print(f"false titles, {name:24}{share:7.3f}   unreviewed {unread:.3f}   of {len(chosen):,}")


def _with_years(row: Row, mentions: list[FilmMention]) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
    gold = {(film["key"].split("|")[0], film["year"]) for film in row["films"] if film.get("key") and film.get("year")}
    return {(title_key(mention.film.title), mention.film.year) for mention in mentions}, gold


def _print_errors(linker: TitleLinker, messages: list[Row], links: dict[str, list[FilmMention]]) -> None:
    wrong = wrong_labels()
    known = {title_key(film.title) for film in linker.gazetteer.films}
    for row in messages:
        found, gold = found_and_gold(row, links[row["id"]], known)
        if found != gold and row["id"] not in wrong:
            print(
                f"{row['id']} | {row['text'][:300]!r}\n      false {sorted(found - gold)} missed {sorted(gold - found)}"
            )


if __name__ == "__main__":
    main()
