"""Replies as the actions make them, for a fake engine: real films, our own words, and some titles meant to hurt."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Json = dict[str, Any]

_FACTS: dict[str, Json] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
_WORDS = Path(__file__).parents[2] / "bot" / "gateway" / "words"
LIKE_HER = tuple(_FACTS)[:5]
WHY = {
    "en": "Like Her, it asks what becomes of people whose closest companion is not quite one.",
    "de": "Wie Her fragt der Film, was aus Menschen wird, deren engster Vertrauter keiner ist.",
}
HER = {
    "en": "But Samantha is growing faster than any person can.",
    "de": "Nur wächst Samantha schneller, als ein Mensch es je könnte.",
}
_LABELS = {
    "why": {"en": "Why?", "de": "Warum?"},
    "more_like": {"en": "More like this", "de": "Mehr davon"},
    "seen": {"en": "Seen it", "de": "Kenne ich"},
    "not_for_me": {"en": "Not for me", "de": "Nichts für mich"},
    "watch": {"en": "Watchlist", "de": "Merken"},
}


def card(film_id: str, language: str = "en", **changes: Any) -> Json:
    """A film as it stands in a reply."""
    facts = _FACTS[film_id]
    key = (film_id.replace("-", "") + "aaaaaaaaaa")[:10]
    title = facts.get("title_de", facts["title"]) if language == "de" else facts["title"]
    return {
        "id": film_id,
        "title": title,
        "original_title": facts.get("original_title", facts["title"]),
        "titles": {"en": facts["title"], "de": facts.get("title_de", facts["title"])},
        "year": facts["year"],
        "runtime": facts["runtime"],
        "genres": facts["genres"],
        "languages": ["en"],
        "countries": ["US"],
        "directors": facts["directors"],
        "cast": facts.get("cast", []),
        "music": [],
        "writers": [],
        "themes": facts["themes"],
        "moods": facts["moods"],
        "style": facts.get("style", []),
        "content_notes": facts.get("content_notes", []),
        "awards": [],
        "certificate": {"mpa": None} | facts["certificate"],
        "synopsis": facts[language],
        "synopsis_language": language,
        "poster": None,
        "where": [],
        "labels": _labels(facts, language),
        "caveat": None,
        "options": [
            {"label": labels[language], "payload": f"b.{act}.{key}.{'x' * 22}"} for act, labels in _LABELS.items()
        ],
        "reasons": [
            {
                "aspect": "themes",
                "text": WHY[language],
                "evidence": [
                    _quote("her-2013", language, HER[language]),
                    _quote(film_id, language, facts[language].split(". ")[0]),
                ],
            }
        ],
    } | changes


def _quote(film: str, language: str, text: str) -> Json:
    return {"film": film, "source": "synopsis", "language": language, "text": text, "field": None, "author": None}


def _labels(facts: Json, language: str) -> Json:
    """Names of coded values; the page's own words serve for the genres."""
    words = json.loads((_WORDS / f"{language}.json").read_text(encoding="utf-8"))
    names = {key: list(facts.get(key, [])) for key in ("themes", "moods", "style", "content_notes", "awards")}
    genres = [words[f"page.genre.{genre}"] for genre in facts["genres"]]
    hours = {"en": "{} h {} min", "de": "{} Std. {} Min."}[language].format(*divmod(facts["runtime"], 60))
    return {"genres": genres, "languages": [], "countries": [], "runtime": hours, **names}


def hostile_cards() -> list[Json]:
    """Films whose titles try to be code, to turn the line round, or to burst the card."""
    script = "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>"
    reasons = [
        {
            "aspect": "story",
            "text": script,
            "evidence": [_quote("", "en", script) | {"film": None, "source": "request"}],
        }
    ]
    return [
        card(
            "moon-2009",
            id="script-2001",
            title=script,
            synopsis=script,
            caveat=script,
            directors=[script],
            genres=[script],
            labels=None,
            reasons=reasons,
        ),
        card("moon-2009", id="rtl-2002", title="\u202egnihtyna ton si siht\u202c مرحبا بالعالم", original_title=None),
        card(
            "moon-2009",
            id="long-2003",
            title="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        ),
        card(
            "moon-2009",
            id="wordy-2004",
            title="The Incredibly Strange Creatures Who Stopped Living and Became Mixed-Up Zombies and Other Tales "
            * 2,
        ),
        card(
            "moon-2009",
            id="blank-0",
            title="\u200b",
            year=None,
            runtime=None,
            genres=[],
            labels=None,
            directors=[],
            moods=[],
            certificate=None,
            synopsis=None,
            reasons=[],
        ),
        card("moon-2009", id="poster-2005", title="Картина 絵画", poster="/no-such-poster.jpg"),
        card("moon-2009", id="scheme-2006", title="javascript:alert(1)", poster="javascript:window.hacked=1"),
    ]
