"""One film: explained, chosen, asked about, compared."""

from __future__ import annotations

import pytest

from tests.actions.conftest import FakeRecommender, Person, entity, film, film_key

HER = film("her-2013", "Her")


@pytest.fixture
def searching(person: Person) -> Person:
    person.does("action_recommend_films", "films like Alien", film("alien-1979"))
    return person


def test_why_by_place(searching: Person) -> None:
    second = searching.slots["last_shown"][1]
    [said] = searching.does("action_explain_choice", "why the second one?", entity("ordinal", 2))
    assert said["response"] == "utter_why"
    assert said["custom"]["films"][0]["id"] == second
    assert said["reasons"] == "• First.\n• Second."
    assert searching.slots["focus"] == second


def test_why_by_button(searching: Person) -> None:
    third = searching.slots["last_shown"][2]
    [said] = searching.does("action_explain_choice", "Why?", choice={"act": "why", "film": film_key(third)})
    assert said["custom"]["films"][0]["id"] == third


def test_why_without_a_name_is_the_film_in_focus(searching: Person) -> None:
    searching.does("action_choose_film", "the third", entity("ordinal", 3))
    [said] = searching.does("action_explain_choice", "why?")
    assert said["custom"]["films"][0]["id"] == searching.slots["last_shown"][2]


def test_a_place_that_is_not_there_is_said(searching: Person) -> None:
    [said] = searching.does("action_explain_choice", "why the ninth?", entity("ordinal", 9))
    assert said["response"] == "utter_no_such_place"
    assert said["count"] == "3"
    assert len(said["custom"]["options"]) == 3


@pytest.mark.parametrize(
    ("fact", "values"),
    [
        ("director", "Spike Jonze"),
        ("runtime", "2 hr 6 min"),
        ("year", "2013"),
        ("countries", "United States"),
        ("languages", "English"),
        ("certificate", "FSK 12 and MPA R"),
        ("cast", "Amy Adams (Amy) and Chris Pratt"),
        ("synopsis", "What happens in Her."),
        ("genres", "science fiction and romance"),
        ("content_notes", "sex"),
    ],
)
def test_a_known_fact(person: Person, fact: str, values: str) -> None:
    [said] = person.does("action_answer_fact", "?", HER, entity("fact", fact))
    assert said["response"] == f"utter_fact_{fact}"
    assert said["values"].replace("\u202f", " ").replace("\xa0", " ") == values


@pytest.mark.parametrize("fact", ["writer", "music", "awards", "where", "cinematography"])
def test_an_unknown_fact_is_said_plainly(person: Person, fact: str) -> None:
    [said] = person.does("action_answer_fact", "?", HER, entity("fact", fact))
    assert said["response"] == f"utter_no_{fact}"
    assert said["custom"]["values"] == []


def test_who_plays_whom(person: Person) -> None:
    [said] = person.does("action_answer_fact", "who plays Amy in Her?", HER, entity("fact", "role", role="Amy"))
    assert (said["response"], said["person"], said["role"]) == ("utter_fact_role", "Amy Adams", "Amy")
    [said] = person.does("action_answer_fact", "and Chris Pratt?", entity("person", "Chris Pratt"))
    assert said["response"] == "utter_fact_part_unnamed"
    [said] = person.does(
        "action_answer_fact", "is Tom Hanks in it?", entity("person", "Tom Hanks"), entity("fact", "cast")
    )
    assert said["response"] == "utter_no_part"


def test_a_fact_about_the_film_in_focus(searching: Person) -> None:
    searching.does("action_choose_film", "the second one", entity("ordinal", 2))
    [said] = searching.does("action_answer_fact", "and how long is it?", entity("fact", "runtime"))
    assert said["custom"]["films"][0]["id"] == searching.slots["last_shown"][1]


def test_a_content_note_asked_for_by_name(person: Person) -> None:
    fact = entity("fact", "content_notes")
    [said] = person.does("action_answer_fact", "is there sex in Her?", HER, fact, entity("content_note", "sex"))
    assert said["response"] == "utter_fact_content_note"
    [said] = person.does("action_answer_fact", "torture in Her?", HER, fact, entity("content_note", "torture"))
    assert said["response"] == "utter_no_content_note"


def test_facts_of_no_film_ask_which(person: Person) -> None:
    [said] = person.does("action_answer_fact", "who directed it?", entity("fact", "director"))
    assert said["response"] == "utter_which_film"


def test_comparing_two(person: Person) -> None:
    [said] = person.does("action_compare_films", "compare Her and Alien", HER, film("alien-1979"))
    assert said["response"] == "utter_compared"
    assert [each["id"] for each in said["custom"]["films"]] == ["her-2013", "alien-1979"]


def test_comparing_places(searching: Person) -> None:
    shown = searching.slots["last_shown"]
    [said] = searching.does("action_compare_films", "first and last?", entity("ordinal", 1), entity("ordinal", -1))
    assert [each["id"] for each in said["custom"]["films"]] == [shown[0], shown[2]]


def test_a_described_film_is_a_wish_and_no_question(searching: Person) -> None:
    [said] = searching.does("action_answer_fact", "the one with a robot at sea", entity("theme", "robots"))
    assert said["custom"]["kind"] == "recommendations"


@pytest.mark.parametrize(
    ("language", "text", "fact", "choose"),
    [
        ("en", "which of these is the shortest?", "runtime", min),
        ("de", "welcher davon ist am längsten?", "runtime", max),
        ("de", "welcher ist der neueste?", "year", max),
    ],
)
def test_the_most_of_something(searching: Person, language: str, text: str, fact: str, choose: object) -> None:
    searching.slots["language"] = language
    films = searching.slots["last_shown"]
    [said] = searching.does("action_compare_films", text)
    values = {film_id: getattr(FakeRecommender().films[film_id], fact) for film_id in films}
    assert values[said["custom"]["films"][0]["id"]] == choose(values.values())  # type: ignore[operator]
