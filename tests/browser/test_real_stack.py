"""The page against the whole running bot: engine, actions, index and gateway."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bot.gateway.engine import HttpEngine
from tests.browser.house import House
from tests.browser.visitor import Visitor
from tests.conversations.stack import prepare, start, stop

pytestmark = [pytest.mark.stack, pytest.mark.timeout(900)]
SECONDS = 20_000


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    prepare()
    folder: Path = tmp_path_factory.mktemp("page")
    stack, processes = start(folder)
    try:
        engine = HttpEngine(stack.engine, attempt_seconds=20)
        house = House(folder, behind=engine, secret=stack.secret, turn_deadline_seconds=20.0).start()
        yield house
        house.stop()
    finally:
        stop(processes)


@pytest.fixture(params=[375, 1280])
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def _enter(browser: Browser, house: House, language: str, width: int) -> Visitor:
    return Visitor(browser, house.url, language, width, dark=width < 500).enter()


def _answers(visitor: Visitor, count: int) -> None:
    """Wait until the bot has said so many things."""
    expect(visitor.log.locator(".bot").nth(count - 1)).to_be_visible(timeout=SECONDS)


def test_like_why_shorter(browser: Browser, running: House, width: int) -> None:
    visitor = _enter(browser, running, "en", width)
    visitor.say("films like Her")
    _answers(visitor, 1)
    films = visitor.films
    assert films.count() >= 3
    titles = [films.nth(place).get_attribute("aria-label") for place in range(films.count())]
    assert "Her" not in titles
    for place in range(len(titles)):
        expect(films.nth(place).locator(".reason").first).to_be_visible()
        expect(films.nth(place).get_by_role("button", name="Why?", exact=True)).to_be_visible()
    visitor.page.wait_for_timeout(700)
    visitor.shoot(f"real-en-{width}-1-like")

    visitor.say("why the second one?")
    _answers(visitor, 2)
    why = visitor.log.locator(".bot").nth(1)
    expect(why.get_by_role("article", name=titles[1] or "", exact=True)).to_be_visible()
    why.locator("summary").first.click()
    expect(why.locator("figcaption").first).to_be_visible()
    visitor.page.wait_for_timeout(700)
    visitor.shoot(f"real-en-{width}-2-why")

    visitor.say("something shorter")
    _answers(visitor, 3)
    expect(visitor.log.locator(".bot").nth(2).get_by_role("article").first).to_be_visible()
    visitor.shoot(f"real-en-{width}-3-shorter")
    visitor.leave()


def test_german(browser: Browser, running: House, width: int) -> None:
    visitor = _enter(browser, running, "de", width)
    visitor.say("Filme wie Prinzessin Mononoke")
    _answers(visitor, 1)
    assert visitor.films.count() >= 3
    expect(visitor.film("Prinzessin Mononoke")).to_have_count(0)
    expect(visitor.films.first.get_by_role("button", name="Warum?", exact=True)).to_be_visible()
    expect(visitor.log.get_by_text("Prinzessin Mononoke").nth(1)).to_be_visible()
    visitor.page.wait_for_timeout(700)
    visitor.shoot(f"real-de-{width}-1-like")
    visitor.leave()


def test_a_fact(browser: Browser, running: House, width: int) -> None:
    visitor = _enter(browser, running, "en", width)
    visitor.say("who directed Arrival?")
    _answers(visitor, 1)
    expect(visitor.log.locator(".words").get_by_text("Denis Villeneuve")).to_be_visible()
    visitor.shoot(f"real-en-{width}-4-fact")
    visitor.leave()


def test_a_slip_of_the_finger(browser: Browser, running: House, width: int) -> None:
    visitor = _enter(browser, running, "en", width)
    visitor.say("films like Intersteler")
    _answers(visitor, 1)
    assert visitor.films.count() >= 3
    expect(visitor.log.locator(".words").get_by_text("Interstellar")).to_be_visible()
    expect(visitor.film("Interstellar")).to_have_count(0)
    visitor.leave()


def test_buttons_reach_the_real_bot(browser: Browser, running: House) -> None:
    visitor = _enter(browser, running, "en", 1280)
    visitor.say("films like Her")
    _answers(visitor, 1)
    first = visitor.films.first
    title = first.get_attribute("aria-label") or ""
    first.get_by_role("button", name=f"Put {title} on the watchlist").click()
    _answers(visitor, 2)
    visitor.say("show my watchlist")
    _answers(visitor, 3)
    listed = visitor.log.locator(".bot").nth(2)
    expect(listed.get_by_role("article", name=title, exact=True)).to_be_visible()
    visitor.shoot("real-en-watchlist")
    visitor.say("I love Amélie and I hate horror")
    _answers(visitor, 4)
    visitor.say("what do you know about me?")
    expect(visitor.log.locator(".entry").first).to_be_visible(timeout=SECONDS)
    visitor.shoot("real-en-taste")
    visitor.say("compare Her and Ex Machina")
    expect(visitor.log.locator(".kind-comparison")).to_be_visible(timeout=SECONDS)
    visitor.shoot("real-en-comparison")
    visitor.leave()
