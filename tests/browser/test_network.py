"""What happens when the network, the gateway or the engine goes away."""

from __future__ import annotations

import time

from playwright.sync_api import Route, expect

from tests.browser.conftest import Visit
from tests.browser.house import House
from tests.browser.visitor import Visitor

# The browser itself reports every failed request on the console.
CUT = ("Failed to load resource", "WebSocket connection")


def _wait_until_cut(visitor: Visitor) -> None:
    expect(visitor.page.get_by_text("No connection. I keep trying")).to_be_visible()


def test_a_reload_keeps_the_conversation(visit: Visit) -> None:
    visitor = visit()
    visitor.say("films like Her")
    expect(visitor.films).to_have_count(5)
    before = visitor.said()
    visitor.page.reload()
    expect(visitor.films).to_have_count(5)
    assert visitor.said() == before


def test_what_is_written_without_a_gateway_goes_out_once_it_is_back(visit: Visit, house: House) -> None:
    visitor = visit()
    visitor.expected = CUT
    visitor.say("echo before")
    visitor.hears("echo before")
    house.stop()
    _wait_until_cut(visitor)
    visitor.say("echo one")
    visitor.say("echo two")
    house.start()
    expect(visitor.page.get_by_text("No connection. I keep trying")).to_have_count(0, timeout=20_000)
    expect(visitor.log.get_by_text("echo two")).to_have_count(2)
    mine = [
        "You: echo before",
        "Usher: echo before",
        "You: echo one",
        "Usher: echo one",
        "You: echo two",
        "Usher: echo two",
    ]
    assert sorted(visitor.said()) == sorted(mine)
    assert [turn.text for turn in house.engine.turns] == ["echo before", "echo one", "echo two"]


def test_what_is_written_offline_survives_a_reload(visit: Visit, house: House) -> None:
    visitor = visit()
    visitor.expected = CUT
    visitor.context.set_offline(True)
    visitor.say("echo offline")
    expect(visitor.page.get_by_text("No connection. I keep trying")).to_be_visible()
    visitor.context.set_offline(False)
    visitor.page.reload()
    expect(visitor.log.get_by_text("echo offline")).to_have_count(2)
    assert [turn.text for turn in house.engine.turns] == ["echo offline"]


def test_an_answer_made_while_the_line_was_cut_arrives_once(visit: Visit, house: House) -> None:
    house.engine.seconds = 1.5
    visitor = visit()
    visitor.expected = CUT
    visitor.say("films like Her")
    expect(visitor.page.get_by_text("Usher is looking …")).to_be_visible()
    visitor.page.wait_for_timeout(300)
    visitor.context.set_offline(True)
    visitor.page.wait_for_timeout(2000)
    visitor.context.set_offline(False)
    expect(visitor.films).to_have_count(5)
    assert visitor.said() == ["You: films like Her", "Usher: Five films like Her:"]


def test_a_refused_message_says_why_and_can_be_sent_again(visit: Visit, house: House) -> None:
    visitor = visit()
    visitor.expected = CUT
    refused: list[str] = []

    def refuse_once(route: Route) -> None:
        if route.request.method != "POST" or refused:  # the page asks for messages at the same address
            route.continue_()
        else:
            refused.append(route.request.url)
            route.fulfill(status=429, headers={"Retry-After": "30"})

    visitor.page.route("**/api/v1/messages*", refuse_once)
    visitor.say("echo again")
    expect(visitor.page.get_by_text("Give me a moment")).to_be_visible()
    visitor.button("Try again").click()
    expect(visitor.log.get_by_text("echo again")).to_have_count(2)
    assert len(house.engine.turns) == 1


def test_a_dead_engine_is_apologised_for_and_the_answer_still_comes(visit: Visit, house: House) -> None:
    visitor = visit()
    house.engine.down = True
    started = time.monotonic()
    visitor.say("films like Her")
    visitor.hears("trouble answering")
    expect(visitor.page.get_by_text("Usher is just waking up.")).to_be_visible()
    assert time.monotonic() - started < 15
    house.engine.down = False
    expect(visitor.films).to_have_count(5, timeout=30_000)
    expect(visitor.page.get_by_text("Usher is just waking up.")).to_have_count(0)


def test_two_tabs_show_the_same(visit: Visit) -> None:
    visitor = visit()
    other = visitor.new_tab()
    other.goto(visitor.url)
    expect(other.get_by_role("textbox", name="Message")).to_be_visible()
    visitor.say("films like Her")
    expect(visitor.films).to_have_count(5)
    expect(other.get_by_role("article")).to_have_count(5)


def test_an_ended_session_begins_anew(visit: Visit) -> None:
    visitor = visit()
    visitor.expected = CUT
    visitor.say("echo one")
    visitor.hears("echo one")
    visitor.context.clear_cookies()
    visitor.page.reload()
    expect(visitor.page.get_by_role("heading", name="What are you in the mood for?")).to_be_visible()
    visitor.say("echo two")
    expect(visitor.log.get_by_text("echo two")).to_have_count(2)


def test_without_web_sockets_answers_come_all_the_same(visit: Visit) -> None:
    visitor = visit()
    visitor.expected = CUT
    visitor.page.route_web_socket("**/api/v1/stream", lambda socket: socket.close())
    visitor.page.reload()
    visitor.say("films like Her")
    expect(visitor.films).to_have_count(5)
    visitor.page.evaluate("delete window.WebSocket")
    visitor.page.add_init_script("delete window.WebSocket")
    visitor.page.reload()
    expect(visitor.films).to_have_count(5)
    visitor.say("echo still here")
    expect(visitor.log.get_by_text("echo still here")).to_have_count(2)


def test_a_browser_that_keeps_no_cookie_can_talk_too(visit: Visit) -> None:
    visitor = visit()
    visitor.expected = CUT

    def without_cookie(route: Route) -> None:
        answer = route.fetch()
        kept = {name: value for name, value in answer.headers.items() if name.lower() != "set-cookie"}
        route.fulfill(response=answer, headers=kept)

    visitor.context.clear_cookies()
    visitor.page.evaluate("localStorage.clear()")
    visitor.page.route("**/api/v1/sessions", without_cookie)
    visitor.page.reload()
    visitor.say("films like Her")
    expect(visitor.films).to_have_count(5)
