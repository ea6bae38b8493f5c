"""Numbers and nesting in JSON that no film has. Part of the files made to do harm (see `harm.py`)."""

from __future__ import annotations

import json

import pytest

from tests.index.importing.harm import FILM, why


@pytest.mark.parametrize("name", ["f.json", "f.jsonl"])
@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (
            '{"id": 1, "title": "X", "release_date": "2011", "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
            "nested more than",
        ),
        (
            '{"id": 1, "title": "X", "release_date": "2011", "x": ' + '{"a":' * 50_000 + "1" + "}" * 50_000 + "}",
            "nested",
        ),
        ('{"id": ' + "9" * 5_000 + ', "title": "X", "release_date": "2011"}', "not JSON"),
        ('{"id": 1, "title": "X", "release_date": "2011", "runtime": NaN}', "NaN is no number"),
        ('{"id": 1, "title": "X", "release_date": "2011", "runtime": -Infinity}', "is no number"),
        ('{"id": 1, "title": "X", "release_date": -2011}', "year"),
        ('{"id": 1, "title": "X", "release_date": "-2011"}', "year"),
        ('{"id": 1, "title": "X", "release_date": 1e999}', "no year"),
        ('{"id": 1, "title": "X", "release_date": ' + "9" * 400 + "}", "no year"),
        ("[1, 2]", ""),
        ("{", ""),
    ],
)
def test_numbers_and_nesting_of_json_are_refused_with_a_reason(tmp_path, take, name, record, reason):
    path = tmp_path / name
    good = json.dumps({**FILM, "original_title": "Fine"})
    path.write_text(f"[{good},\n{record}]" if name == "f.json" else f"{good}\n{record}\n")
    outcome = take(path)
    assert [film.title for film in outcome[0]] == ["Fine"]
    assert reason in why(outcome)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999", "9" * 400, "-5", "99999", "true", "[2011]", '{"a": 1}'])
def test_records_of_any_kind_with_such_numbers_are_refused_or_do_without(tmp_path, take, number):
    path = tmp_path / "f.jsonl"
    path.write_text(
        '{"Filmtitel": "Fine", "Jahr": 2011, "Laufzeit": 90}\n'
        f'{{"Filmtitel": "X", "Jahr": 2012, "Laufzeit": {number}}}\n'
        f'{{"Filmtitel": "Y", "Jahr": {number}, "Laufzeit": 90}}\n'
    )
    films, refusals, fault = take(path)
    assert not fault and len(films) + len(refusals) == 3 and "Fine" in {film.title for film in films}


@pytest.mark.parametrize("value", [2**31, 2**63, 2**64, 10**300, -1, 1.5, 1e308, True, "9" * 4_000, "٣", "१२"])
def test_numbers_that_no_film_has_are_left_out_or_refused(tmp_path, take, value):
    path = tmp_path / "f.json"
    odd = {**FILM, "original_title": "x", "id": 8, "vote_count": value, "runtime": value, "imdb_id": value}
    path.write_text(json.dumps([{**FILM, "original_title": "Fine"}, odd]))
    films, refusals, fault = take(path)
    assert not fault and len(films) + len(refusals) == 2
    assert all((film.votes or 0) < 2**31 and (film.runtime or 1) <= 1000 for film in films)
