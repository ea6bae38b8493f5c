"""Asking for films: seeds, descriptions, taste in passing, unknown titles, empty wishes."""

from __future__ import annotations

from actions.memory import Memory, verify
from index.wish import Span
from tests.actions.conftest import PERSON, SECRET, FakeRecommender, Person, entity, film, film_key

RECOMMEND = "action_recommend_films"


def test_films_like_a_seed(person: Person, recommender: FakeRecommender) -> None:
    [said] = person.does(RECOMMEND, "films like Her", film("her-2013", "Her"))
    assert recommender.wishes[-1].seeds == ("her-2013",)
    assert recommender.wishes[-1].text == ""
    assert said["response"] == "utter_films_like"
    assert said["seeds"] == "Her (2013)"
    assert said["films"].startswith("1. Ex Machina (2014): Something about Ex Machina.\n2. ")
    assert said["custom"]["kind"] == "recommendations"
    assert person.slots["last_shown"] == [each["id"] for each in said["custom"]["films"]]
    assert person.slots["wish"] == {"seeds": ["her-2013"]}


def test_every_film_button_is_signed_for_this_person(person: Person) -> None:
    [said] = person.does(RECOMMEND, "films like Her", film("her-2013"))
    for card in said["custom"]["films"]:
        choices = [verify(SECRET, PERSON, each["payload"]) for each in card["options"]]
        assert [each.act for each in choices if each] == ["why", "more_like", "seen", "not_for_me", "watch"]
        assert {each.argument for each in choices if each} == {film_key(card["id"])}


def test_a_description_is_searched_in_the_persons_words(person: Person, recommender: FakeRecommender) -> None:
    person.does(RECOMMEND, "I'm looking for a film about someone erasing the memory of a lover")
    assert recommender.wishes[-1].text == "someone erasing the memory of a lover"


def test_one_message_may_carry_taste_and_conditions(
    person: Person, recommender: FakeRecommender, memory: Memory
) -> None:
    text = "I loved Her but hated Alien, something under two hours please"
    noted, said = person.does(
        RECOMMEND,
        text,
        film("her-2013", "Her", "like"),
        film("alien-1979", "Alien", "dislike"),
        entity("runtime", {"low": None, "high": 119}),
    )
    wish = recommender.wishes[-1]
    assert wish.seeds == ("her-2013",)
    assert "alien-1979" in wish.disliked
    assert wish.runtime_minutes == Span(high=119)
    assert noted["what"] == "you like Her (2013) and Alien (1979) isn't for you"
    assert "alien-1979" not in [each["id"] for each in said["custom"]["films"]]
    kept = {(each.key, each.verdict): each.words for each in memory.entries(PERSON, "taste")}
    assert kept == {("her-2013", "like"): text, ("alien-1979", "dislike"): text}


def test_an_unknown_title_is_said_and_the_nearest_offered(person: Person, recommender: FakeRecommender) -> None:
    near = [{"id": "her-2013", "title": "Her", "year": 2013}]
    [said] = person.does(RECOMMEND, "films like Herrr", entity("unknown_title", "Herrr", nearest=near))
    assert said["response"] == "utter_unknown_title_nearest"
    assert (said["title"], said["films"]) == ("Herrr", "Her (2013)")
    assert not recommender.wishes
    [said] = person.does("action_confirm", "yes")
    assert said["seeds"] == "Her (2013)"


def test_no_wish_at_all_opens_with_three_films_apart_and_a_question(person: Person) -> None:
    [said] = person.does(RECOMMEND, "recommend me something")
    assert said["response"] == "utter_films_open"
    genres = [set(each["genres"]) for each in said["custom"]["films"]]
    assert not genres[0] & genres[1]
    assert not genres[1] & genres[2]
    assert len(said["custom"]["options"]) == 4


def test_a_new_seed_starts_anew_but_keeps_the_childs_age(person: Person, recommender: FakeRecommender) -> None:
    person.does(RECOMMEND, "scary films for my six-year-old", entity("age", 6), entity("genre", "horror"))
    person.does(RECOMMEND, "films like Alien", film("alien-1979"))
    wish = recommender.wishes[-1]
    assert (wish.seeds, wish.terms, wish.max_age) == (("alien-1979",), (), 6)


def test_a_bare_condition_narrows_the_wish_before(person: Person, recommender: FakeRecommender) -> None:
    person.does(RECOMMEND, "films like Her", film("her-2013"))
    person.does(RECOMMEND, "from the 90s", entity("years", {"low": 1990, "high": 1999}))
    wish = recommender.wishes[-1]
    assert wish.seeds == ("her-2013",)
    assert wish.years == Span(low=1990, high=1999)


def test_the_other_film_of_a_name_is_offered(person: Person) -> None:
    [said] = person.does(RECOMMEND, "films like Alien", film("alien-1979", alternatives=["moon-2009"]))
    assert said["custom"]["options"][0]["label"] == "I meant Moon (2009)"


def test_nothing_fits_names_the_condition_and_lifts_it(person: Person, recommender: FakeRecommender) -> None:
    from index.reason import Relief

    recommender.empty = True
    recommender.relief = Relief(condition="years", label="before 1930", films=7)
    [said] = person.does(
        RECOMMEND,
        "sci-fi before 1930",
        entity("genre", "science fiction"),
        entity("years", {"low": None, "high": 1929}),
    )
    assert said["response"] == "utter_nothing_fits_relief"
    assert (said["condition"], said["count"]) == ("before 1930", "7")
    choice = verify(SECRET, PERSON, said["custom"]["options"][0]["payload"])
    assert choice
    recommender.empty = False
    recommender.relief = None
    person.does("action_refine_wish", choice={"act": choice.act, "argument": choice.argument})
    assert recommender.wishes[-1].years is None
    assert [term.key for term in recommender.wishes[-1].terms] == ["science fiction"]


def test_a_broken_index_is_an_apology(person: Person, recommender: FakeRecommender, caplog: object) -> None:
    recommender.broken = True
    [said] = person.does(RECOMMEND, "films like Her", film("her-2013"))
    assert said["response"] == "utter_failed"
    assert said["custom"]["problem"] == "failed"


def test_after_a_crisis_nothing_bleak_comes(person: Person, recommender: FakeRecommender) -> None:
    person.events.append({"event": "user", "parse_data": {"intent": {"name": "crisis"}}})
    person.does(RECOMMEND, "films like Her", film("her-2013"))
    assert {"bleak", "suicide"} <= {term.key for term in recommender.wishes[-1].without_terms}


def test_music_by_somebody_is_no_wish_for_music_films(person: Person, recommender: FakeRecommender) -> None:
    zimmer = entity("person", "Hans Zimmer", job="music")
    person.does(RECOMMEND, "films with music by Hans Zimmer", zimmer, entity("genre", "music"))
    assert [(term.kind, term.role) for term in recommender.wishes[-1].terms] == [("person", "music")]


def test_a_wish_is_no_taste(person: Person, memory: Memory) -> None:
    person.does(RECOMMEND, "I'd love a comedy", entity("genre", "comedy", polarity="like"))
    assert memory.entries(PERSON) == ()


def test_pressing_more_like_this_is_no_taste_and_keeps_conditions(
    person: Person, recommender: FakeRecommender, memory: Memory
) -> None:
    person.does(RECOMMEND, "something under two hours", entity("runtime", {"low": None, "high": 119}))
    pressed = {"act": "more_like", "film": film_key("moon-2009")}
    person.does(RECOMMEND, "More like this", film("moon-2009", polarity="like"), choice=pressed)
    assert recommender.wishes[-1].seeds == ("moon-2009",)
    assert recommender.wishes[-1].runtime_minutes == Span(high=119)
    assert memory.entries(PERSON) == ()


def test_a_wish_stored_by_another_version_is_dropped(person: Person) -> None:
    person.slots["wish"] = {"colour": "red"}
    [said] = person.does("action_show_more", "more")
    assert said["response"] == "utter_films_open"


def test_an_unknown_title_that_is_known_after_all(person: Person, recommender: FakeRecommender) -> None:
    near = [{"id": "arrival-2016", "title": "Arrival", "year": 2016}]
    person.does(RECOMMEND, "films like arrival", entity("unknown_title", "arrival", nearest=near))
    assert recommender.wishes[-1].seeds == ("arrival-2016",)
