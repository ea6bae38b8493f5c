"""What Usher remembers, shown and taken back; and speaking, which is off until somebody wants it."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import expect

from actions.memory import Entry, Memory
from tests.browser.conftest import Visit
from tests.browser.house import House
from tests.browser.test_access import complaints


def _remember(house: House, folder: Path) -> Memory:
    memory = Memory.open(folder / "memory.sqlite")
    person, house.engine.memory = house.engine.turns[-1].person, memory
    day = "2026-01-01T00:00:00+00:00"
    memory.note(person, Entry("watchlist", "film", "her-2013", "Her (2013)", "put Her on my list", day), "m1")
    memory.note(person, Entry("taste", "genre", "horror", "horror", "I hate horror", day, "dislike"), "m2")
    return memory


def test_entries_are_shown_and_taken_back(visit: Visit, house: House, tmp_path: Path) -> None:
    visitor = visit()
    visitor.say("echo hello")
    visitor.hears("echo hello")
    visitor.page.wait_for_timeout(200)
    _remember(house, tmp_path)
    visitor.button("What Usher remembers").click()
    panel = visitor.page.get_by_role("dialog", name="What Usher remembers")
    expect(panel.get_by_text("Her (2013)")).to_be_visible()
    expect(panel.get_by_text("You said: “I hate horror”")).to_be_visible()
    assert complaints(visitor) == []
    visitor.shoot("panel-1280")
    panel.get_by_role("button", name="Forget that: horror").click()
    expect(panel.get_by_text("horror", exact=True)).to_have_count(0)
    visitor.hears("Noted.")
    expect(panel.get_by_text("Her (2013)")).to_be_visible()
    assert (house.engine.turns[-1].choice or {})["act"] == "forget_entry"
    with visitor.page.expect_download() as download:
        panel.get_by_role("button", name="Download everything").click()
    exported = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert [entry["name"] for entry in exported["memory"]["entries"]] == ["Her (2013)"]
    visitor.page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(visitor.button("What Usher remembers")).to_be_focused()


def test_an_empty_memory_says_so(visit: Visit) -> None:
    visitor = visit("de", 375)
    visitor.button("Was Usher sich merkt").click()
    expect(visitor.page.get_by_text("Noch nichts.")).to_be_visible()
    visitor.shoot("panel-375-empty")
    visitor.button("Schließen").click()
    expect(visitor.page.get_by_role("dialog")).to_have_count(0)


SPEECH = """
window.SpeechRecognition = class extends EventTarget {
  start() {
    const result = Object.assign([{ transcript: "echo spoken words" }], { isFinal: true });
    setTimeout(() => { this.onresult({ results: [result] }); this.onend(); }, 50);
  }
  stop() {}
};
window.spoken = [];
const voice = { cancel() {}, speak(each) { window.spoken.push(each.text); } };
Object.defineProperty(window, "speechSynthesis", { value: voice });
"""


def test_speaking_is_off_until_wanted(visit: Visit) -> None:
    visitor = visit()
    visitor.context.add_init_script(SPEECH)
    visitor.page.reload()
    expect(visitor.button("Speak")).to_have_count(0)
    visitor.button("Speaking and reading aloud").click()
    expect(visitor.page.get_by_text("for that it may send the sound to its maker")).to_be_visible()
    visitor.button("Speak").click()
    visitor.hears("echo spoken words")
    visitor.button("Read aloud").click()
    assert visitor.page.evaluate("window.spoken") == ["echo spoken words"]
    visitor.shoot("voice-1280")
    visitor.button("Speaking and reading aloud").click()
    expect(visitor.button("Speak")).to_have_count(0)


def test_a_browser_that_cannot_speak_shows_nothing_of_it(visit: Visit) -> None:
    visitor = visit()
    visitor.context.add_init_script(
        "delete window.speechSynthesis; delete window.webkitSpeechRecognition; delete window.SpeechRecognition;"
        "delete Object.getPrototypeOf(window).speechSynthesis; delete Window.prototype.speechSynthesis;"
    )
    visitor.page.reload()
    expect(visitor.field).to_be_visible()
    expect(visitor.button("Speaking and reading aloud")).to_have_count(0)
