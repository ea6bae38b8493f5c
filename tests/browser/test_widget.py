"""The widget on somebody else's page: another origin, a strict policy, odd letter sizes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.house import House
from tests.browser.visitor import WATCH


class ForeignSite(ThreadingHTTPServer):
    """A page that embeds the widget of a gateway under the strictest policy that allows it at all."""

    def __init__(self, attributes: str = "") -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.attributes, self.gateway = attributes, ""
        self.house: House | None = None
        # Another name for the same machine, so that the browser sees another site.
        self.origin = f"http://localhost:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: ForeignSite

    def do_GET(self) -> None:
        gateway = self.server.gateway.rstrip("/")
        socket = gateway.replace("http://", "ws://")
        page = (
            f'<!doctype html><html lang="en"><title>A cinema</title><link rel="icon" href="data:,">'
            f"<main><h1>Our cinema</h1></main>"
            f'<script src="{gateway}/widget.js" {self.server.attributes} async></script>'
        ).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        policy = f"default-src 'none'; script-src {gateway}; connect-src {gateway} {socket}; img-src data:"
        self.send_header(
            "Content-Security-Policy", f"{policy}; require-trusted-types-for 'script'; trusted-types lit-html"
        )
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: object) -> None:
        return None


@pytest.fixture
def site(tmp_path: Path) -> Iterator[ForeignSite]:
    site = ForeignSite()
    house = House(tmp_path, origins=(site.origin,)).start()
    site.gateway, site.house = house.url, house
    thread = threading.Thread(target=site.serve_forever, daemon=True)
    thread.start()
    yield site
    site.shutdown()
    site.server_close()
    house.stop()


@pytest.fixture
def page(browser: Browser, site: ForeignSite) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 800}, locale="en-GB", color_scheme="light")
    context.set_default_timeout(10_000)
    context.add_init_script(WATCH)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield page
    violations = page.evaluate("window.violations || []")
    context.close()
    assert violations == []
    assert complaints == []


def _open(page: Page, site: ForeignSite, name: str = "Ask Usher for a film") -> None:
    page.goto(site.origin)
    page.get_by_role("button", name=name).click()


def test_a_conversation_on_a_foreign_page(page: Page, site: ForeignSite) -> None:
    asked: list[str] = []
    page.goto(site.origin)
    page.on("request", lambda request: asked.append(request.url))
    launcher = page.get_by_role("button", name="Ask Usher for a film")
    expect(launcher).to_be_visible()
    assert asked == [], "nothing is asked before somebody opens the chat"
    launcher.click()
    field = page.get_by_role("textbox", name="Message")
    expect(field).to_be_focused()
    field.fill("films like Her")
    field.press("Enter")
    frame = page.get_by_role("dialog", name="Usher")
    expect(frame.get_by_role("article")).to_have_count(5)
    page.screenshot(path=Path(__file__).parents[2] / "build" / "screenshots" / "widget.png")
    assert page.evaluate("document.cookie") == ""

    page.reload()
    launcher.click()
    expect(frame.get_by_role("article")).to_have_count(5)
    field.press("Escape")
    expect(frame).to_be_hidden()
    expect(launcher).to_be_focused()


def test_an_answer_behind_the_closed_frame_is_counted(page: Page, site: ForeignSite) -> None:
    assert site.house is not None
    site.house.engine.seconds = 1.0
    _open(page, site)
    field = page.get_by_role("textbox", name="Message")
    field.fill("echo hello")
    field.press("Enter")
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("button", name="Usher: 1 new messages")).to_be_visible()


def test_axe_finds_nothing_in_the_widget(page: Page, site: ForeignSite) -> None:
    _open(page, site)
    expect(page.get_by_role("heading", name="What are you in the mood for?")).to_be_visible()
    found = Axe().run(page, context={"include": [["usher-widget"]]}).response["violations"]
    assert [(each["id"], node["target"]) for each in found for node in each["nodes"]] == []


def test_language_and_colours_are_set_by_the_site(page: Page, site: ForeignSite) -> None:
    site.attributes = 'data-language="de" data-theme="dark"'
    _open(page, site, "Usher nach einem Film fragen")
    expect(page.get_by_role("textbox", name="Nachricht")).to_be_visible()
    colour = page.evaluate(
        "getComputedStyle(document.querySelector('usher-widget').shadowRoot.querySelector('usher-chat')).backgroundColor"
    )
    assert colour == "rgb(21, 15, 28)"


def test_a_phone_gives_it_the_whole_screen(page: Page, site: ForeignSite) -> None:
    page.set_viewport_size({"width": 375, "height": 700})
    _open(page, site)
    box = page.get_by_role("dialog", name="Usher").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 375, "height": 700}


def test_letters_keep_their_size_whatever_the_site_says(page: Page, site: ForeignSite) -> None:
    _open(page, site)
    page.evaluate("document.documentElement.style.setProperty('font-size', '6px')")
    field = page.get_by_role("textbox", name="Message")
    assert field.evaluate("each => getComputedStyle(each).fontSize") == "16px"


def test_a_site_that_is_not_allowed_is_told_so(browser: Browser, tmp_path: Path, site: ForeignSite) -> None:
    page = browser.new_page(locale="en-GB")
    page.goto(f"http://127.0.0.1:{site.server_address[1]}/")
    page.get_by_role("button", name="Ask Usher for a film").click()
    expect(page.get_by_text("No connection.")).to_be_visible()
    page.close()
