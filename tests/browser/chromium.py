"""Finds a Chromium for the browser tests."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CURE = "install Debian's chromium package, run `playwright install chromium`, or set USHER_CHROMIUM to one you have"
# No request of the browser's own, so that what the tests see on the network is the page's.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--no-first-run",
)


def find_chromium() -> str | None:
    """Return the browser to use; None leaves the choice to Playwright, which knows what it has installed."""
    wanted = os.environ.get("USHER_CHROMIUM")
    if wanted:
        if not Path(wanted).is_file():
            raise FileNotFoundError(f"USHER_CHROMIUM is {wanted!r}, and there is no such file: {CURE}.")
        return wanted
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or ("/usr/bin/chromium" if Path("/usr/bin/chromium").is_file() else None)
