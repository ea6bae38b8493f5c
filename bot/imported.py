"""How an import looks in a terminal: what was taken, what was refused, and what a file would become."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from index.film import Film
from index.importing import ImportReport, Preview, Refusal
from index.importing.columns import ColumnsImporter
from index.importing.importer import Record, Sourced

REASONS_SHOWN = 8
SHOWN_FIELDS = ("title", "year", "runtime", "genres", "directors", "cast", "countries", "synopsis")


def print_import(console: Console, report: ImportReport) -> None:
    """Print what an import took, merged and refused, and what comes next."""
    for file in report.known_already:
        console.print(f"{file}: imported before and unchanged (read it once more with --again).", markup=False)
    done = {
        "films new": report.added,
        "merged": report.merged,
        "reviews": report.reviews,
        "places to watch": report.showings,
        "places gone": report.showings_gone,
    }
    counted = ", ".join(f"{number:,} {what}" for what, number in done.items() if number) or "nothing new"
    console.print(f"{counted}; {report.refused:,} refused; in {report.seconds:.1f} s.")
    for reason, number in report.reasons[:REASONS_SHOWN]:
        console.print(f"  refused {number:,}: {reason}", markup=False, highlight=False)
    if report.refused:
        console.print(f"Each with its line: {report.refusals_path}", soft_wrap=True)
    console.print(
        f"The catalogue {report.catalogue!r} holds {report.films:,} films, {report.with_synopsis:,} with a synopsis."
    )
    console.print(f"Build its index with: USHER_CATALOGUE={report.catalogue} usher index build")


def print_preview(console: Console, shown: Preview) -> None:
    """Print the first records of a file as they would be."""
    importer = shown.part.importer
    console.print(
        f"[bold]{escape(shown.part.path.name)}[/]: {importer.name}, source {escape(shown.part.origin.source)}"
    )
    if isinstance(importer, ColumnsImporter):
        for field, columns in importer.mapping(shown.part.path).columns.items():
            console.print(f"  {field}: {', '.join(columns)}", markup=False, highlight=False)
    for record in shown.records:
        table = Table(show_header=False, box=None, padding=(0, 1))
        for label, value in _rows(record):
            table.add_row(f"[dim]{label}[/]", escape(value[:200]))
        console.print(table)


def _rows(record: Record) -> list[tuple[str, str]]:
    if isinstance(record, Refusal):
        return [("refused", f"line {record.line}: {record.reason}"), ("", record.seen)]
    if isinstance(record, Sourced):
        record = record.film
    if isinstance(record, Film):
        fields = record.model_dump(exclude_defaults=True)
        return [(name, _told(fields[name])) for name in SHOWN_FIELDS if name in fields]
    return [(name, _told(value)) for name, value in record._asdict().items() if name != "line"]


def _told(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_told(each)}" for key, each in value.items() if each is not None)
    if isinstance(value, list | tuple):
        return ", ".join(_told(each) for each in value if each is not None)
    return str(value)
