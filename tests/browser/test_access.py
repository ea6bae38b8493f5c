"""The page for people who use a keyboard, a screen reader, large letters or the dark."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.house import House
from tests.browser.visitor import Visitor


def complaints(visitor: Visitor) -> list[tuple[Any, ...]]:
    """What axe-core finds: rule, element, why."""
    visitor.page.wait_for_timeout(600)
    found = Axe().run(visitor.page).response["violations"]
    return [(each["id"], node["target"], node["failureSummary"]) for each in found for node in each["nodes"]]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing(visit: Visit, dark: bool, width: int) -> None:
    visitor = visit("de", width, dark=dark)
    expect(visitor.page.get_by_role("heading", name="Worauf hast du heute Lust?")).to_be_visible()
    assert complaints(visitor) == []
    visitor.say("Filme wie Her")
    expect(visitor.films).to_have_count(5)
    visitor.film("Ex Machina").locator("summary").click()
    assert complaints(visitor) == []


def test_everything_works_by_keyboard_alone(visit: Visit, house: House) -> None:
    visitor = visit()
    expect(visitor.field).to_be_focused()
    visitor.page.keyboard.type("films like Her")
    visitor.page.keyboard.press("Enter")
    expect(visitor.films).to_have_count(5)
    why = visitor.film("Ex Machina").get_by_role("button", name="Why?", exact=True)
    for _ in range(60):
        if why.evaluate("each => each.matches(':focus')"):
            break
        visitor.page.keyboard.press("Shift+Tab")
    expect(why).to_be_focused()
    outline = why.evaluate("each => getComputedStyle(each).outlineStyle + getComputedStyle(each).outlineWidth")
    assert outline == "solid3px"
    visitor.page.keyboard.press("Enter")
    visitor.hears("because both films")


def test_tab_reaches_the_first_examples(visit: Visit) -> None:
    visitor = visit()
    reached: list[str] = []
    visitor.page.locator("body").evaluate("() => document.querySelector('usher-chat').shadowRoot.activeElement?.blur()")
    for _ in range(16):
        visitor.page.keyboard.press("Tab")
        reached.append(
            visitor.page.evaluate(
                """() => { let each = document.activeElement;
                while (each?.shadowRoot?.activeElement) each = each.shadowRoot.activeElement;
                return each?.getAttribute("aria-label") ?? each?.textContent.trim() ?? ""; }"""
            )
        )
    assert {"films like Her", "Message", "Sprache: Deutsch", "Dark colours"} <= set(reached)


def test_focus_is_kept_when_what_was_pressed_goes_away(visit: Visit) -> None:
    visitor = visit()
    visitor.button("films like Her").press("Enter")
    expect(visitor.films).to_have_count(5)
    expect(visitor.field).to_be_focused()
    visitor.button("Something shorter").press("Enter")
    visitor.hears("These are shorter:")
    expect(visitor.field).to_be_focused()


@pytest.mark.parametrize("width", [320, 640])
def test_nothing_is_cut_off_when_enlarged(visit: Visit, width: int) -> None:
    # 320 CSS pixels are 1280 at 400 %, 640 are 1280 at 200 % (WCAG 1.4.10).
    visitor = visit("de", width)
    visitor.say("Filme wie Her")
    expect(visitor.films).to_have_count(5)
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visitor.log.evaluate("log => log.scrollWidth - log.clientWidth") <= 0
    card = visitor.film("Ex Machina").bounding_box()
    assert card is not None and card["width"] <= width
    visitor.shoot(f"narrow-{width}")


def test_answers_are_announced(visit: Visit) -> None:
    visitor = visit()
    expect(visitor.log).to_have_count(1)
    expect(visitor.page.get_by_role("status").first).to_be_attached()
    visitor.say("who directed Arrival?")
    expect(visitor.log.get_by_text("Usher: Denis Villeneuve directed Arrival (2016).")).to_be_visible()


def test_reduced_motion_is_heeded(visit: Visit) -> None:
    visitor = visit(reduced_motion="reduce")
    visitor.say("films like Her")
    expect(visitor.films).to_have_count(5)
    slow = visitor.page.evaluate(
        """() => document.getAnimations().filter((each) => each.effect.getComputedTiming().duration > 1)
             .map((each) => (each.animationName ?? each.transitionProperty) + " of " + each.effect.target.className)"""
    )
    assert slow == []
