"""Language and colours: the browser's first, then the person's."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.house import House


def test_the_language_can_be_switched_and_stays(visit: Visit, house: House) -> None:
    visitor = visit("en")
    visitor.button("Sprache: Deutsch").click()
    german = visitor.page.get_by_role("textbox", name="Nachricht")
    expect(german).to_be_visible()
    expect(visitor.page.locator("html")).to_have_attribute("lang", "de")
    german.fill("Filme wie Her")
    visitor.button("Senden").click()
    expect(visitor.page.get_by_role("log", name="Gespräch").get_by_text("Fünf Filme wie Her:")).to_be_visible()
    assert house.engine.turns[0].language == "de"
    visitor.page.reload()
    expect(visitor.page.get_by_role("textbox", name="Nachricht")).to_be_visible()
    visitor.button("Language: English").click()
    expect(visitor.page.get_by_role("textbox", name="Message")).to_be_visible()


@pytest.mark.parametrize(
    ("dark", "first", "then"), [(False, "Dark colours", "Light colours"), (True, "Light colours", "Dark colours")]
)
def test_colours_follow_the_system_until_chosen(visit: Visit, dark: bool, first: str, then: str) -> None:
    visitor = visit(dark=dark)

    def luminance() -> float:
        colour: str = visitor.page.evaluate("getComputedStyle(document.querySelector('usher-chat')).backgroundColor")
        return sum(float(part) for part in colour.strip("rgb()").split(",")[:3]) / 3

    assert (luminance() < 60) is dark
    visitor.button(first).click()
    assert (luminance() < 60) is not dark
    visitor.page.reload()
    expect(visitor.button(then)).to_be_visible()
    assert (luminance() < 60) is not dark


def test_any_other_language_gets_english(visit: Visit) -> None:
    visitor = visit("en")
    context = visitor.context.browser
    assert context is not None
    french = context.new_page(locale="fr-FR")
    french.goto(visitor.url)
    expect(french.get_by_role("textbox", name="Message")).to_be_visible()
    french.close()
