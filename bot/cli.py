"""The `usher` command: build, search, serve, chat, import, check and measure from a terminal."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.bringing import export_films, import_films, taste_app
from bot.settings import load_settings

app = typer.Typer(
    help="Usher, a film-recommendation chatbot that gives reasons.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
index_app = typer.Typer(help="Films as vectors: build and search the index.", no_args_is_help=True)
films_app = typer.Typer(help="The catalogue's film files.", no_args_is_help=True)
app.add_typer(index_app, name="index")
app.add_typer(films_app, name="films")
app.add_typer(taste_app, name="taste")
app.command("import")(import_films)
app.command("export")(export_films)

console = Console()
problems = Console(stderr=True)


def main() -> None:
    """Run the command; a fault becomes one sentence on stderr and exit status 1."""
    try:
        app()
    except Exception as fault:  # ours end in their sentence; whatever else it is, it is a bug and shows where
        said = _sentence(fault)
        if said is None:
            raise
        problems.print(f"usher: {said}", markup=False, highlight=False, soft_wrap=True)
        sys.exit(1)


def _sentence(fault: Exception) -> str | None:
    """What a person is told about a fault that can happen, None for any other; imported late, to start at once."""
    from pydantic import ValidationError

    from actions.memory import MemoryFault
    from bot.gateway.errors import GatewayError
    from bot.settings import SettingsFault, describe
    from bot.supervisor import SupervisorFault
    from index.errors import IndexFault

    if isinstance(fault, SettingsFault | SupervisorFault | IndexFault | MemoryFault | GatewayError):
        return str(fault)
    if isinstance(fault, ValidationError):
        return describe(fault)
    return f"{fault.strerror or fault}: {fault.filename or ''}" if isinstance(fault, OSError) else None


@app.command()
def serve() -> None:
    """Build what has changed, start gateway, actions and engine, and keep them running until Ctrl-C."""
    from bot.supervisor import Process, check_ports, supervise
    from bot.supervisor.prepare import prepare

    settings = load_settings()
    check_ports(settings)
    prepare(settings, console)

    with console.status("Starting …") as status:

        def announce(processes: Sequence[Process]) -> None:
            status.stop()
            names = ", ".join(f"{process.plan.name} {process.pid}" for process in processes)
            console.print(f"Usher answers on [bold]{settings.address}[/] ({names}). Ctrl-C stops it.")

        asyncio.run(
            supervise(settings, on_ready=announce, on_wait=lambda names: status.update(f"Waiting for {names} …"))
        )
    console.print("Stopped.")


@app.command()
def chat(language: Annotated[str, typer.Option(help="Language to begin in: en or de.")] = "en") -> None:
    """Talk to the running bot in the terminal."""
    from bot.terminal import chat_in_terminal

    chat_in_terminal(load_settings().address, console, language=language)


@app.command()
def evaluate(
    data: Annotated[Path, typer.Option(help="A folder of evaluation sets.")] = Path("../shared/data/eval"),
    limit: Annotated[int, typer.Option(min=0, help="Questions a set, drawn with a fixed seed; 0 takes all.")] = 300,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    tune: Annotated[bool, typer.Option("--tune", help="Learn weights and a ranker on the sets instead.")] = False,
    out: Annotated[Path | None, typer.Option(help="Where --tune writes the ranker.")] = None,
    ranker: Annotated[Path | None, typer.Option(help="The learned ranker to measure with.")] = None,
) -> None:
    """Measure the recommendations and their reasons against plain rankings; writes a page into build/evaluation."""
    from bot.reports import print_evaluation, progress_bar
    from index import IndexSettings
    from index.evaluation import evaluate as measure
    from index.evaluation import learn_all

    load_settings()
    if tune:
        learned = learn_all(data, IndexSettings(), out=out and out.resolve(), report=problems.print)
        console.print_json(data=learned)
        return
    settings = IndexSettings(ranker=ranker.resolve()) if ranker else IndexSettings()
    with progress_bar(problems) as progress:
        found = measure(data, settings, limit=limit or None, progress=progress)
    if as_json:
        console.print_json(data=found)
    else:
        print_evaluation(console, found)


@index_app.command("build")
def build_index() -> None:
    """Encode what has changed and switch to the new version; a running bot takes it without a restart."""
    from bot.reports import print_build, progress_bar
    from index import IndexSettings, build

    load_settings()
    with progress_bar(console) as progress:
        report = build(IndexSettings(), progress=progress)
    print_build(console, report)


@index_app.command("search")
def search_index(
    text: Annotated[str, typer.Argument(help="What is wanted: “films like Her”, or a description.")],
    count: Annotated[int, typer.Option(min=1, max=50)] = 5,
    language: Annotated[str, typer.Option(help="Language of the reasons: en or de.")] = "en",
) -> None:
    """Show the ranking for a request with scores, reasons and evidence."""
    from bot.reports import print_answer
    from index import IndexSettings, Recommender

    load_settings()
    recommender = Recommender.open(IndexSettings())
    print_answer(console, recommender, text, count=count, language="de" if language == "de" else "en")


@films_app.command("check")
def check_films(
    paths: Annotated[list[Path] | None, typer.Argument(help="Film files; all of the catalogue if none.")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the result of the facts part in facts.csv.")] = False,
) -> None:
    """Check film files: the record, the vocabulary, the prose and the facts; the films known by name too, if all."""
    from bot.reports import print_check
    from index import checking
    from index.checking.by_name import check_known
    from index.checking.mentioned import mentioned_note

    result = checking.check_films(paths or checking.film_files())
    notes = []
    if not paths:
        known = check_known(checking.FILMS)
        result.findings += known.findings
        notes = [known.note, mentioned_note((entry.film for entry in result.films), folder=checking.FILMS)]
    print_check(console, result)
    for note in notes:
        console.print(note, highlight=False, soft_wrap=True)
    if result.findings:
        raise typer.Exit(1)
    if keep:
        checking.write_facts(result, checking.FILMS)


if __name__ == "__main__":
    main()
