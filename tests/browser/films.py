"""Replies as the actions make them, for a fake engine: real films, our own words, and some titles meant to hurt."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

_FACTS: dict[str, Json] = {
    "ex-machina-2014": {
        "title": "Ex Machina",
        "year": 2014,
        "runtime": 108,
        "genres": ["drama", "science fiction"],
        "directors": ["Alex Garland"],
        "moods": ["unsettling", "claustrophobic"],
        "themes": ["artificial intelligence"],
        "certificate": {"fsk": 12},
        "en": "A young programmer wins a week at the mountain retreat of his company's reclusive founder, and learns that he is to judge "
        "whether Ava, a machine with a human face, can think. Ava, it turns out, is also judging him.",
        "de": "Ein junger Programmierer gewinnt eine Woche im Bergsitz seines Chefs und soll dort prüfen, ob Ava denken kann, eine "
        "Maschine mit menschlichem Gesicht. Nur prüft Ava längst auch ihn.",
    },
    "lost-in-translation-2003": {
        "title": "Lost in Translation",
        "year": 2003,
        "runtime": 102,
        "genres": ["drama", "romance", "comedy"],
        "directors": ["Sofia Coppola"],
        "moods": ["melancholic", "tender"],
        "themes": ["loneliness", "big city life"],
        "certificate": {"fsk": 6},
        "en": "Two Americans who cannot sleep meet in a Tokyo hotel: an actor past his fame and a young wife with nothing to do. For a few "
        "days they keep each other company.",
        "de": "Zwei Schlaflose begegnen sich in einem Hotel in Tokio: ein Schauspieler, dessen Ruhm verblasst, und eine junge Frau, die auf "
        "ihren Mann wartet. Ein paar Tage lang halten sie einander Gesellschaft.",
    },
    "eternal-sunshine-of-the-spotless-mind-2004": {
        "title": "Eternal Sunshine of the Spotless Mind",
        "year": 2004,
        "runtime": 108,
        "genres": ["romance", "drama", "science fiction"],
        "directors": ["Michel Gondry"],
        "moods": ["bittersweet", "dreamlike"],
        "themes": ["memory", "lost love"],
        "certificate": {"fsk": 12},
        "title_de": "Vergiss mein nicht!",
        "en": "After a quarrel Clementine has every memory of Joel erased. Hurt, he orders the same, and changes his mind while the "
        "technicians are already at work inside his head.",
        "de": "Nach einem Streit lässt Clementine alle Erinnerungen an Joel löschen. Gekränkt bestellt er dasselbe und überlegt es sich "
        "anders, als die Techniker schon in seinem Kopf zugange sind.",
    },
    "blade-runner-2049-2017": {
        "title": "Blade Runner 2049",
        "year": 2017,
        "runtime": 164,
        "genres": ["science fiction", "thriller", "drama"],
        "directors": ["Denis Villeneuve"],
        "moods": ["lonely", "bleak"],
        "style": ["neon-lit"],
        "themes": ["artificial intelligence"],
        "certificate": {"fsk": 12},
        "en": "K hunts down his own kind for the police and goes home to a hologram who loves him, or was made to say so. Then he digs up "
        "a box of bones that could end the peace.",
        "de": "K jagt für die Polizei seinesgleichen und kehrt abends zu einem Hologramm heim, das ihn liebt, oder so gebaut ist. Dann gräbt "
        "er eine Kiste mit Knochen aus, die den Frieden beenden könnte.",
    },
    "spirited-away-2001": {
        "title": "Spirited Away",
        "year": 2001,
        "runtime": 125,
        "genres": ["animation", "fantasy", "adventure"],
        "directors": ["Hayao Miyazaki"],
        "moods": ["wondrous", "eerie"],
        "style": ["hand-drawn animation", "colourful"],
        "themes": ["coming of age"],
        "certificate": {"fsk": 0},
        "title_de": "Chihiros Reise ins Zauberland",
        "original_title": "千と千尋の神隠し",
        "en": "On the way to her new home a sulky ten-year-old loses her parents to a spell and must work in a bathhouse for gods and ghosts "
        "until she can buy them free.",
        "de": "Auf dem Weg ins neue Zuhause verliert die mürrische Chihiro ihre Eltern an einen Zauber und muss in einem Badehaus für "
        "Götter und Geister arbeiten, bis sie die beiden auslösen kann.",
    },
    "moon-2009": {
        "title": "Moon",
        "year": 2009,
        "runtime": 97,
        "genres": ["science fiction", "drama"],
        "directors": ["Duncan Jones"],
        "moods": ["lonely", "meditative"],
        "style": ["minimalist"],
        "themes": ["identity"],
        "certificate": {"fsk": 12},
        "en": "Two weeks before his three years alone on the Moon end, Sam has an accident, wakes up, and finds somebody else out there "
        "in the wreck: himself.",
        "de": "Zwei Wochen, bevor seine drei Jahre allein auf dem Mond um sind, hat Sam einen Unfall, wacht auf und findet da draußen im "
        "Wrack jemand anderen: sich selbst.",
    },
}
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
        "cast": [],
        "music": [],
        "writers": [],
        "themes": facts["themes"],
        "moods": facts["moods"],
        "style": facts.get("style", []),
        "content_notes": [],
        "certificate": facts["certificate"],
        "synopsis": facts[language],
        "synopsis_language": language,
        "poster": None,
        "where": [],
        "caveat": None,
        "options": [
            {"label": labels[language], "payload": f"b.{act}.{key}.{'x' * 22}"} for act, labels in _LABELS.items()
        ],
        "reasons": [
            {
                "aspect": "themes",
                "text": WHY[language],
                "evidence": [
                    {"film": "her-2013", "source": "synopsis", "language": language, "text": HER[language]},
                    {
                        "film": film_id,
                        "source": "synopsis",
                        "language": language,
                        "text": facts[language].split(". ")[0] + ".",
                    },
                ],
            }
        ],
    } | changes


def hostile_cards() -> list[Json]:
    """Films whose titles try to be code, to turn the line round, or to burst the card."""
    script = "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>"
    reasons = [
        {
            "aspect": "story",
            "text": script,
            "evidence": [{"film": None, "source": "request", "language": "en", "text": script}],
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
            directors=[],
            moods=[],
            certificate=None,
            synopsis=None,
            reasons=[],
        ),
        card("moon-2009", id="poster-2005", title="Картина 絵画", poster="/no-such-poster.jpg"),
        card("moon-2009", id="scheme-2006", title="javascript:alert(1)", poster="javascript:window.hacked=1"),
    ]
