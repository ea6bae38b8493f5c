"""What a person says about themself: taste, seen, watchlist, forgetting, yes and no, complaints."""

from __future__ import annotations

import pytest

from actions.memory import Memory, verify
from tests.actions.conftest import PERSON, SECRET, FakeRecommender, Person, entity, film, film_key

HER = film("her-2013", "Her")


@pytest.fixture
def searching(person: Person) -> Person:
    person.does("action_recommend_films", "films like Alien", film("alien-1979"))
    return person


def test_a_disliked_genre_leaves_every_later_search(person: Person, recommender: FakeRecommender) -> None:
    person.does("action_note_taste", "I hate horror", entity("genre", "horror", polarity="dislike"))
    person.does("action_recommend_films", "films like Her", film("her-2013"))
    assert [term.key for term in recommender.wishes[-1].without_terms] == ["horror"]
    person.does("action_recommend_films", "a horror film", entity("genre", "horror"))
    assert [term.key for term in recommender.wishes[-1].without_terms] == []


def test_a_verdict_by_place(searching: Person, memory: Memory) -> None:
    second = searching.slots["last_shown"][1]
    searching.does("action_note_taste", "the second one was boring", entity("ordinal", 2))
    assert memory.films(PERSON, "taste", "dislike") == (second,)


def test_a_verdict_by_button(searching: Person, memory: Memory) -> None:
    first = searching.slots["last_shown"][0]
    [said] = searching.does("action_note_taste", "Not for me", choice={"act": "not_for_me", "film": film_key(first)})
    assert memory.films(PERSON, "taste", "dislike") == (first,)
    assert said["response"] == "utter_noted"


def test_a_seen_film_makes_room(searching: Person, memory: Memory) -> None:
    first = searching.slots["last_shown"][0]
    noted, said = searching.does("action_note_seen", "I've seen the first", entity("ordinal", 1), intent="state_seen")
    assert memory.films(PERSON, "seen") == (first,)
    assert memory.films(PERSON, "taste") == ()
    assert noted["what"].startswith("you've seen ")
    assert first not in [each["id"] for each in said["custom"]["films"]]


def test_what_was_seen_is_noted_once_before_the_wish_it_comes_with(person: Person, memory: Memory) -> None:
    seen = film("arrival-2016", polarity="seen")
    mood = entity("mood", "sad")
    said = person.does("action_note_seen", "I've seen Arrival, something sad", seen, mood, intent="state_seen")
    assert [each["response"] for each in said].count("utter_noted") == 1
    assert memory.films(PERSON, "seen") == ("arrival-2016",)
    assert said[-1]["custom"]["kind"] == "recommendations"


def test_the_watchlist(person: Person, memory: Memory) -> None:
    [said] = person.does("action_change_watchlist", "put Her on my list", HER, intent="watchlist_add")
    assert said["response"] == "utter_watchlist_added"
    [said] = person.does("action_show_watchlist", "my list")
    assert said["films"] == "1. Her (2013)"
    [said] = person.does("action_change_watchlist", "take it off", intent="watchlist_remove")
    assert said["response"] == "utter_watchlist_removed"
    assert memory.films(PERSON, "watchlist") == ()


def test_a_repeated_turn_changes_nothing(person: Person, memory: Memory) -> None:
    person.does("action_change_watchlist", "add Her", HER, intent="watchlist_add", message_id="x")
    person.does("action_change_watchlist", "remove Her", HER, intent="watchlist_remove", message_id="y")
    person.does("action_change_watchlist", "add Her", HER, intent="watchlist_add", message_id="x")
    assert memory.films(PERSON, "watchlist") == ()


def test_everything_known_is_listed_with_its_words_and_can_be_removed(person: Person, memory: Memory) -> None:
    person.does("action_note_taste", "I love Her", film("her-2013", polarity="like"))
    [said] = person.does("action_show_taste", "what do you know about me?")
    assert said["entries"] == "• You like Her (2013) (“I love Her”)"
    choice = verify(SECRET, PERSON, said["custom"]["entries"][0]["options"][0]["payload"])
    assert choice
    [said] = person.does("action_show_taste", choice={"act": choice.act, "argument": choice.argument})
    assert said["response"] == "utter_entry_forgotten"
    assert memory.entries(PERSON) == ()


def test_forgetting_is_asked_once_and_then_marked_for_the_gateway(person: Person) -> None:
    [said] = person.does("action_forget_person", "forget me")
    assert said["response"] == "utter_ask_forget"
    [said] = person.does("action_confirm", "yes")
    assert said["custom"]["forget"] is True


def test_a_later_yes_does_not_forget(person: Person) -> None:
    person.does("action_forget_person", "forget me")
    person.does("action_recommend_films", "films like Her", HER)
    [said] = person.does("action_confirm", "yes")
    assert not said["custom"].get("forget")


def test_no_keeps_everything(person: Person) -> None:
    person.does("action_forget_person", "forget me")
    [said] = person.does("action_decline", "no")
    assert said["response"] == "utter_kept"


def test_knowing_them_all_brings_less_known_ones(
    searching: Person, memory: Memory, recommender: FakeRecommender
) -> None:
    shown = tuple(searching.slots["last_shown"])
    searching.does("action_handle_complaint", "I know all of these")
    assert set(memory.films(PERSON, "seen")) == set(shown)
    assert recommender.wishes[-1].familiarity < 0


def test_any_other_complaint_asks_what_was_wrong(searching: Person) -> None:
    [said] = searching.does("action_handle_complaint", "that's nonsense")
    assert said["response"] == "utter_complaint"


def test_what_is_not_understood_asks_back_with_a_search(person: Person) -> None:
    [said] = person.does("action_ask_back", "robots underwater")
    assert said["response"] == "utter_ask_back"
    assert said["custom"]["options"][0]["label"] == "A film about robots underwater"


def test_what_names_a_film_is_a_wish_all_the_same(person: Person, recommender: FakeRecommender) -> None:
    person.does("action_ask_back", "hmm Her maybe", film("her-2013"))
    assert recommender.wishes[-1].seeds == ("her-2013",)


def test_a_surprise_is_one_film_and_the_same_for_the_same_message(person: Person) -> None:
    [first] = person.does("action_surprise", "surprise me", message_id="s")
    person.slots.clear()
    person.slots["language"] = "en"
    [second] = person.does("action_surprise", "surprise me", message_id="s")
    assert len(first["custom"]["films"]) == 1
    assert first["films"] == second["films"]


def test_a_statement_of_taste_without_a_verdict_word_is_a_liking(person: Person, memory: Memory) -> None:
    person.does("action_note_taste", "robots are my thing", entity("theme", "robots"), intent="state_taste")
    assert [(each.key, each.verdict) for each in memory.entries(PERSON)] == [("robots", "like")]


def test_not_liking_is_never_read_as_liking(person: Person, memory: Memory) -> None:
    none = entity("genre", "horror", negated=True, polarity="without")
    [said] = person.does("action_note_taste", "Ich mag keine Horrorfilme", none, intent="state_taste")
    assert [(each.key, each.verdict) for each in memory.entries(PERSON)] == [("horror", "dislike")]
    assert said["response"] == "utter_noted"


def test_a_watchlist_question_is_no_wish(person: Person, recommender: FakeRecommender) -> None:
    [said] = person.does("action_change_watchlist", "put that strange thing on my list", intent="watchlist_add")
    assert said["response"] == "utter_which_film"
    assert not recommender.wishes


def test_forgetting_one_thing_by_name(person: Person, memory: Memory) -> None:
    person.does("action_note_taste", "I love Her", film("her-2013", polarity="like"))
    person.does("action_change_watchlist", "add Alien", film("alien-1979"), intent="watchlist_add")
    [said] = person.does("action_forget_person", "forget Her", HER, intent="forget_me")
    assert said["response"] == "utter_entry_forgotten"
    assert [each.key for each in memory.entries(PERSON)] == ["alien-1979"]
    [said] = person.does("action_forget_person", "forget Moon", film("moon-2009"), intent="forget_me")
    assert said["response"] == "utter_entry_gone"


def test_the_second_of_my_list_is_the_watchlists_second(person: Person, memory: Memory) -> None:
    for film_id in ("her-2013", "alien-1979"):
        person.does("action_change_watchlist", "add", film(film_id), intent="watchlist_add")
    listed = memory.films(PERSON, "watchlist")
    person.slots["last_shown"] = ["moon-2009", "amelie-2001"]
    person.does("action_change_watchlist", "remove the second", entity("ordinal", 2), intent="watchlist_remove")
    assert memory.films(PERSON, "watchlist") == listed[:1]


def test_seen_without_saying_which_asks(searching: Person, memory: Memory) -> None:
    [said] = searching.does("action_note_seen", "seen that one", intent="state_seen")
    assert said["response"] == "utter_which_film"
    assert memory.films(PERSON, "seen") == ()
    searching.does("action_note_seen", "I've seen all of them", intent="state_seen")
    assert len(memory.films(PERSON, "seen")) == 3
