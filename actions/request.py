"""The base of all actions: reads the turn, thinks under a deadline, utters, and apologises when it fails."""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import wiring
from actions.cards import notice
from actions.followed_up import follow_up
from actions.reply import Reply, Say
from actions.turn import Turn, read_turn

log = logging.getLogger(__name__)


class Request(Action, ABC):
    """One request of a person. A subclass names itself and answers a turn."""

    action: ClassVar[str]

    def name(self) -> str:
        """The action's name in the domain."""
        return self.action

    @abstractmethod
    def answer(self, turn: Turn, house: wiring.House) -> Reply:
        """What to say to this turn, and what to remember."""

    async def run(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],  # noqa: ARG002 - rasa-sdk calls it so
    ) -> list[dict[str, Any]]:
        """Called by rasa-sdk; always says something."""
        turn = read_turn(tracker.current_state())
        reply = await self._answer_or_apologise(turn)
        for say in reply.says:
            dispatcher.utter_message(response=say.response, json_message=say.custom, **_safe(say.fields))
        # A question lives for one turn: whatever is said next, a later "yes" must not answer it.
        slots = ({"pending": None} if turn.pending else {}) | _talked_about(turn) | dict(reply.slots)
        return [SlotSet(name, value) for name, value in slots.items()]

    def _answer(self, turn: Turn, house: wiring.House) -> Reply:
        house.recommender.refresh()
        return follow_up(turn, house) or self.answer(turn, house)

    async def _answer_or_apologise(self, turn: Turn) -> Reply:
        house = wiring.house()
        try:
            return await asyncio.wait_for(asyncio.to_thread(self._answer, turn, house), house.deadline_seconds)
        except TimeoutError:
            log.exception("%s took longer than %s s (message %s)", self.action, house.deadline_seconds, turn.message_id)
        except Exception:  # a person is waiting: whatever broke, they hear of it and the log has the cause
            log.exception("%s failed (message %s)", self.action, turn.message_id)
        return Reply((Say("utter_failed", custom=notice(turn.language, problem="failed")),))


def _talked_about(turn: Turn) -> dict[str, Any]:
    return {"talked_person": turn.mentions.people[0].name} if turn.mentions.people else {}


def _safe(fields: Any) -> dict[str, str]:
    # Rasa prints the bare template when a rendered text holds "0[" (rasa/core/nlg/interpolator.py).
    return {name: str(value).replace("0[", "0 [") for name, value in fields.items()}
