"""Film cards: what they show, and what their buttons do."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.films import HER, WHY, card
from tests.browser.house import House


def test_a_card_says_what_the_film_is(visit: Visit) -> None:
    visitor = visit("de")
    visitor.say("Filme wie Her")
    film = visitor.film("Vergiss mein nicht!")
    for text in ("1 Std. 48 Min.", "FSK 12", "Liebesfilm, Drama, Science-Fiction", "Regie: Michel Gondry"):
        expect(film.get_by_text(text)).to_be_visible()
    expect(film.get_by_text("Eternal Sunshine of the Spotless Mind", exact=True)).to_be_visible()
    expect(film.get_by_role("heading", name="Vergiss mein nicht! (2004)")).to_be_visible()
    expect(film.locator(".poster svg")).to_be_visible()


def test_reasons_unfold_to_their_quotations(visit: Visit) -> None:
    visitor = visit()
    visitor.say("films like Her")
    film = visitor.film("Ex Machina")
    expect(film.get_by_text(WHY["en"])).to_be_visible()
    quotation = film.get_by_text(HER["en"])
    expect(quotation).to_be_hidden()
    film.locator("summary").press("Enter")
    expect(quotation).to_be_visible()
    expect(film.get_by_text("Synopsis, Her (2013)")).to_be_visible()
    film.locator("summary").press("Enter")
    expect(quotation).to_be_hidden()


def test_a_synopsis_reads_on(visit: Visit) -> None:
    visitor = visit()
    visitor.say("films like Her")
    film, whole = visitor.film("Ex Machina"), card("ex-machina-2014")["synopsis"]
    expect(film.get_by_text(whole)).to_have_count(0)
    film.get_by_role("button", name="Read on").click()
    expect(film.get_by_text(whole)).to_be_visible()
    expect(film.get_by_text("With Alicia Vikander (Ava)")).to_be_visible()
    expect(film.get_by_text("Good to know before: violence")).to_be_visible()
    film.get_by_role("button", name="Show less").click()
    expect(film.get_by_text(whole)).to_have_count(0)


def test_buttons_carry_what_they_stand_for(visit: Visit, house: House) -> None:
    visitor = visit()
    visitor.say("films like Her")
    film = visitor.film("Ex Machina")
    expect(film).to_be_visible()
    for label, act in (("Seen it", "seen"), ("Not for me", "not_for_me")):
        count = len(house.engine.turns)
        film.get_by_role("button", name=label, exact=True).click()
        visitor.hears(label)
        expect(film.get_by_role("button", name=label, exact=True)).to_have_class("pill done")
        visitor.page.wait_for_timeout(300)
        assert len(house.engine.turns) == count + 1
        assert (house.engine.turns[-1].choice or {})["act"] == act
        assert house.engine.turns[-1].text == label


def test_the_heart_can_be_taken_back(visit: Visit, house: House) -> None:
    visitor = visit()
    visitor.say("films like Her")
    film = visitor.film("Ex Machina")
    film.get_by_role("button", name="Put Ex Machina on the watchlist").click()
    film.get_by_role("button", name="Take Ex Machina off the watchlist").click()
    visitor.hears("Take Ex Machina (2014) off my watchlist")
    expect(film.get_by_role("button", name="Put Ex Machina on the watchlist")).to_be_visible()
    visitor.page.wait_for_timeout(300)
    assert [(turn.choice or {}).get("act") for turn in house.engine.turns] == [None, "watch", None]


def test_the_row_moves_by_keyboard_and_by_button(visit: Visit) -> None:
    visitor = visit()
    visitor.say("films like Her")
    expect(visitor.films).to_have_count(5)
    row = visitor.page.get_by_role("list", name="Films")
    row.focus()
    row.press("ArrowRight")
    expect(visitor.button("Previous films")).to_be_visible()
    visitor.button("Next films").click()
    visitor.button("Next films").click()
    expect(visitor.film("Spirited Away")).to_be_in_viewport()


def test_a_list_is_copied_as_text(visit: Visit) -> None:
    visitor = visit(permissions=["clipboard-read", "clipboard-write"])
    visitor.say("films like Her")
    visitor.button("Copy as text").click()
    expect(visitor.page.get_by_text("Copied.")).to_have_count(1)
    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("1. Ex Machina (2014) – 1 h 48 min · drama, science fiction · Alex Garland\n   Like Her,")
    assert len(copied.splitlines()) == 10
