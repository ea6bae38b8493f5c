"""Every refusal as an RFC 9457 problem document, in the person's language."""

from __future__ import annotations

import asyncio
import logging
import math

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response

from bot.gateway.errors import Internal, Malformed, NotFound, Problem, StoreDown, TooLong, TooMany, WrongMethod
from bot.gateway.records import Json
from bot.gateway.wording import Language, as_language, negotiate_language, say

log = logging.getLogger(__name__)

_REFUSAL_SECONDS = 0.3


def language_of(connection: HTTPConnection) -> Language:
    """Return the language to speak to a client in: what it asked for in this request, else English."""
    given = as_language(getattr(connection.state, "language", None))
    return given or negotiate_language(connection.headers.get("accept-language", "")) or "en"


def problem_document(problem: Problem, language: Language) -> Json:
    """Return the members of a problem document; `code` names the kind for programs."""
    document: Json = {
        "type": f"urn:usher:problem:{problem.code.replace('_', '-')}",
        "title": problem.code.replace("_", " ").capitalize(),
        "status": problem.status,
        "detail": say(f"problem.{problem.code}", language, **_values(problem, language)),
        "code": problem.code,
    }
    if problem.field is not None:
        document["field"] = problem.field
    if problem.retry_after is not None:
        document["retry_after"] = math.ceil(problem.retry_after)
    return document


def problem_response(problem: Problem, language: Language) -> Response:
    """Return the response that tells a problem."""
    headers = {} if problem.retry_after is None else {"Retry-After": str(max(1, math.ceil(problem.retry_after)))}
    if problem.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if isinstance(problem, TooLong) and problem.field is None:
        headers["Connection"] = "close"  # the rest of the body is not waited for
    return JSONResponse(
        problem_document(problem, language),
        problem.status,
        headers=headers | {"Content-Language": language, "Vary": "Accept-Language"},
        media_type="application/problem+json",
    )


async def tell_problem(request: Request, error: Exception) -> Response:
    """Answer with the problem that was raised."""
    assert isinstance(error, Problem)  # noqa: S101 - registered for this class only
    gateway = getattr(request.app.state, "gateway", None)
    if gateway is not None:
        gateway.metrics.refusals.labels(error.code).inc()
    if isinstance(error, TooMany | TooLong):
        # Whoever keeps hammering is slowed down, so that the others keep the time he would take.
        await asyncio.sleep(_REFUSAL_SECONDS)
    return problem_response(error, language_of(request))


async def tell_http_error(request: Request, error: Exception) -> Response:
    """Answer in the same form where Starlette itself refuses."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    problem: Problem = {404: NotFound, 405: WrongMethod}.get(status, Internal)()
    response = problem_response(problem, language_of(request))
    if isinstance(error, HTTPException) and error.headers:
        response.headers.update(error.headers)
    return response


async def tell_memory_fault(request: Request, _: Exception) -> Response:
    """Answer where the memory of people cannot be used just now."""
    return problem_response(StoreDown(retry_after=5), language_of(request))


async def tell_fault(request: Request, error: Exception) -> Response:
    """Answer honestly where we made a mistake; the cause goes into the log."""
    log.error("unexpected fault", exc_info=error, extra={"path": request.url.path})
    return problem_response(Internal(), language_of(request))


def _values(problem: Problem, language: Language) -> Json:
    values: Json = dict(problem.values)
    if isinstance(problem, TooLong):
        values["unit"] = say(f"unit.{values['unit']}", language)
    if isinstance(problem, Malformed):
        values = {"field": problem.field, "expected": say(f"expected.{values['expected']}", language)}
    if problem.retry_after is not None:
        values["seconds"] = max(1, math.ceil(problem.retry_after))
    return values
