import pytest

from index import VersionFault, Wish
from index.evaluation.dialogues import dialogue_of
from index.evaluation.sets import Question
from index.fusion import Fusion
from index.ranker import count_dialogues, open_ranker, write_ranker
from index.search import Recommender

ROWS = {"a-2000": 0, "b-2000": 1, "c-2000": 2}


def test_films_named_often_and_together_count_more():
    ranker = count_dialogues([[0, 1], [0, 1], [0, 2]], 3)
    assert ranker.prior[0] == 1.0 > ranker.prior[1] > ranker.prior[2]
    assert ranker.pairs([0])[1] > ranker.pairs([0])[2] > ranker.pairs([0])[0] == 0


def test_a_ranker_is_read_back_and_unknown_films_are_passed_over(tmp_path):
    write_ranker(tmp_path, [["a-2000", "b-2000", "gone-1990"]], {"dialogue_prior": 1.0}, "test")
    ranker = open_ranker(tmp_path, ROWS)
    assert ranker is not None and ranker.prior.tolist() == [1.0, 1.0, 0.0]
    assert open_ranker(tmp_path / "none", ROWS) is None


def test_a_damaged_ranker_is_one_clear_sentence(tmp_path):
    write_ranker(tmp_path, [["a-2000"]], {}, "test")
    (tmp_path / "ranker.json").write_text("{}")
    with pytest.raises(VersionFault, match="is damaged"):
        open_ranker(tmp_path, ROWS)


def test_a_ranker_weighs_talk_but_not_seeds_alone(recommender: Recommender):
    version, fusion = recommender.opened
    with_talk = Recommender(version, Fusion(fusion.weights, talk={"story": 0.0, "genres": 9.0}))
    seeds = Wish(seeds=("tin-heart-2011",), count=5)
    talk = Wish(seeds=("tin-heart-2011",), text="something about goats and weddings", count=5)
    assert with_talk.order(seeds) == recommender.order(seeds)
    assert with_talk.order(talk) != recommender.order(talk)


@pytest.mark.parametrize(
    ("name", "dialogue"),
    [("redial-2422-8", "redial-2422"), ("redial-d-2422", "redial-2422"), ("insp-dev-0-12", "insp-dev-0")],
)
def test_questions_of_one_dialogue_are_kept_in_one_fold(name, dialogue):
    assert dialogue_of(Question(name, Wish(), {}, 0, frozenset())) == dialogue
