"""Opens the real index, memory and secret; apart from `wiring`, so that tests need none of them."""

from __future__ import annotations

from actions.memory import Memory, load_secret
from actions.settings import ActionSettings
from actions.wiring import House
from actions.words import Words
from index import IndexSettings, Recommender, film_key


def open_house(settings: ActionSettings) -> House:
    """Build everything once, at start; what cannot be opened stops the start with its cause."""
    return House(
        recommender=Recommender.open(IndexSettings()),
        memory=Memory.open(settings.memory_path),
        secret=load_secret(settings.secret, settings.secret_path),
        words=Words.read(),
        film_key=film_key,
        deadline_seconds=settings.action_seconds,
    )
