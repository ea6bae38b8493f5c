import pytest

from index import Span, Term, Wish
from index.film import Language
from index.search import Recommender


def ids(answer):
    return [each.film.id for each in answer.recommendations]


def test_films_like_a_seed_come_nearest_first_and_never_the_seed(recommender: Recommender):
    found = ids(recommender.recommend(Wish(seeds=("tin-heart-2011",))))
    assert found[0] == "paper-satellite-2016"
    assert "tin-heart-2011" not in found


@pytest.mark.parametrize("field", ["seen", "shown", "disliked"])
def test_seen_shown_and_disliked_films_are_never_returned(recommender: Recommender, field):
    wish = Wish.model_validate({"seeds": ("tin-heart-2011",), field: ("paper-satellite-2016",)})
    assert "paper-satellite-2016" not in ids(recommender.recommend(wish))


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_reason_quotes_the_catalogue_and_aspects_differ(recommender: Recommender, language: Language):
    for wish in (Wish(seeds=("tin-heart-2011",), language=language), Wish(language=language, count=7)):
        for each in recommender.recommend(wish).recommendations:
            assert 1 <= len(each.reasons) <= 4
            assert len({reason.aspect for reason in each.reasons}) == len(each.reasons)
            for reason in each.reasons:
                for evidence in reason.evidence:
                    film = recommender.films[evidence.film or ""]
                    texts = [*film.synopsis.values(), *(review.text for review in film.reviews)]
                    facts = str(film.model_dump())
                    assert any(evidence.text in text for text in texts) or evidence.text.split(" (")[0] in facts


def test_filters_cut_before_ranking(recommender: Recommender):
    assert set(ids(recommender.recommend(Wish(years=Span(low=2010), count=7)))) <= {
        "tin-heart-2011",
        "paper-satellite-2016",
        "snowball-alley-2019",
    }
    assert ids(recommender.recommend(Wish(max_age=5, count=7))) == ["snowball-alley-2019"]
    comedy = (Term(kind="genre", key="comedy"),)
    assert "the-goat-wedding-1998" not in ids(recommender.recommend(Wish(without_terms=comedy, count=7)))
    assert set(ids(recommender.recommend(Wish(terms=comedy, count=7)))) == {
        "the-goat-wedding-1998",
        "snowball-alley-2019",
    }


def test_a_person_wished_for_is_found_in_any_job_or_one(recommender: Recommender):
    quill = Term(kind="person", key="Mara Quill")
    assert set(ids(recommender.recommend(Wish(terms=(quill,))))) == {"tin-heart-2011", "cold-harbour-2004"}
    as_writer = quill.model_copy(update={"role": "writer"})
    assert ids(recommender.recommend(Wish(terms=(as_writer,)))) == ["tin-heart-2011"]


def test_too_few_known_lengths_are_filled_up_and_said_to_be_unknown(recommender: Recommender):
    answer = recommender.recommend(Wish(runtime_minutes=Span(high=80)))
    assert ids(answer)[0] == "snowball-alley-2019"
    assert answer.recommendations[1].film.id == "the-longest-night-1962"
    assert answer.recommendations[1].unknown == ("runtime",)


def test_when_nothing_fits_the_costliest_condition_is_named(recommender: Recommender):
    answer = recommender.recommend(Wish(years=Span(high=1950), terms=(Term(kind="genre", key="drama"),)))
    assert answer.recommendations == ()
    assert answer.relief is not None
    assert (answer.relief.condition, answer.relief.films) == ("years", 3)


def test_shorter_is_a_cut_and_says_what_came_of_it(recommender: Recommender):
    wish = Wish(seeds=("cold-harbour-2004",), critique=("shorter",), relative_to=("tin-heart-2011",))
    answer = recommender.recommend(wish)
    assert all((each.film.runtime or 0) < 98 for each in answer.recommendations if not each.unknown)
    assert answer.changed == "Shorter now: all between 77 and 91 minutes."
    german = recommender.recommend(wish.model_copy(update={"language": "de"}))
    assert german.changed == "Jetzt kürzer: alle zwischen 77 und 91 Minuten."


def test_a_feeling_shifts_the_ranking(recommender: Recommender):
    funnier = Wish(seeds=("tin-heart-2011",), critique=("funnier",), count=7)
    plain = Wish(seeds=("tin-heart-2011",), count=7)
    place = {
        wish.critique: ids(recommender.recommend(wish)).index("the-goat-wedding-1998") for wish in (funnier, plain)
    }
    assert place["funnier",] < place[()]


def test_only_one_film_of_a_series(recommender: Recommender):
    found = ids(recommender.recommend(Wish(text="a detective and a killer at the harbour", count=7)))
    assert len({"cold-harbour-2004", "cold-harbour-2-2008"} & set(found)) == 1


def test_a_long_description_may_find_any_film_of_a_series(recommender: Recommender):
    text = (
        "a detective returns to the frozen harbour and hunts a killer among dock workers, smugglers, old friends, "
        "liars, widows, priests, sailors, thieves, judges, drunks, gamblers, doctors and ghosts of winter"
    )
    found = ids(recommender.recommend(Wish(text=text, count=7)))
    assert {"cold-harbour-2004", "cold-harbour-2-2008"} <= set(found)


def test_a_free_description_finds_its_film_in_both_languages(recommender: Recommender):
    english = Wish(text="a grieving engineer hears her husband's voice from a satellite")
    german = Wish(text="eine Ingenieurin vermisst die Stimme ihres Mannes", language="de")
    assert ids(recommender.recommend(english))[0] == "paper-satellite-2016"
    assert ids(recommender.recommend(german))[0] == "paper-satellite-2016"


def test_wishes_with_nothing_in_them_or_against_themselves_are_answered(recommender: Recommender):
    assert len(recommender.recommend(Wish()).recommendations) == 3
    drama = (Term(kind="genre", key="drama"),)
    assert recommender.recommend(Wish(terms=drama, without_terms=drama)).recommendations == ()
    assert recommender.recommend(Wish(seeds=("no-such-film-1900",))).recommendations
    assert recommender.recommend(Wish(text="xyzzy \x00 🤖" * 50)).recommendations


def test_comparing_says_what_is_shared_and_what_differs(recommender: Recommender):
    found = recommender.compare("tin-heart-2011", "paper-satellite-2016", "en")
    assert "artificial intelligence" in found.shared[0].text
    assert any("98 minutes" in reason.text for reason in found.different)
    assert recommender.compare("tin-heart-2011", "nowhere-1900", "en") == ((), ())


def test_similarity_is_absolute_and_between_0_and_1(recommender: Recommender):
    near = recommender.similarity("tin-heart-2011", "paper-satellite-2016")
    far = recommender.similarity("tin-heart-2011", "cold-harbour-2-2008")
    assert 0 <= far < near <= 1
    assert recommender.similarity("tin-heart-2011", "nowhere-1900") == 0


def test_the_long_form_says_more(recommender: Recommender):
    wish = Wish(seeds=("tin-heart-2011",))
    short = recommender.recommend(wish).recommendations[0]
    assert len(recommender.explain(wish, short.film.id)) > len(short.reasons)
    assert recommender.explain(wish, "nowhere-1900") == ()
