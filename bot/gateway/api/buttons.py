"""POST /api/v1/actions: a button that was pressed."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from actions.memory import Choice, verify
from bot.gateway.api.common import caller_of, gateway_of, language_for, read_body, read_id
from bot.gateway.api.messages import accept_and_wait, read_message
from bot.gateway.errors import BadButton, Malformed
from bot.gateway.records import Json
from bot.gateway.records import Request as Said
from bot.gateway.text import clean_text, plain_for_engine
from bot.gateway.wording import say

# Acts whose argument is a film's key; the others' argument is a condition or an entry.
_ABOUT_FILMS = frozenset({"why", "more_like", "seen", "like", "not_for_me", "watch", "unwatch", "about", "pick"})


async def post_action(request: Request) -> Response:
    """Send a button's label as the person's text, with what the button stands for beside it."""
    person = await caller_of(request)
    body = await read_body(request)
    payload = body.get("payload")
    if not isinstance(payload, str) or not payload:
        raise Malformed(field="payload", expected="payload")
    if not payload.startswith("b."):
        return await accept_and_wait(request, person, read_message({**body, "text": payload}, request, person))
    gateway = gateway_of(request)
    choice = verify(gateway.secret, person.id, payload)
    if choice is None:
        raise BadButton(field="payload")
    language = language_for(request, person)
    label = await gateway.store.label_of(person.id, payload) or say(f"choice.{choice.act}", language)
    text = clean_text(label)
    said = Said(read_id(body), text, plain_for_engine(text), language, _metadata(choice))
    return await accept_and_wait(request, person, said)


def _metadata(choice: Choice) -> Json:
    return {"act": choice.act, "film" if choice.act in _ABOUT_FILMS else "argument": choice.argument}
