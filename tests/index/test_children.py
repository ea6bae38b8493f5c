"""A child's age is a ceiling, and a wish for films that are made for children."""

from __future__ import annotations

import pytest

from index.film import Certificate
from index.search import Recommender
from index.wish import Wish


@pytest.mark.parametrize(
    ("fsk", "mpa", "age"),
    [(6, None, 6), (6, "PG-13", 6), (6, "R", 12), (16, "R", 16), (None, "PG", 8), (None, None, None)],
)
def test_the_age_from_which_a_film_is_allowed(fsk, mpa, age):
    assert Certificate(fsk=fsk, mpa=mpa).age == age


def test_family_films_come_first_for_a_child(recommender: Recommender):
    found = recommender.recommend(Wish(max_age=11, count=5)).recommendations
    assert found
    family = ["family" in each.film.genres or "animation" in each.film.genres for each in found]
    assert family == sorted(family, reverse=True)
