"""What imports added to films that are written by hand: where they run, and what others say of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from index.catalogue import read_catalogue
from index.errors import CatalogueFault
from index.film import Film, Record, Review, Showing
from index.settings import IndexSettings


class Addition(Record):
    """What one film is given beside its own file."""

    id: str
    where: tuple[Showing, ...] = ()
    reviews: tuple[Review, ...] = ()

    def to(self, film: Film) -> Film:
        """The film with what was added."""
        return film.model_copy(update={"where": (*film.where, *self.where), "reviews": (*film.reviews, *self.reviews)})


def read_films(settings: IndexSettings) -> Iterator[Film]:
    """Every film of the catalogue that the settings name, with what imports added to it."""
    additions = read_additions(settings.additions_path) if settings.source_path.is_dir() else {}
    for film in read_catalogue(settings.source_path):
        addition = additions.get(film.id)
        yield addition.to(film) if addition else film


def read_additions(path: Path) -> dict[str, Addition]:
    """The additions by film id; none where nothing was imported."""
    if not path.is_file():
        return {}
    found: dict[str, Addition] = {}
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                addition = Addition.model_validate_json(line)
            except ValidationError as fault:
                raise CatalogueFault(f"{path}:{number}: cannot be read; remove the file and import again") from fault
            found[addition.id] = addition
    return found
