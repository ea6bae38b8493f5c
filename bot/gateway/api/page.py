"""The chat page and the widget's file, as they were built."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from bot.gateway.errors import PageMissing

DIST = Path(__file__).resolve().parents[1] / "web" / "dist"


async def page(_: Request) -> Response:
    """Return the page."""
    index = DIST / "index.html"
    if not index.is_file():
        raise PageMissing
    return FileResponse(index, headers={"Cache-Control": "no-cache"})


class BuiltFiles(StaticFiles):
    """The built files beside the page, checked for a newer version each time."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file; the widget's may be loaded by other sites."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "no-cache"
        if path == "widget.js":
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response


def built_files() -> BuiltFiles:
    """Return the files of the build; there may be none yet."""
    return BuiltFiles(directory=DIST, check_dir=False)
