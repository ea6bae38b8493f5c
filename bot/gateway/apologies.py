"""Never silent: a clock for each turn that is not answered yet, and what a person hears when it runs out."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict

from bot.gateway.hub import Hub
from bot.gateway.metrics import Metrics
from bot.gateway.patience import Patience
from bot.gateway.records import Json, Turn, Utterance
from bot.gateway.store import Store
from bot.gateway.wording import say


class Apologies:
    """The clocks of all waiting turns, by person and key."""

    def __init__(
        self, store: Store, hub: Hub, metrics: Metrics, patience: Patience, *, deadline_seconds: float
    ) -> None:
        self._store, self._hub, self._metrics, self._patience = store, hub, metrics, patience
        self._deadline_seconds = deadline_seconds
        self._clocks: dict[str, dict[str, asyncio.Task[None]]] = defaultdict(dict)

    def __len__(self) -> int:
        return sum(len(clocks) for clocks in self._clocks.values())

    def watch(self, turn: Turn) -> None:
        """Start the clock of a turn."""
        clock = asyncio.create_task(self._apologise_in_time(turn), name=f"clock {turn.key}")
        self._clocks[turn.person][turn.key] = clock

    def unwatch(self, turn: Turn) -> None:
        """Stop the clock of a turn that has ended."""
        clock = self._clocks[turn.person].pop(turn.key, None)
        if clock is not None:
            clock.cancel()
        if not self._clocks[turn.person]:
            del self._clocks[turn.person]

    def take(self, person: str | None = None) -> list[asyncio.Task[None]]:
        """Hand over the clocks of one person, or all that run, for whoever ends them."""
        if person is not None:
            return list(self._clocks.pop(person, {}).values())
        return [clock for clocks in self._clocks.values() for clock in clocks.values()]

    async def apologise(self, turn: Turn) -> None:
        """Tell a person that the answer takes longer, once a turn."""
        apology = await self.notice("later", turn)
        told = await self._patience.persist(lambda: self._store.apologise(turn, apology))
        if told:
            self._metrics.apologies.inc()
            self._hub.notify(turn.person)

    async def notice(self, problem: str, turn: Turn) -> Utterance:
        """Return an apology as a reply of kind notice, in the language the person is spoken to in."""
        person = await self._patience.persist(lambda: self._store.find_person(turn.person))
        language = person.language if person else turn.language
        options = []
        if problem == "given_up" and turn.text and not turn.text.startswith("b."):
            options.append({"label": say("apology.again", language), "payload": turn.text})
        custom: Json = {"kind": "notice", "language": language, "films": [], "options": options}
        custom |= {"problem": problem, "forget": False, "export": None}
        return Utterance(say(f"apology.{problem}", language), custom)

    async def _apologise_in_time(self, turn: Turn) -> None:
        """Apologise when the deadline passes, whatever the turn waits for."""
        await asyncio.sleep(max(1.0, turn.accepted + self._deadline_seconds - time.time()))
        await self.apologise(turn)
