"""Whole conversations on the page, in both languages, on a phone and on a desktop."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.house import House
from tests.browser.talker import WORDS

TALK = {
    "en": ("films like Her", "Ex Machina", "Something shorter", "who directed Arrival?", "Synopsis, Her (2013)"),
    "de": (
        "Filme wie Her",
        "Ex Machina",
        "Etwas Kürzeres",
        "Wer hat bei Arrival Regie geführt?",
        "Inhaltsangabe, Her (2013)",
    ),
}


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("dark", [False, True])
def test_a_whole_conversation(visit: Visit, language: str, width: int, dark: bool) -> None:
    visitor = visit(language, width, dark=dark)
    tag = f"{language}-{width}-{'dark' if dark else 'light'}"
    question, title, shorter, fact, source = TALK[language]
    expect(visitor.page).to_have_title(
        ("Usher – films, with reasons", "Usher – Filme, mit Begründung")[language == "de"]
    )
    expect(visitor.page.locator("html")).to_have_attribute("lang", language)
    visitor.shoot(f"{tag}-1-first")

    visitor.say(question)
    expect(visitor.films).to_have_count(5)
    visitor.hears(WORDS[language]["films"])
    expect(visitor.log.get_by_text("1. Ex Machina")).to_have_count(0)
    visitor.page.wait_for_timeout(500)
    visitor.shoot(f"{tag}-2-films")

    card = visitor.film(title)
    card.locator("summary").click()
    expect(card.get_by_text(source)).to_be_visible()
    card.get_by_role("button", name=visitor.names["why"], exact=True).click()
    visitor.hears(WORDS[language]["why"])
    visitor.page.wait_for_timeout(900)
    visitor.shoot(f"{tag}-3-why")

    visitor.say(shorter)
    visitor.hears(WORDS[language]["short"])
    visitor.say(fact)
    visitor.hears(WORDS[language]["fact"])
    visitor.page.wait_for_timeout(500)
    visitor.shoot(f"{tag}-4-fact")
    field = visitor.field.bounding_box()
    assert field is not None and field["y"] > 600, "only the log scrolls, never the page around it"


def test_the_first_screen_shows_what_one_can_say(visit: Visit, house: House) -> None:
    visitor = visit("de")
    expect(visitor.page.get_by_role("heading", name="Worauf hast du heute Lust?")).to_be_visible()
    examples = visitor.page.get_by_role("list", name="Zum Beispiel").get_by_role("button")
    expect(examples).to_have_count(4)
    examples.first.click()
    expect(visitor.films).to_have_count(5)
    assert house.engine.turns[0].text == "Filme wie Her"
    expect(visitor.page.get_by_role("heading", name="Worauf hast du heute Lust?")).to_have_count(0)


def test_quick_replies_stand_under_the_last_answer_only(visit: Visit, house: House) -> None:
    visitor = visit()
    visitor.say("films like Her")
    visitor.button("Something shorter").click()
    visitor.hears("These are shorter:")
    assert [turn.text for turn in house.engine.turns] == ["films like Her", "Something shorter"]
    expect(visitor.button("Something shorter")).to_have_count(0)


def test_the_page_shows_that_it_waits(visit: Visit, house: House) -> None:
    house.engine.seconds = 0.6
    visitor = visit()
    visitor.say("films like Her")
    expect(visitor.page.get_by_text("Usher is looking …")).to_be_visible()
    expect(visitor.films).to_have_count(5)
    expect(visitor.page.get_by_text("Usher is looking …")).to_have_count(0)


def test_enter_sends_and_shift_enter_does_not(visit: Visit) -> None:
    visitor = visit()
    visitor.field.fill("one")
    visitor.field.press("Shift+Enter")
    visitor.field.press_sequentially("echo")
    expect(visitor.field).to_have_value("one\necho")
    visitor.field.press("Enter")
    visitor.hears("one echo")
    expect(visitor.field).to_have_value("")


def test_nothing_and_too_much_are_not_sent(visit: Visit, house: House) -> None:
    visitor = visit()
    for text in ("   ", "x" * 1003):
        visitor.field.fill(text)
        expect(visitor.button("Send")).to_be_disabled()
        visitor.field.press("Enter")
    expect(visitor.page.get_by_role("alert")).to_have_text("3 characters too many")
    expect(visitor.field).to_have_value("x" * 1003)
    assert house.engine.turns == []


def test_a_message_button_shows_when_scrolled_away(visit: Visit) -> None:
    visitor = visit(height=500)
    for number in range(12):
        visitor.say(f"echo {number}")
        visitor.hears(f"echo {number}")
    expect(visitor.button("New messages")).to_have_count(0)
    visitor.log.evaluate("log => log.scrollTop = 0")
    button = visitor.button("New messages")
    expect(button).to_be_visible()
    other = visitor.new_tab()
    other.goto(visitor.url)
    other.get_by_role("textbox", name="Message").fill("echo far away")
    other.get_by_role("button", name="Send").click()
    expect(button.get_by_text("1")).to_be_visible()
    button.click()
    expect(button).to_have_count(0)
    expect(visitor.log.get_by_text("echo far away").last).to_be_in_viewport()


def test_nothing_but_the_gateway_is_asked_for_anything(visit: Visit, house: House) -> None:
    asked: list[str] = []
    visitor = visit()
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.page.reload()
    visitor.say("films like Her")
    expect(visitor.films).to_have_count(5)
    assert [url for url in asked if not url.startswith(house.url)] == []
