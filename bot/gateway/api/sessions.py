"""POST /api/v1/sessions: a new person with a conversation."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.gateway.api.common import COOKIE, address_of, gateway_of, language_for, read_body
from bot.gateway.origins import is_own_origin

_COOKIE_SECONDS = 180 * 86400


async def create_session(request: Request) -> Response:
    """Make a session; the page gets it as a cookie too, other sites by token only."""
    gateway = gateway_of(request)
    gateway.sessions.check(address_of(request))
    has_body = request.headers.get("content-length", "0") != "0" or "transfer-encoding" in request.headers
    if has_body:
        await read_body(request)
    else:
        request.state.language = None
    person = await gateway.store.create_person(language_for(request))
    token = gateway.signer.token(person.id)
    response = JSONResponse({"session": person.conversation, "token": token}, 201)
    if is_own_origin(request.headers):
        set_cookie(request, response, token)
    return response


def set_cookie(request: Request, response: Response, token: str) -> None:
    """Keep the token where scripts cannot read it and other sites cannot send it."""
    secure = gateway_of(request).settings.secure_cookie or request.url.scheme == "https"
    response.set_cookie(
        COOKIE, token, max_age=_COOKIE_SECONDS, path="/", httponly=True, samesite="strict", secure=secure
    )
