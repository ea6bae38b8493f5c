"""Titles and texts that try to be code stay text."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.films import hostile_cards

SCRIPT = "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>"


@pytest.mark.parametrize("width", [375, 1280])
def test_hostile_films_stay_text(visit: Visit, width: int) -> None:
    visitor = visit("en", width)
    visitor.expected = ("404",)
    visitor.say("hostile films")
    expect(visitor.films).to_have_count(len(hostile_cards()))
    for summary in visitor.films.locator("summary").all():
        summary.click()
    assert visitor.page.evaluate("window.hacked") is None
    expect(visitor.film(SCRIPT).get_by_role("heading", name=SCRIPT)).to_be_visible()
    for place in range(len(hostile_cards())):
        card = visitor.films.nth(place)
        box = card.bounding_box()
        assert box is not None and box["width"] <= 400
        assert card.evaluate("each => each.scrollWidth <= each.clientWidth + 1"), place
        expect(card.locator(".poster svg")).to_have_count(1)
    for place in range(0, len(hostile_cards()), 2):
        visitor.films.nth(place).scroll_into_view_if_needed()
        visitor.shoot(f"hostile-{width}-{place}")


def test_a_persons_own_words_stay_text(visit: Visit) -> None:
    visitor = visit()
    visitor.say(f"echo {SCRIPT}")
    expect(visitor.log.get_by_text(f"echo {SCRIPT}")).to_have_count(2)
    assert visitor.page.evaluate("window.hacked") is None
