"""GET and DELETE /api/v1/me: everything held about a person, shown or erased; /me/memory is the part to change."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from actions.memory import sign
from bot.gateway.api.common import COOKIE, caller_of, gateway_of
from bot.gateway.errors import EngineError, NotReady
from bot.gateway.problems import language_of
from bot.gateway.wording import say


async def export_me(request: Request) -> Response:
    """Return everything held about the caller."""
    person = await caller_of(request)
    try:
        document = await gateway_of(request).privacy.export(person)
    except EngineError as error:
        raise NotReady(retry_after=5) from error
    return JSONResponse(document, headers={"Content-Disposition": 'attachment; filename="usher.json"'})


async def show_memory(request: Request) -> Response:
    """Return what is remembered about the caller, each entry with the button that takes it back."""
    person, gateway = await caller_of(request), gateway_of(request)
    memory = await gateway.privacy.remembered(person.id)
    label = say("choice.forget_entry", language_of(request))
    for entry in memory["entries"]:
        payload = sign(gateway.secret, person.id, "forget_entry", entry["code"])
        entry["options"] = [{"label": label, "payload": payload}]
    return JSONResponse(memory)


async def erase_me(request: Request) -> Response:
    """Erase the caller: 204 when nothing is left, 202 when the rest follows as soon as it can be reached."""
    person = await caller_of(request)
    complete = await gateway_of(request).privacy.erase(person.id)
    response = Response(status_code=204) if complete else JSONResponse({"erased": "soon"}, 202)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
    return response
