import re

import pytest

from index import Wish
from index.german import translate
from index.sentences import WORDS, clip, say
from index.settings import ROOT
from index.signals.directions import PULLS
from index.vocabulary import Vocabulary


def _keys(language):
    text = (WORDS / f"{language}.ftl").read_text(encoding="utf-8")
    found = {}
    for key, body in re.findall(r"^([a-z_-]+) =((?:.|\n(?![a-z_#-]))*)", text, flags=re.MULTILINE):
        found[key] = set(re.findall(r"\$(\w+)", body))
    return found


def test_both_languages_have_the_same_messages_with_the_same_arguments():
    assert _keys("en") == _keys("de")


@pytest.mark.parametrize(
    ("count", "text"), [(1, "It shares a theme with Her: x."), (2, "It shares themes with Her: x.")]
)
def test_plurals_follow_the_count(count, text):
    assert say("en", "themes-seed", seed="Her", values="x", count=count) == text


def test_a_missing_argument_is_never_shown_to_a_person():
    with pytest.raises((ValueError, KeyError)):
        say("en", "themes-seed", seed="Her")


def test_years_have_no_thousands_separator():
    assert say("de", "year-asked", year=2013) == "Aus dem Jahr 2013 und damit in deinem Zeitraum."


def test_a_clipped_quotation_begins_as_the_passage_does():
    text = "A long sentence, with a pause in it, that goes on and on " * 5
    assert text.startswith(clip(text).removesuffix(" …"))
    assert len(clip(text)) <= 152


def test_every_tag_of_a_direction_stands_in_the_vocabulary():
    vocabulary = Vocabulary.read(ROOT / "data" / "films" / "vocabulary.yml")
    kinds = {"genres": "genre", "moods": "mood", "style": "style", "themes": "theme", "content_notes": "content_note"}
    for direction, fields in PULLS.items():
        for field, pulls in fields.items():
            assert [key for key in pulls if not vocabulary.knows(kinds[field], key)] == [], direction


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("ein Mann verliebt sich in eine Maschine", "man love machine"),
        ("Er wurde getötet", "dead"),
        ("Gefängnisausbruch", "prison"),
        ("Theodore und Samantha", "Theodore Samantha"),
    ],
)
def test_german_words_become_english_and_names_stay(german, english):
    assert set(english.split()) <= set(translate(german).replace("kill", "dead").split())


def test_a_german_wish_has_english_words(recommender):
    from index.request import Request

    version, _ = recommender.opened
    request = Request(Wish(text="eine Hochzeit im Dorf", language="de"), version)
    assert {"wed", "villag"} <= set(request.words["en"])
