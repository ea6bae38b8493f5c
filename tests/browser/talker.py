"""A fake engine that talks like the real one: quick, predictable, and breakable from the tests."""

from __future__ import annotations

import asyncio

from actions.memory import Memory, sign
from bot.gateway.errors import EngineUnreachable
from bot.gateway.records import Turn, Utterance
from tests.browser.films import LIKE_HER, Json, card, hostile_cards

SECRET = "s" * 32
WORDS = {
    "en": {
        "films": "Five films like Her:",
        "why": "Ex Machina, because both films fall in love with a voice that may be lying.",
        "fact": "Denis Villeneuve directed Arrival (2016).",
        "noted": "Noted.",
        "why_first": "Why the first one?",
        "shorter": "Something shorter",
        "short": "These are shorter:",
        "hurt": "Careful with these:",
    },
    "de": {
        "films": "Fünf Filme wie Her:",
        "why": "Ex Machina, weil beide Filme sich in eine Stimme verlieben, die vielleicht lügt.",
        "fact": "Bei Arrival (2016) hat Denis Villeneuve Regie geführt.",
        "noted": "Ist notiert.",
        "why_first": "Warum der erste?",
        "shorter": "Etwas Kürzeres",
        "short": "Die hier sind kürzer:",
        "hurt": "Vorsicht damit:",
    },
}

_MORE: dict[str, Json] = {
    "recommendations": {"changed": None, "weak": False},
    "notice": {"problem": None, "forget": False, "export": None},
}


class Talker:
    """Answers by a few words in the text; `down` makes it unreachable, `seconds` slow."""

    def __init__(self) -> None:
        self.down = False
        self.seconds = 0.05
        self.turns: list[Turn] = []
        self.memory: Memory | None = None
        self.said: dict[str, list[Utterance]] = {}

    async def send(self, turn: Turn) -> list[Utterance]:
        await asyncio.sleep(self.seconds)
        if self.down:
            raise EngineUnreachable("POST: down")
        if not turn.person.startswith("canary"):
            self.turns.append(turn)
        if self.memory and turn.choice and turn.choice["act"] == "forget_entry":
            entry = self.memory.find(turn.person, turn.choice["argument"])
            assert entry is not None
            self.memory.remove(turn.person, entry, turn.key)
        self.said[turn.key] = [Utterance(*answer) for answer in self.answer(turn)]
        return self.said[turn.key]

    async def find(self, turn: Turn) -> list[Utterance] | None:
        if self.down:
            raise EngineUnreachable("GET: down")
        return self.said.get(turn.key)

    async def export(self, conversation: str) -> list[Json]:
        return []

    async def erase(self, conversation: str) -> None:
        return None

    async def close(self) -> None:
        return None

    def answer(self, turn: Turn) -> list[tuple[str, Json]]:
        """What is said to a turn: a list of texts with what they show."""
        language, text = turn.language, turn.text.lower()
        words = WORDS[language]
        if turn.choice and turn.choice["act"] != "why":
            return [(words["noted"], self.reply(turn, "notice"))]
        if turn.choice or text.startswith(("why", "warum")):
            return [(words["why"], self.reply(turn, "film", [self.card(turn, LIKE_HER[0])]))]
        if text.startswith(("who", "wer")):
            return [(words["fact"], self.reply(turn, "choice"))]
        if "hostile" in text:
            return [(words["hurt"], self.reply(turn, "recommendations", hostile_cards()))]
        if kind := next((kind for kind in KINDS if kind in text), None):
            return [KINDS[kind](self, turn)]
        if "echo" in text:
            return [(turn.text, self.reply(turn, "choice"))]
        if "short" in text or "kürzer" in text:
            return [(words["short"], self.reply(turn, "recommendations", [self.card(turn, "moon-2009")] * 2))]
        films = [self.card(turn, film) for film in LIKE_HER]
        options = [{"label": words[key], "payload": words[key]} for key in ("why_first", "shorter")]
        listed = "\n".join(f"{place}. {film['title']} ({film['year']})" for place, film in enumerate(films, 1))
        return [(f"{words['films']}\n{listed}", self.reply(turn, "recommendations", films, options))]

    def card(self, turn: Turn, film: str) -> Json:
        """A film's card with buttons that the gateway accepts from this person."""
        shown = card(film, turn.language)
        for option in shown["options"]:
            _, act, key, _ = option["payload"].split(".")
            option["payload"] = sign(SECRET.encode(), turn.person, act, key)
        return shown

    def reply(self, turn: Turn, kind: str, films: list[Json] | None = None, options: list[Json] | None = None) -> Json:
        shown = {"kind": kind, "language": turn.language, "films": films or [], "options": options or []}
        return shown | _MORE.get(kind, {})

    def comparison(self, turn: Turn) -> tuple[str, Json]:
        films = [self.card(turn, film) for film in LIKE_HER[:2]]
        shared, different = films[0]["reasons"], films[1]["reasons"]
        custom = self.reply(turn, "comparison", films) | {"shared": shared, "different": different}
        return f"What they share:\n• {shared[0]['text']}", custom

    def taste(self, turn: Turn) -> tuple[str, Json]:
        entries = [_entry(turn, *each) for each in (("taste", "Her (2013)", "like"), ("taste", "horror", "dislike"))]
        custom = self.reply(turn, "taste", options=[{"label": "Forget me", "payload": "Forget me"}])
        return "This is what I know about you:\n• You like Her.", custom | {"entries": entries}

    def watchlist(self, turn: Turn) -> tuple[str, Json]:
        films = [self.card(turn, film) for film in LIKE_HER[:2]]
        for film in films:
            old = film["options"].pop()
            key = old["payload"].split(".")[2]
            payload = sign(SECRET.encode(), turn.person, "unwatch", key)
            film["options"].append({"label": "Off the list", "payload": payload})
        entries = [_entry(turn, "watchlist", film["title"], None) | {"options": []} for film in films]
        return "On your watchlist:\n1. Ex Machina (2014)", self.reply(turn, "watchlist", films) | {"entries": entries}

    def exported(self, turn: Turn) -> tuple[str, Json]:
        custom = self.reply(turn, "notice") | {"export": {"language": "en", "entries": []}}
        return "Here's everything I keep about you, 0 entries, to take away.", custom

    def forgotten(self, turn: Turn) -> tuple[str, Json]:
        return "Done: I have forgotten you.", self.reply(turn, "notice") | {"forget": True}


KINDS = {
    "compare": Talker.comparison,
    "know about me": Talker.taste,
    "watchlist": Talker.watchlist,
    "export": Talker.exported,
    "forget me": Talker.forgotten,
}


def _entry(turn: Turn, shelf: str, name: str, verdict: str | None) -> Json:
    code = (name.lower().replace(" ", "") + "aaaaaaaaaa")[:10].translate(str.maketrans("(018)", "aaaaa"))
    payload = sign(SECRET.encode(), turn.person, "forget_entry", code)
    entry = {"shelf": shelf, "kind": "film", "key": name, "name": name, "words": f"I said {name}", "at": "2026-01-01"}
    return entry | {"verdict": verdict, "code": code, "options": [{"label": "Forget this", "payload": payload}]}
