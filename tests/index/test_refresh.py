"""A serving recommender takes what is published while it runs, and leaves alone what is damaged."""

from __future__ import annotations

from functools import partial

import pytest

from index.building import build
from index.search import Recommender
from index.settings import IndexSettings
from index.store import Store
from index.version import open_version
from tests.index.conftest import TinyEncoder


@pytest.fixture
def serving(settings: IndexSettings, encoder: TinyEncoder, monkeypatch: pytest.MonkeyPatch) -> Recommender:
    monkeypatch.setattr("index.search.open_version", partial(open_version, encoder=encoder))
    build(settings, encoder=encoder)
    return Recommender.open(settings)


def edit(settings: IndexSettings) -> None:
    film = settings.source_path / "snowball-alley-2019.yml"
    film.write_text(film.read_text(encoding="utf-8").replace("cold ears", "warm ears"), encoding="utf-8")


def test_a_new_version_is_taken_once(serving: Recommender, settings: IndexSettings, encoder: TinyEncoder):
    assert not serving.refresh(), "nothing new yet"
    edit(settings)
    version = build(settings, encoder=encoder).version
    assert serving.refresh() and serving.opened[0].id == version
    assert any("warm ears" in review.text for review in serving.films["snowball-alley-2019"].reviews)
    assert not serving.refresh()


def test_a_damaged_version_is_left_alone_and_named_once(
    serving: Recommender, settings: IndexSettings, encoder: TinyEncoder, caplog: pytest.LogCaptureFixture
):
    before = serving.opened[0].id
    edit(settings)
    version = build(settings, encoder=encoder).version
    (Store(settings.index_path).folder(version) / "passages.txt").write_bytes(b"")
    assert [serving.refresh(), serving.refresh()] == [False, False]
    assert serving.opened[0].id == before
    assert [record.message for record in caplog.records].count(
        f"version {version} cannot be served, the one before it stays"
    ) == 1


def test_a_series_knows_its_films(serving: Recommender):
    assert serving.series_of("nothing-1900") == ()
    alone = next(film.id for film in serving.films.values() if film.series is None)
    assert serving.series_of(alone) == ()
    for film in serving.films.values():
        if film.series:
            mates = {other.id for other in serving.films.values() if other.series == film.series}
            assert set(serving.series_of(film.id)) == mates
