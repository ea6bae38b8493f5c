"""What the tracker store holds, for the gateway: whether a turn was stored and what it said, export and erasure.

Each of them waits for the conversation's lock, so a turn that still runs is over before anybody looks.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sanic import response

if TYPE_CHECKING:
    from rasa.core.tracker_store import SQLTrackerStore
    from sanic import Blueprint
    from sanic.request import Request
    from sanic.response import HTTPResponse


def add_stored_routes(routes: Blueprint) -> None:
    """Add the addresses under which the gateway asks."""

    @routes.route("/turns/<sender:str>/<message_id:str>", methods=["GET"])
    async def turn(request: Request, sender: str, message_id: str) -> HTTPResponse:
        """Say what a stored turn said."""
        agent = request.app.ctx.agent
        async with agent.lock_store.lock(sender):
            said = find_turn(agent.tracker_store, sender, message_id)
        return _unknown("This turn is not stored") if said is None else response.json(said)

    @routes.route("/conversations/<sender:str>", methods=["GET"])
    async def conversation(request: Request, sender: str) -> HTTPResponse:
        """Export a conversation."""
        agent = request.app.ctx.agent
        async with agent.lock_store.lock(sender):
            return response.json({"events": read_events(agent.tracker_store, sender)})

    @routes.route("/conversations/<sender:str>", methods=["DELETE"])
    async def erase(request: Request, sender: str) -> HTTPResponse:
        """Erase a conversation."""
        agent = request.app.ctx.agent
        async with agent.lock_store.lock(sender):
            erase_conversation(agent.tracker_store, sender)
        return response.empty()


def find_turn(store: SQLTrackerStore, sender: str, message_id: str) -> list[dict[str, Any]] | None:
    """Return what was said in the turn of a message, as the webhook did; None if the turn is not stored."""
    said: list[dict[str, Any]] | None = None
    for event in read_events(store, sender, kinds=("user", "bot")):
        if event["event"] == "user":
            if said is not None:
                break
            said = [] if event.get("message_id") == message_id else None
        elif said is not None:
            custom = (event.get("data") or {}).get("custom")
            said.append({"text": event.get("text") or "", "custom": custom or {}})
    return said


def read_events(store: SQLTrackerStore, sender: str, kinds: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Return the stored events of a conversation, of all its sessions, in order."""
    with store.session_scope() as session:
        query = session.query(store.SQLEvent).filter(store.SQLEvent.sender_id == sender)
        if kinds:
            query = query.filter(store.SQLEvent.type_name.in_(kinds))
        return [json.loads(row.data) for row in query.order_by(store.SQLEvent.id)]


def erase_conversation(store: SQLTrackerStore, sender: str) -> None:
    """Delete all events of a conversation, from the write-ahead log as well."""
    with store.session_scope() as session:
        session.query(store.SQLEvent).filter(store.SQLEvent.sender_id == sender).delete(synchronize_session=False)
        session.commit()
        if store.engine.dialect.name == "sqlite":
            session.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _unknown(title: str) -> HTTPResponse:
    body = {"type": "about:blank", "title": title, "status": 404}
    return response.json(body, status=404, content_type="application/problem+json")
