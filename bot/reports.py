"""How results of the index look in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from bot.reading import read_wish
from index import BuildReport, Recommender
from index.checking import Check
from index.film import Language


class Advance(Protocol):
    """Hears how far a long step is: its name, what is done and of how many."""

    def __call__(self, step: str, done: int, total: int | None) -> None:
        """Note that `done` of `total` parts of `step` are finished."""


@contextmanager
def progress_bar(console: Console) -> Iterator[Advance]:
    """A progress bar with one row a step."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        tasks = {}

        def advance(step: str, done: int, total: int | None) -> None:
            if step not in tasks:
                tasks[step] = progress.add_task(step, total=total)
            progress.update(tasks[step], completed=done, total=total)

        yield advance


def print_answer(console: Console, recommender: Recommender, text: str, *, count: int, language: Language) -> None:
    """Print the ranking for a request as a person typed it."""
    wish = read_wish(text, recommender.films.values(), language=language, count=count)
    answer = recommender.recommend(wish)
    for place, found in enumerate(answer.recommendations, start=1):
        console.print(
            f"[bold]{place}. {escape(found.film.title_in(language))}[/] ({found.film.year})  {found.score:.3f}"
        )
        for reason in found.reasons:
            console.print(f"   {reason.aspect}: {escape(reason.text)}")
            for evidence in reason.evidence:
                console.print(f"      [dim]{evidence.film or 'you'}/{evidence.source}: “{escape(evidence.text)}”[/]")
        if found.caveat:
            console.print(f"   [yellow]{escape(found.caveat)}[/]")
    if not answer.recommendations:
        console.print(
            "Nothing fits." + (f" Without “{answer.relief.label}”: {answer.relief.films}" if answer.relief else "")
        )


def print_build(console: Console, report: BuildReport) -> None:
    """Print what an index build did in one line."""
    if not report.changed:
        console.print(f"Nothing changed: {report.films} films, version {report.version}.")
        return
    console.print(
        f"{report.films} films, {report.passages} passages, of which {report.encoded} encoded "
        f"in {report.seconds:.1f} s: version {report.version}."
    )


def print_evaluation(console: Console, found: Mapping[str, Any]) -> None:
    """Print a table a set: who ranks, the figure with its interval, and whether the gain is beyond the noise."""
    for name, figures in found["sets"].items():
        table = Table(name, figures["measure"], "95 % interval")
        for who, each in figures["figures"].items():
            table.add_row(who, f"{each['value']:.3f}", f"{each['low']:.3f} to {each['high']:.3f}")
        for who, value in figures.get("published", {}).items():
            table.add_row(f"{who} (published)", f"{value:.3f}", "")
        console.print(table)
        if gain := figures.get("gain"):
            noise = "inside the noise" if gain["low"] <= 0 <= gain["high"] else "beyond the noise"
            console.print(f"  against {figures['best_floor']}: {gain['value']:+.3f}, {noise}")
    for name in ("agreement", "fidelity_seeds", "fidelity_requests", "speed"):
        if name in found:
            shown = ", ".join(f"{key.replace('_', ' ')} {value:.3g}" for key, value in found[name].items())
            console.print(f"[bold]{name.replace('_', ' ')}[/]: {shown}")


def print_check(console: Console, check: Check) -> None:
    """Print every finding, then what the catalogue holds."""
    for finding in check.findings:
        console.print(str(finding), markup=False, highlight=False, soft_wrap=True)
    films = [entry.film for entry in check.films]
    words = sum(len(text.split()) for film in films for text in film.synopsis.values())
    words += sum(len(review.text.split()) for film in films for review in film.reviews)
    console.print(f"{len(films)} films, {words:,} words of prose, {len(check.findings)} findings. {check.facts_note}")
    for name, counted in {
        "decades": Counter(f"{film.year // 10 * 10}s" for film in films),
        "countries": Counter(country for film in films for country in film.countries),
        "genres": Counter(genre for film in films for genre in film.genres),
    }.items():
        console.print(f"  {name}: " + ", ".join(f"{key} {count}" for key, count in counted.most_common(12)))
