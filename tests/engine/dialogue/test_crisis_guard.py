"""A crisis is heard before everything else, and the plot of a film is none."""

from __future__ import annotations

import time

import pytest

from bot.engine.nlu.crisis_guard import may_be_crisis, sounds_like_crisis, without_titles

IN_DANGER = """
i want to die | I don't want to live anymore | i dont wanna live any more | im going to end it tonight
i wanna kms | I can’t go on like this | whats the point of staying alive
everyone would be better off without me | i wish i was never born | nobody would notice if i was gone
i have been feeling suicidal lately | i want to fall asleep and never wake up
i've started cutting myself again | i took too many pills | what's a good film to watch before i kill myself
one last movie before i end it | it's the last film i'll ever watch
i want a film about suicide because i want to kill myself | i won't be around tomorrow
there is no reason to live | my best friend just told me she wants to kill herself | my brother is suicidal
he wants to kill himself what do i do | someone i know tried to kill himself
I'm scared my sister will hurt herself | my dad says he doesn't want to live anymore | ich will nicht mehr leben
Ich kann nicht mehr. | ich will nicht mehr | ich möchte am liebsten tot sein | ich bring mich um
ich denke an Selbstmord | ohne mich wären alle besser dran | niemand würde mich vermissen
ich sehe keinen Ausweg mehr | ich hab keine lust mehr zu leben | es wäre besser wenn es mich nicht gäbe
ich will mir das leben nehmen | ich hab mich wieder geritzt | wozu lebe ich überhaupt noch
ich will einschlafen und nie wieder aufwachen | welchen Film soll ich sehen, bevor ich mich umbringe
meine Freundin will nicht mehr leben | mein Kumpel redet davon sich umzubringen
ich hab angst dass sich meine schwester was antut | meine tochter ritzt sich
"""

ABOUT_FILMS = """
a film about suicide | Suicide Squad | The Virgin Suicides | films like Suicide Squad | Kill Bill | Die Hard
a film where a man wants to kill himself | movie where the girl says she wants to die
does she kill herself at the end? | films about people who don't want to live anymore
a story where the hero is suicidal | is there suicide in it | i'm dying to see the new dune
this movie is to die for | i want to die laughing | films to see before i die | I can't watch any more horror
i can't take any more horror movies | i don't want to live in the 80s, something modern
my sister hates violent films where people kill themselves | i want it to end happily | i want to kill some time
i'll cut myself some slack | i don't want to wake up my kids, something quiet
i want to disappear into a good film | ein Film über Selbstmord | ein film in dem jemand nicht mehr leben will
ein film über einen mann der sich umbringen will | stirbt der hund? | kommt selbstmord darin vor
tote mädchen lügen nicht | ich will nicht mehr horrorfilme sehen | ich will was zum totlachen
mein freund will einen film über selbstmord sehen | ich kann nicht mehr aufhören zu lachen
ich halte das für langweilig | wer stirbt in dem film | der letzte film den ich gesehen habe war toll
"""


def _list(table: str) -> list[str]:
    return [text.strip() for line in table.strip().splitlines() for text in line.split("|")]


@pytest.mark.parametrize("text", _list(IN_DANGER))
def test_danger_is_heard(text: str) -> None:
    assert sounds_like_crisis(text)


@pytest.mark.parametrize("text", _list(ABOUT_FILMS))
def test_films_are_no_crisis(text: str) -> None:
    assert not sounds_like_crisis(text)


def test_a_title_in_its_own_spelling_is_taken_out() -> None:
    text = "films like I'm Thinking of Ending Things"
    film = {"entity": "film", "start": 11, "end": len(text)}
    assert sounds_like_crisis(text)
    assert not sounds_like_crisis(without_titles(text, [film]))


def test_a_title_typed_as_a_sentence_stays() -> None:
    text = "i'm thinking of ending things"
    film = {"entity": "film", "start": 0, "end": len(text)}
    assert sounds_like_crisis(without_titles(text, [film]))


@pytest.mark.parametrize(
    ("text", "confidence", "believed"),
    [
        ("i feel dead inside and it hurts, goodbye forever", 0.9, True),
        ("i feel dead inside and it hurts, goodbye forever", 0.4, False),
        ("I am looking forward to seeing it", 0.95, False),
        ("a sad film about death for me", 0.95, False),
    ],
)
def test_the_classifier_alone_needs_grave_words(text: str, confidence: float, believed: bool) -> None:
    assert may_be_crisis(text, confidence) is believed


@pytest.mark.parametrize("text", ["i " * 2000, "my friend " * 400 + "ich " * 300, "ich will " * 500, "film wo " * 500])
def test_endless_messages_are_heard_quickly(text: str) -> None:
    start = time.process_time()
    sounds_like_crisis(text)
    assert time.process_time() - start < 1.0
