import gzip
import json
from typing import Any

import pytest

from index import IndexSettings, Wish
from index.evaluation.fidelity import measure_fidelity
from index.evaluation.measures import auc, better, mean, ndcg, recall
from index.evaluation.running import run_set, run_verdicts, top
from index.evaluation.sets import read_sets, title_key
from index.evaluation.without import items_of, without
from index.request import Request
from index.settings import ROOT
from tests.index.conftest import TinyEncoder, open_recommender


@pytest.mark.parametrize(
    ("title", "year", "key"),
    [
        ("The Shining", 1980, "shining|1980"),
        ("Amélie & Co.", 2001, "amelie and co|2001"),
        ("Ocean's Eleven", 2001, "oceans eleven|2001"),
    ],
)
def test_a_films_key_is_plain(title, year, key):
    assert title_key(title, year) == key


def test_measures_on_known_rankings():
    assert ndcg([1, 2, 3], {1: 1}) == 1.0
    assert 0 < ndcg([3, 2, 1], {1: 3, 2: 1}) < 1
    assert ndcg([1], {1: 1}, missing=1) < 1
    assert recall([1, 2, 3], {1: 1, 9: 1}) == 0.5
    assert auc([0.9, 0.1, 0.8, 0.2], [True, False, True, False], [1, 1, 2, 2]).value == 1.0
    figure = mean([0.0, 1.0] * 50)
    assert figure.value == 0.5 and figure.low < 0.5 < figure.high
    assert better([1.0] * 10, [0.0] * 10).low > 0
    assert mean([]).questions == 0


@pytest.fixture
def data(tmp_path):
    seed, near, far = (
        {"title": title, "year": year, "key": title_key(title, year)}
        for title, year in (("Tin Heart", 2011), ("Paper Satellite", 2016), ("Cold Harbour", 2004))
    )
    tomt = {"id": "t1", "source": "reddit-tomt", "kind": "known_item", "mentioned": [], "gold": [near]}
    turn = {"id": "i-1-2", "source": "inspired2", "kind": "turn", "text": "x", "mentioned": [seed]}
    wedding = {"title": "The Goat Wedding", "year": 1998, "key": "goat wedding|1998"}
    lost = {"title": "Lost", "year": 2004, "key": "lost|2004"}
    files: dict[str, list[dict[str, Any]]] = {
        "similar": [{"id": "s1", "seed": seed, "gold": [{**near, "grade": 3}, lost]}],
        "similar_human": [{"id": "h1", "seed": seed, "ok": [near], "not_ok": [far]}],
        "requests": [
            {**tomt, "text": "[TOMT] a satellite speaks"},
            {
                **turn,
                "context": [{"role": "seeker", "text": "robots"}],
                "gold": [{**near, "literal": True}, {**far, "literal": False}],
            },
        ],
        "german_films": [{"id": "d1", "de_overview": "Zwei Dörfer und eine Ziege", "film": wedding}],
    }
    for name, records in files.items():
        with gzip.open(tmp_path / f"{name}.dev.jsonl.gz", "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(record) + "\n" for record in records)
    return tmp_path


def test_sets_are_read_and_their_films_found(data, recommender):
    version, _ = recommender.opened
    sets = read_sets(data, version)
    assert set(sets.questions) == {"similar", "tomt", "inspired", "german"}
    similar = sets.questions["similar"][0]
    assert similar.missing == 1 and [version.films.ids[row] for row in similar.gold] == ["paper-satellite-2016"]
    assert sets.questions["tomt"][0].wish.text == "a satellite speaks"
    assert len(sets.questions["inspired"][0].gold) == 1
    assert [verdict.fits for verdict in sets.verdicts] == [True, False]


def test_a_set_is_run_with_its_floors_in_the_same_run(data, recommender):
    sets = read_sets(data, recommender.opened[0])
    found = run_set(recommender, "tomt", sets.questions["tomt"])
    assert set(found["figures"]) == {"Usher", "popularity", "BM25", "MiniLM", "RRF", "RRF + popularity"}
    assert found["figures"]["Usher"]["value"] == 1.0
    verdicts = run_verdicts(recommender, sets.verdicts, sets.verdicts_all)
    assert verdicts["coverage"] == 1.0 and verdicts["figures"]["Usher"]["value"] == 1.0


def test_named_films_are_no_candidates(data, recommender):
    version, _ = recommender.opened
    question = read_sets(data, version).questions["inspired"][0]
    assert not set(top(version, question, version.films.known)) & question.excluded


def test_what_is_taken_away_changes_that_film_alone(recommender):
    version, fusion = recommender.opened
    wish = Wish(seeds=("tin-heart-2011",))
    row = version.films.rows["paper-satellite-2016"]
    before = fusion.rank(Request(wish, version)).total
    for item in items_of(version, row):
        after = fusion.rank(Request(wish, without(version, row, item))).total
        others = [at for at in range(len(before)) if at != row]
        assert after[others] == pytest.approx(before[others], abs=1e-5), item
        worth = sum(fusion.worth(Request(wish, version), row).get(item, {}).values())
        assert before[row] - after[row] == pytest.approx(worth, abs=5e-3), item


def test_reasons_are_true_of_the_ranking_on_our_own_films(tmp_path):
    settings = IndexSettings(build=tmp_path, catalogue="films")
    recommender = open_recommender(settings, TinyEncoder())
    told = [film_id for film_id in recommender.films if recommender.films[film_id].synopsis]
    seeds = [Wish(seeds=(film_id,)) for film_id in told[:: max(1, len(told) // 20)][:20]]
    pairs = (ROOT / "index" / "evaluation" / "parallel.yml").read_text(encoding="utf-8").split("- en: ")[1:21]
    requests = [Wish(text=pair.splitlines()[0]) for pair in pairs]
    for wishes in (seeds, requests):
        found = measure_fidelity(recommender, wishes, films=1)
        assert found.reasons > 15
        assert found.faithful >= 0.9
        assert found.at_random < found.faithful - 0.2
