"""A house of fakes behind the same door as the real one, and a way to hold a conversation with the actions."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from actions.memory import Memory
from actions.server import build_executor
from actions.wiring import House, furnish
from actions.words import Words
from index.errors import IndexFault
from index.film import Film, Language
from index.reason import Answer, Evidence, Reason, Recommendation, Relief
from index.wish import Wish

PERSON = "p" * 32
SECRET = b"0123456789abcdef"
FILMS = (
    ("her-2013", "Her", "Her", 2013, 126, ("science fiction", "romance"), "Spike Jonze", ("US",)),
    ("ex-machina-2014", "Ex Machina", "Ex Machina", 2014, 108, ("science fiction",), "Alex Garland", ("GB",)),
    ("arrival-2016", "Arrival", "Arrival", 2016, 116, ("science fiction",), "Denis Villeneuve", ("US",)),
    ("spirited-away-2001", "Spirited Away", "Chihiros Reise", 2001, 125, ("animation",), "Hayao Miyazaki", ("JP",)),
    ("amelie-2001", "Amélie", "Die fabelhafte Welt der Amélie", 2001, 122, ("romance",), "Jean-Pierre Jeunet", ("FR",)),
    ("alien-1979", "Alien", "Alien", 1979, 117, ("horror",), "Ridley Scott", ("GB",)),
    ("moon-2009", "Moon", "Moon", 2009, 97, ("science fiction",), "Duncan Jones", ("GB",)),
    ("toy-story-1995", "Toy Story", "Toy Story", 1995, 81, ("animation", "comedy"), "John Lasseter", ("US",)),
)


def film_key(film_id: str) -> str:
    return hashlib.sha256(film_id.encode()).hexdigest()[:10].translate(str.maketrans("0189", "wxyz"))


def make_film(row: tuple[Any, ...]) -> Film:
    film_id, title, german, year, runtime, genres, director, countries = row
    return Film.model_validate(
        {
            "id": film_id,
            "title": title,
            "german_title": german,
            "year": year,
            "runtime": runtime,
            "genres": genres,
            "directors": [director],
            "countries": countries,
            "languages": ["en"],
            "cast": [{"name": "Amy Adams", "role": "Amy"}, {"name": "Chris Pratt"}] if film_id == "her-2013" else [],
            "content_notes": ["sex"] if film_id == "her-2013" else [],
            "certificate": {"fsk": 12, "mpa": "R"} if film_id == "her-2013" else {},
            "synopsis": {"en": f"What happens in {title}.", "de": f"Was in {german} geschieht."},
        }
    )


class FakeVocabulary:
    def name(self, kind: str, key: str, language: Language) -> str:
        return key if language == "en" else f"{key}-de"


@dataclass
class Compared:
    shared: tuple[Reason, ...]
    different: tuple[Reason, ...]


def reason(text: str, film: str = "her-2013") -> Reason:
    evidence = Evidence(film=film, source="synopsis", language="en", text="What happens")
    return Reason(aspect="themes", text=text, evidence=(evidence,))


@dataclass
class FakeRecommender:
    """Ranks in the order of the list, honours what must not come, and keeps the wishes it was given."""

    films: Mapping[str, Film] = field(default_factory=lambda: {row[0]: make_film(row) for row in FILMS})
    vocabulary: FakeVocabulary = field(default_factory=FakeVocabulary)
    wishes: list[Wish] = field(default_factory=list)
    relief: Relief | None = None
    empty: bool = False
    broken: bool = False
    weak: bool = False

    def refresh(self) -> bool:
        return False

    def series_of(self, film_id: str) -> tuple[str, ...]:
        series = self.films[film_id].series if film_id in self.films else None
        return tuple(film.id for film in self.films.values() if series and film.series == series)

    def recommend(self, wish: Wish) -> Answer:
        self.wishes.append(wish)
        if self.broken:
            raise IndexFault("the vectors are gone")
        gone = {*wish.seeds, *wish.seen, *wish.shown, *wish.disliked}
        films = [] if self.empty else [film for film in self.films.values() if film.id not in gone]
        found = tuple(
            Recommendation(film=film, score=0.5, reasons=(reason(f"Something about {film.title}.", film.id),))
            for film in films[: wish.count]
        )
        changed = f"Now {wish.critique[0]}." if wish.critique else None
        return Answer(recommendations=found, candidates=len(films), changed=changed, relief=self.relief, weak=self.weak)

    def explain(self, wish: Wish, film_id: str) -> tuple[Reason, ...]:
        return (reason("First.", film_id), reason("Second.", film_id))

    def compare(self, left: str, right: str, language: Language) -> Compared:
        return Compared((reason("Both look ahead."),), (reason("One is longer."),))


class Person:
    """Someone who talks to the actions; slots are kept as Rasa would keep them."""

    def __init__(self, language: Language = "en") -> None:
        self._executor = build_executor()
        self._count = 0
        self.slots: dict[str, Any] = {"language": language}
        self.events: list[dict[str, Any]] = []

    def does(self, action: str, text: str = "", *entities: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
        """Run one action on one message; the utterances that come back."""
        self._count += 1
        message = {
            "text": text,
            "entities": [_placed(each, text) for each in entities],
            "intent": {"name": more.get("intent", "refine" if action == "action_refine_wish" else "recommend")},
            "message_id": more.get("message_id", f"m{self._count}"),
            "metadata": {"person": PERSON, "choice": more.get("choice")},
        }
        call = {
            "next_action": action,
            "sender_id": "c1",
            "version": "3.6.21",
            "domain": {},
            "tracker": {
                "sender_id": "c1",
                "slots": dict(self.slots),
                "latest_message": message,
                "events": self.events,
                "latest_action_name": "action_listen",
                "active_loop": {},
                "paused": False,
                "followup_action": None,
            },
        }
        result = asyncio.run(self._executor.run(call))
        assert result is not None
        for event in result.events:
            self.slots[event["name"]] = event["value"]
        return result.responses


def _placed(each: dict[str, Any], text: str) -> dict[str, Any]:
    """The entity with its place in the text; one whose words are not there covers all of it."""
    start = text.find(each["text"]) if each["text"] else -1
    place = (start, start + len(each["text"])) if start >= 0 else (0, len(text))
    return {"start": place[0], "end": place[1], **each}


def film(film_id: str, text: str = "", polarity: str | None = None, **more: Any) -> dict[str, Any]:
    """A film entity as the engine sends it."""
    return {"entity": "film", "value": film_id, "text": text, "polarity": polarity, **more}


def entity(name: str, value: Any, **more: Any) -> dict[str, Any]:
    """Any other entity as the engine sends it."""
    return {"entity": name, "value": value, "text": str(value), **more}


@pytest.fixture
def recommender() -> FakeRecommender:
    return FakeRecommender()


@pytest.fixture(scope="session")
def words() -> Words:
    return Words.read()


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    store = Memory.open(tmp_path / "memory.sqlite")
    yield store
    store.close()


@pytest.fixture
def house(recommender: FakeRecommender, memory: Memory, words: Words) -> House:
    built = House(recommender=recommender, memory=memory, secret=SECRET, words=words, film_key=film_key)
    furnish(built)
    return built


@pytest.fixture
def person(house: House) -> Person:
    return Person()
