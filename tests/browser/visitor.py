"""Somebody at the page: finds things as people do, by role and name, in their language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect

SCREENSHOTS = Path(__file__).parents[2] / "build" / "screenshots"
NAMES = {
    "en": {"log": "Conversation", "field": "Message", "send": "Send", "why": "Why?", "new": "New messages"},
    "de": {"log": "Gespräch", "field": "Nachricht", "send": "Senden", "why": "Warum?", "new": "Neue Nachrichten"},
}
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(event.violatedDirective + " " + event.blockedURI);
});
"""


class Visitor:
    """A browser context of its own, with one page open."""

    def __init__(
        self,
        browser: Browser,
        url: str,
        language: str,
        width: int,
        *,
        dark: bool = False,
        height: int = 800,
        **more: Any,
    ) -> None:
        self.url, self.language, self.names = url, language, NAMES[language]
        self.context = browser.new_context(
            viewport={"width": width, "height": height},
            locale={"en": "en-GB", "de": "de-DE"}[language],
            color_scheme="dark" if dark else "light",
            **more,
        )
        self.context.set_default_timeout(10_000)
        self.context.add_init_script(WATCH)
        self.complaints: list[str] = []
        self.expected: tuple[str, ...] = ()
        self.page = self.new_tab()

    def new_tab(self) -> Page:
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)
        return page

    def enter(self) -> Visitor:
        self.page.goto(self.url)
        expect(self.field).to_be_visible()
        return self

    def leave(self) -> None:
        violations = [each for page in self.context.pages for each in page.evaluate("window.violations || []")]
        self.context.close()
        assert violations == []
        assert [each for each in self.complaints if not any(word in each for word in self.expected)] == []

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log", name=self.names["log"], exact=True)

    @property
    def field(self) -> Locator:
        return self.page.get_by_role("textbox", name=self.names["field"], exact=True)

    @property
    def films(self) -> Locator:
        return self.log.get_by_role("article")

    def film(self, title: str) -> Locator:
        return self.log.get_by_role("article", name=title, exact=True)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def say(self, text: str) -> None:
        self.field.fill(text)
        self.button(self.names["send"]).click()

    def hears(self, text: str) -> None:
        """Wait until the log holds a text."""
        expect(self.log.get_by_text(text).last).to_be_visible()

    def said(self) -> list[str]:
        """What stands in the log, message by message."""
        texts: list[str] = self.page.evaluate(
            """() => [...document.querySelector("usher-chat").shadowRoot.querySelectorAll(".bubble, .words")]
                 .map((each) => each.textContent.replace(/\\s+/g, " ").trim())"""
        )
        return texts

    def shoot(self, name: str) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)
