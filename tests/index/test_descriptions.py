"""What long descriptions of one film are searched with: years told in passing, and words by how much they tell."""

import pytest

from index import Span, Wish
from index.documents import TIMES, Item
from index.evaluation.sets import read_sets
from index.evaluation.telling import learn_telling
from index.request import DESCRIPTION_WORDS, Request
from index.signals.told import ToldYearsSignal, told_years
from index.telling import read_telling, telling, write_telling
from tests.index.test_evaluation import data

__all__ = ["data"]
LONG = (
    "I remember a war film of the late 90s where an engineer hears voices from a rusty satellite, two goats eat the "
    "wedding cake, somebody burns letters, thunder kills radios, and finally strangers dance beside frozen harbours"
)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("late 90s", 1995, 1999),
        ("in the 1980's or early 2000s", 1980, 2004),
        ("around 2004", 2004, 2004),
        ("aus den späten 70er Jahren", 1975, 1979),
        ("90 minutes long, about 10 people", None, None),
    ],
)
def test_years_are_read_from_a_description(text, low, high):
    assert told_years(text) == (Span(low=low, high=high) if low else None)


def test_films_of_the_years_told_come_first_and_conditions_go_before(recommender):
    version, _ = recommender.opened
    scores = ToldYearsSignal().scores(Request(Wish(text=LONG), version))
    assert scores is not None
    years = version.films.years
    assert scores[years == 1998].min() == 1.0 > scores[years == 2004].max() > scores[years == 2011].max() == 0
    assert ToldYearsSignal().scores(Request(Wish(text=LONG, years=Span(low=2000)), version)) is None
    assert ToldYearsSignal().scores(Request(Wish(text="from the late 90s"), version)) is None


def test_words_that_tell_little_count_less_in_descriptions_only(recommender):
    version, _ = recommender.opened
    long, short = Request(Wish(text=LONG), version).words["en"], Request(Wish(text="remember war"), version).words["en"]
    assert len(long) >= DESCRIPTION_WORDS and "war" in long
    assert long["rememb"] == telling()["rememb"] < 0.5
    assert short["rememb"] == short["war"] == 1.0


def test_a_word_said_again_counts_more_but_not_twice(recommender):
    counted = Request(Wish(text="goat goat cake"), recommender.opened[0]).counted
    assert 1 == counted["cake"] < counted["goat"] < 2


def test_factors_are_read_as_they_were_written(tmp_path):
    write_telling(tmp_path / "telling.txt", {"rememb": 0.04, "dragon": 1.26, "plain": 1.01}, "a note")
    assert read_telling(tmp_path / "telling.txt") == {"rememb": 0.0, "dragon": 1.3}


def test_factors_are_learned_from_descriptions(data, recommender):
    version, fusion = recommender.opened
    factors, share = learn_telling(version, fusion, read_sets(data, version).questions["tomt"] * 10)
    assert set(factors) <= {"satellit", "speak"} and 0 <= share <= 1


def test_what_an_encyclopaedia_says_helps_to_find_a_film(catalogue):
    found = catalogue(
        plain_2001="title: Plain\nyear: 2001\nsynopsis: {en: A boy.}\n",
        told_2002="title: Told\nyear: 2002\nabout: A Norwegian whaling epic.\ntagline: Cold.\nsynopsis: {en: A man.}\n",
    )
    assert found.order(Wish(text="norwegian whaling"))[0] == found.films.rows["told-2002"]
    bag = dict(found.opened[0].bag(found.films.rows["told-2002"], "en"))
    assert len(bag[Item("tagline", "Cold.")]) == 1 and TIMES["passage"] == 2
