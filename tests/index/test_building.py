import json
import threading

import numpy as np
import pytest

from index import CatalogueFault, VersionFault
from index.building import build
from index.freshness import is_up_to_date
from index.query_encoder import encoder_folder
from index.settings import IndexSettings
from index.store import Store
from index.version import open_version
from tests.index.conftest import TinyEncoder


def test_a_second_build_with_nothing_changed_encodes_nothing(settings: IndexSettings, encoder: TinyEncoder):
    first = build(settings, encoder=encoder)
    second = build(settings, encoder=encoder)
    assert first.changed and first.encoded > 0
    assert not second.changed and second.encoded == 0
    assert second.version == first.version


def test_an_index_is_up_to_date_until_something_in_it_changes(settings: IndexSettings, encoder: TinyEncoder):
    assert not is_up_to_date(settings), "nothing is built yet"
    build(settings, encoder=encoder)
    query_encoder = encoder_folder(settings.encoder_path, encoder.name)
    query_encoder.mkdir(parents=True)
    (query_encoder / "query.onnx").touch()
    assert is_up_to_date(settings)
    assert not is_up_to_date(settings.model_copy(update={"model": "another"}))
    film = settings.source_path / "snowball-alley-2019.yml"
    film.write_text(film.read_text(encoding="utf-8").replace("cold ears", "warm ears"), encoding="utf-8")
    assert not is_up_to_date(settings), "a film was edited"
    build(settings, encoder=encoder)
    assert is_up_to_date(settings)
    _, folder, _ = Store(settings.index_path).open()
    (folder / "vectors.npy").write_bytes(b"")
    assert not is_up_to_date(settings), "a file of the live version is damaged"


def test_only_changed_passages_are_encoded_again(settings: IndexSettings, encoder: TinyEncoder):
    build(settings, encoder=encoder)
    encoder.texts.clear()
    path = settings.source_path / "snowball-alley-2019.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("cold ears", "warm ears"), encoding="utf-8")
    report = build(settings, encoder=encoder)
    assert report.changed
    assert encoder.texts == ["You leave it with warm ears and a wish to telephone your grandfather."]


def test_a_wrong_film_stops_the_build_and_the_old_index_stays_live(settings: IndexSettings, encoder: TinyEncoder):
    before = build(settings, encoder=encoder).version
    (settings.source_path / "broken-2020.yml").write_text("title: Broken\nyear: soon\n", encoding="utf-8")
    with pytest.raises(CatalogueFault, match=r"broken-2020.yml:2: field year: saw 'soon'; write a whole number"):
        build(settings, encoder=encoder)
    assert Store(settings.index_path).current() == before
    assert not list((settings.index_path / "versions").glob(".new-*"))


def test_two_builds_at_once_leave_one_good_version(settings: IndexSettings, encoder: TinyEncoder):
    runs = [threading.Thread(target=build, args=(settings,), kwargs={"encoder": encoder}) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert open_version(settings, encoder=encoder).id == Store(settings.index_path).current()


@pytest.mark.parametrize("name", ["films.jsonl", "vectors.faiss", "facts.npz", "passages.txt"])
def test_a_damaged_file_is_one_clear_sentence(settings: IndexSettings, encoder: TinyEncoder, name):
    build(settings, encoder=encoder)
    _, folder, _ = Store(settings.index_path).open()
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 0xFF
    (folder / name).write_bytes(data)
    with pytest.raises(VersionFault, match=rf"{name} is damaged .*run `usher index build"):
        open_version(settings, encoder=encoder)
    assert build(settings, encoder=encoder).changed, "the next build mends it"
    assert open_version(settings, encoder=encoder).films


def test_an_index_of_another_model_is_refused(settings: IndexSettings, encoder: TinyEncoder):
    build(settings, encoder=encoder)
    other = TinyEncoder()
    other.name = "another"
    with pytest.raises(VersionFault, match="made by the model tiny, not by another"):
        open_version(settings, encoder=other)


def test_never_built_says_what_to_run(settings: IndexSettings, encoder: TinyEncoder):
    with pytest.raises(VersionFault, match="run `usher index build`"):
        open_version(settings, encoder=encoder)


def test_an_interrupted_build_goes_on_where_it_stopped(settings: IndexSettings, encoder: TinyEncoder, monkeypatch):
    def power_cut(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("index.building.build_vectors", power_cut)
        with pytest.raises(KeyboardInterrupt):
            build(settings, encoder=encoder)
    encoder.texts.clear()
    assert build(settings, encoder=encoder).changed
    assert encoder.texts == []
    assert not (settings.index_path / "encoded").exists()


def test_old_versions_are_removed(settings: IndexSettings, encoder: TinyEncoder):
    path = settings.source_path / "snowball-alley-2019.yml"
    for year in range(2000, 2005):
        path.write_text(path.read_text(encoding="utf-8").replace("year: 20", f"year: {year} # "), encoding="utf-8")
        build(settings, encoder=encoder)
    assert len(list((settings.index_path / "versions").iterdir())) == settings.versions_kept


def test_the_titles_file_is_what_the_engine_expects(settings: IndexSettings, encoder: TinyEncoder):
    version = build(settings, encoder=encoder).version
    titles = json.loads(settings.titles_path.read_text(encoding="utf-8"))
    assert (titles["format"], titles["version"]) == (1, version)
    film = next(each for each in titles["films"] if each["id"] == "tin-heart-2011")
    assert film["names"] == {"en": ["Tin Heart"], "de": ["Blechherz"], "other": []}
    assert 0 <= film["known"] <= 1 and film["directors"] == ["Mara Quill"]
    vale = next(each for each in titles["people"] if each["name"] == "Idris Vale")
    assert (vale["jobs"], vale["films"]) == (["cast"], 3)
    assert {"kind": "genre", "key": "drama"}.items() <= titles["terms"][7].items() or any(
        term["key"] == "drama" and "Drama" in term["names"]["de"] for term in titles["terms"]
    )


def test_an_empty_catalogue_is_refused(settings: IndexSettings, encoder: TinyEncoder):
    for path in settings.source_path.glob("*.yml"):
        path.unlink()
    with pytest.raises(CatalogueFault, match="no films there"):
        build(settings, encoder=encoder)


def test_one_film_alone_answers(catalogue):
    one = catalogue(alone_2001="title: Alone\nyear: 2001\nsynopsis: {en: A woman talks to the sea.}\n")
    from index import Wish

    assert [each.film.id for each in one.recommend(Wish(text="talking to the sea")).recommendations] == ["alone-2001"]
    assert one.recommend(Wish(seeds=("alone-2001",))).recommendations == ()


def test_a_film_without_a_synopsis_comes_only_where_there_is_no_better(catalogue):
    from index import Wish

    found = catalogue(
        bare_2001="title: Bare\nyear: 2001\n", told_2002="title: Told\nyear: 2002\nsynopsis: {en: A boy.}\n"
    )
    assert [each.film.id for each in found.recommend(Wish()).recommendations] == ["told-2002"]
    assert found.recommend(Wish(seeds=("bare-2001",))).recommendations


@pytest.mark.model
def test_the_exported_encoder_equals_sentence_transformers(tmp_path):
    from index.encoder import SentenceEncoder
    from index.query_encoder import QueryEncoder

    full = SentenceEncoder()
    full.export(tmp_path)
    light = QueryEncoder(tmp_path, full.name)
    texts = ["films like Her", "a lonely man " * 60, "x", "Prinzessin Mononoke"]
    assert np.abs(light.encode(texts) - full.encode(texts)).max() < 1e-4
    assert np.abs(light.encode(texts[:1]) - full.encode(texts)[:1]).max() < 1e-4


def test_a_version_of_an_older_format_is_one_clear_sentence_and_is_built_anew(
    settings: IndexSettings, encoder: TinyEncoder
):
    store = Store(settings.index_path)
    manifest = store.folder(build(settings, encoder=encoder).version) / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"format": 3', '"format": 1'))
    with pytest.raises(VersionFault, match=r"has format 1, this Usher reads 3; run `usher index build`"):
        open_version(settings, encoder=encoder)
    report = build(settings, encoder=encoder)
    assert report.changed and report.encoded == 0, "the texts' vectors are taken over"
    assert open_version(settings, encoder=encoder).films.ids
