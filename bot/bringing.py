"""The commands that bring films in from elsewhere and hand them out again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.settings import load_settings

console = Console()
taste_app = typer.Typer(help="What a person likes.", no_args_is_help=True)


def import_films(
    source: Annotated[Path, typer.Argument(help="A file, a folder or a zip.")],
    format_: Annotated[str, typer.Option("--format", help="Its format; found out where left out.")] = "",
    name: Annotated[str, typer.Option(help="The catalogue that it goes into (USHER_CATALOGUE serves it).")] = "real",
    mapping: Annotated[
        Path | None, typer.Option("--map", help="Which column is which field; written if it is not there yet.")
    ] = None,
    origin: Annotated[str, typer.Option("--source", help="What the source is called.")] = "",
    licence: Annotated[str, typer.Option(help="The source's terms, kept with every field.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show ten records as they would be.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Read what was imported before once more.")] = False,
) -> None:
    """Bring in films, reviews or places to watch; several imports into one catalogue add up."""
    from bot.imported import print_import, print_preview
    from bot.reports import progress_bar
    from index import IndexSettings
    from index.importing import Choice, import_catalogue, preview

    load_settings()
    choice = Choice(format=format_, mapping=mapping, source=origin, licence=licence, again=again)
    if dry_run:
        for part in preview(source, choice=choice):
            print_preview(console, part)
        return
    with progress_bar(console) as progress:
        report = import_catalogue(
            source,
            IndexSettings(catalogue=name),
            choice=choice,
            progress=lambda read: progress("records", read, None),
        )
    print_import(console, report)


def export_films(
    path: Annotated[Path, typer.Argument(help="The file to write.")],
    format_: Annotated[str, typer.Option("--format", help="json-ld, csv or jsonl.")] = "jsonl",
    name: Annotated[str, typer.Option(help="The catalogue to hand out.")] = "films",
) -> None:
    """Write a catalogue into one file that other programs read."""
    from bot.reports import progress_bar
    from index import IndexSettings
    from index.exporting import export_catalogue

    load_settings()
    with progress_bar(console) as progress:
        count = export_catalogue(
            IndexSettings(catalogue=name),
            path,
            format=format_,
            progress=lambda written: progress("films", written, None),
        )
    console.print(f"{count:,} films written to {path}.", soft_wrap=True)


@taste_app.command("import")
def import_taste(
    source: Annotated[Path, typer.Argument(help="An export of Letterboxd (zip or CSV), IMDb or TMDB (CSV).")],
    person: Annotated[str, typer.Option(help="Whose taste: `person` in what GET /api/v1/me gives them.")],
) -> None:
    """Bring a person's ratings from elsewhere into their taste here."""
    from bot.tastes import known_language, print_taste, take_taste

    load_settings()
    print_taste(console, take_taste(source, person, known_language(person)))
