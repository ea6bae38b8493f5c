"""Brings a person's exported ratings into the memory that the bot keeps of them."""

from __future__ import annotations

import asyncio
from pathlib import Path

from rich.console import Console

from actions.bringing_taste import TasteReport, bring_taste
from actions.memory import Memory
from bot.gateway.settings import read_settings
from bot.gateway.store import Store
from index import CatalogueFault, IndexSettings
from index.additions import read_films
from index.film import Language
from index.importing import read_ratings
from index.importing.keeping import digest_of

NAMED = 5


def known_language(person: str) -> Language:
    """The language of a person whom the gateway knows; for anyone else nothing may be kept."""
    settings = read_settings()
    store = Store(settings.store_place, idle_seconds=settings.conversation_hours * 3600)
    try:
        found = asyncio.run(store.find_person(person))
    finally:
        store.close()
    if found is None:
        raise CatalogueFault(f"--person {person}: nobody here has this id; GET /api/v1/me shows a person their own")
    return "de" if found.language == "de" else "en"


def take_taste(source: Path, person: str, language: Language) -> TasteReport:
    """Read an export and keep it as the person's taste."""
    if not source.exists():
        raise CatalogueFault(f"{source}: there is no such file or folder to import")
    films = {film.id: film for film in read_films(IndexSettings())}
    memory = Memory.open(read_settings().memory_path)
    message = f"import-{digest_of(source)[:32]}"
    try:
        return bring_taste(read_ratings(source), films, memory, person, language=language, message=message)
    finally:
        memory.close()


def print_taste(console: Console, report: TasteReport) -> None:
    """Print what went on which shelf, and which films are not in the catalogue."""
    console.print(
        f"{report.liked} liked, {report.disliked} disliked, {report.seen} seen, {report.watchlist} to watch; "
        f"{len(report.unknown)} not in the catalogue, {len(report.refused)} refused."
    )
    for name in report.unknown[:NAMED]:
        console.print(f"  not in the catalogue: {name}", markup=False, highlight=False)
    for refusal in report.refused[:NAMED]:
        console.print(f"  line {refusal.line}: {refusal.reason} ({refusal.seen})", markup=False, highlight=False)
