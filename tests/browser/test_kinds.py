"""Each kind of reply is shown as what it is."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.films import WHY
from tests.browser.house import House
from tests.browser.test_access import complaints


def test_a_comparison_puts_two_films_side_by_side(visit: Visit) -> None:
    visitor = visit()
    visitor.say("compare these two")
    expect(visitor.films).to_have_count(2)
    for heading in ("What they share", "Where they part"):
        expect(visitor.log.get_by_role("heading", name=heading)).to_be_visible()
    expect(visitor.log.locator(".sides").get_by_text(WHY["en"])).to_have_count(2)
    assert visitor.said()[1:] == [], "the lists are drawn, not said a second time"
    assert complaints(visitor) == []
    visitor.shoot("kind-comparison")


def test_taste_can_be_taken_back_entry_by_entry(visit: Visit, house: House) -> None:
    visitor = visit()
    visitor.say("what do you know about me?")
    visitor.hears("This is what I know about you:")
    expect(visitor.log.get_by_text("You said: “I said horror”")).to_be_visible()
    assert complaints(visitor) == []
    visitor.shoot("kind-taste")
    visitor.button("Forget this: horror").click()
    visitor.hears("Noted.")
    assert (house.engine.turns[-1].choice or {})["act"] == "forget_entry"


def test_films_on_the_watchlist_have_a_full_heart(visit: Visit, house: House) -> None:
    visitor = visit()
    visitor.say("show my watchlist")
    visitor.hears("On your watchlist:")
    visitor.shoot("kind-watchlist")
    visitor.button("Take Ex Machina off the watchlist").click()
    visitor.hears("Noted.")
    assert (house.engine.turns[-1].choice or {})["act"] == "unwatch"
    expect(visitor.button("Put Ex Machina on the watchlist")).to_be_visible()


def test_what_is_exported_can_be_saved(visit: Visit) -> None:
    visitor = visit()
    visitor.say("export my data")
    with visitor.page.expect_download() as download:
        visitor.button("Download").click()
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8")) == {"language": "en", "entries": []}


def test_what_was_forgotten_leaves_the_screen(visit: Visit) -> None:
    visitor = visit()
    visitor.say("echo a secret")
    visitor.hears("echo a secret")
    visitor.say("forget me")
    visitor.hears("Done: I have forgotten you.")
    expect(visitor.log.get_by_text("echo a secret")).to_have_count(0)
    visitor.page.reload()
    visitor.hears("Done: I have forgotten you.")
    assert visitor.said() == ["Usher: Done: I have forgotten you."]
