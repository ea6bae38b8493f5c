"""One Chromium for the run, one gateway a test, and visitors who note everything that goes wrong in their browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

from tests.browser.chromium import ARGUMENTS, CURE, find_chromium
from tests.browser.house import House
from tests.browser.visitor import Visitor


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        except (Error, FileNotFoundError) as error:
            pytest.fail(f"no Chromium could be started ({str(error).splitlines()[0]}): {CURE}.", pytrace=False)
        yield browser
        browser.close()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path).start()
    yield house
    house.stop()


Visit = Callable[..., Visitor]


@pytest.fixture
def visit(browser: Browser, house: House) -> Iterator[Visit]:
    """Open the page as a new person; at the end nobody's browser may have complained."""
    visitors: list[Visitor] = []

    def open_page(language: str = "en", width: int = 1280, **options: Any) -> Visitor:
        visitors.append(Visitor(browser, house.url, language, width, **options))
        return visitors[-1].enter()

    yield open_page
    for visitor in visitors:
        visitor.leave()
