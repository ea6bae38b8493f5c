"""Several imports into one catalogue: what is merged, what wins, and that nothing depends on luck."""

import gzip
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from index import CatalogueFault, IndexSettings
from index.film import Film, Ids, slug
from index.importing import Choice, import_catalogue
from index.importing.finding import title_key
from index.importing.importer import Origin
from index.importing.keeping import Shelf
from index.importing.merging import Catalogue

HER = {"title": "Her", "year": 2013, "director": ["Spike Jonze"], "imdb_id": "tt1798709"}
OURS, THEIRS = Origin("ours", "CC0"), Origin("theirs")


def _film(title="Her", year=2013, **fields):
    return Film(id=slug(title, year), title=title, year=year, **fields)


def _rows(settings):
    return Shelf(settings).sources_path().read_text().splitlines()[1:]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_film(ids=Ids(imdb="tt1798709")), _film("Sie", 2014, ids=Ids(imdb="tt1798709"))),
        (_film(ids=Ids(tmdb=152601)), _film("Her!", 2013, ids=Ids(tmdb=152601, imdb="tt1798709"))),
        (_film("The Straße", 1950), _film("Strasse", 1950, directors=("A B",))),
        (_film("Ran & Co", 1985, directors=("Akira Kurosawa",)), _film("Ran and Co", 1985, directors=("A. Kurosawa",))),
        (_film("Amélie", 2001, original_title="Le Fabuleux Destin"), _film("Le fabuleux destin", 2001)),
    ],
)
def test_records_of_one_film_are_one(one, other):
    catalogue = Catalogue([one])
    assert catalogue.add(other, THEIRS) and len(catalogue.films) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_film(directors=("A B",)), _film(directors=("C D",))),
        (_film(ids=Ids(imdb="tt1798709")), _film(ids=Ids(imdb="tt0000001"))),
        (_film(year=2013), _film(year=2014)),
        (_film("七人の侍", 1954), _film("羅生門", 1954)),
        (_film("Solaris", 1972, other_titles=("Her",)), _film("Her", 1972)),
    ],
)
def test_namesakes_are_kept_apart(one, other):
    catalogue = Catalogue([one])
    assert not catalogue.add(other, THEIRS) and len(catalogue.films) == 2


def test_what_is_known_stays_and_what_is_not_is_filled_in():
    catalogue = Catalogue()
    catalogue.add(_film(runtime=126, synopsis={"en": "A man."}, ids=Ids(imdb="tt1798709")), OURS)
    catalogue.add(_film(runtime=90, synopsis={"de": "Ein Mann."}, ids=Ids(tmdb=1), keywords=("ai",)), THEIRS)
    (film,) = catalogue.films.values()
    assert (film.runtime, dict(film.synopsis)) == (126, {"en": "A man.", "de": "Ein Mann."})
    assert film.ids == Ids(imdb="tt1798709", tmdb=1)
    sources = catalogue.sources.of(film.id)
    assert (sources["runtime"], sources["synopsis.de"], sources["ids.tmdb"]) == ("ours", "theirs", "theirs")


def test_a_source_corrects_itself_and_nobody_else(lines, settings, films):
    import_catalogue(lines("a.jsonl", {**HER, "runtime": 100, "synopsis": "Old."}), settings, choice=Choice(source="A"))
    import_catalogue(lines("b.jsonl", {**HER, "runtime": 111, "votes": 5}), settings, choice=Choice(source="B"))
    import_catalogue(lines("a.jsonl", {**HER, "runtime": 126, "synopsis": "New."}), settings, choice=Choice(source="A"))
    film = films()["her-2013"]
    assert (film.runtime, film.votes, film.synopsis["en"]) == (126, 5, "New.")


def test_titles_of_merged_records_are_kept_as_other_names(lines, settings, films):
    import_catalogue(lines("a.jsonl", HER, {**HER, "title": "Sie"}), settings)
    assert films()["her-2013"].other_titles == ("Sie",)


def test_every_field_keeps_its_source_and_licence(lines, settings):
    import_catalogue(
        lines("a.jsonl", {**HER, "runtime": 126}), settings, choice=Choice(source="A", licence="CC BY 4.0")
    )
    import_catalogue(lines("b.jsonl", {**HER, "votes": 3}), settings, choice=Choice(source="B"))
    rows = _rows(settings)
    assert rows[0].startswith("her-2013,A,CC BY 4.0,title; year; runtime; ids.imdb; directors")
    assert rows[1] == "her-2013,B,,votes"


def test_an_import_adds_to_a_catalogue_and_says_how_many_were_merged(lines, settings):
    import_catalogue(lines("a.jsonl", HER), settings)
    report = import_catalogue(lines("b.jsonl", {**HER, "votes": 1}, {"title": "Ran", "year": 1985}), settings)
    assert (report.films, report.added, report.merged) == (2, 1, 1)


def test_a_file_taken_before_is_not_read_again_unless_asked(lines, settings):
    path = lines("a.jsonl", HER)
    import_catalogue(path, settings)
    before = settings.source_path.read_bytes()
    assert import_catalogue(path, settings).known_already == ("a.jsonl",)
    again = import_catalogue(path, settings, choice=Choice(again=True))
    assert (again.known_already, again.merged) == ((), 1)
    assert settings.source_path.read_bytes() == before


def test_a_catalogue_changed_by_hand_is_imported_into_anew(lines, settings):
    path = lines("a.jsonl", HER, {"title": "Ran", "year": 1985})
    import_catalogue(path, settings)
    settings.source_path.write_bytes(settings.source_path.read_bytes().splitlines(keepends=True)[0])
    assert import_catalogue(path, settings).films == 2


@pytest.mark.parametrize("step", range(6))
def test_a_crash_at_any_step_of_writing_leaves_a_whole_catalogue_that_the_next_import_completes(
    lines, settings, films, monkeypatch, step
):
    import_catalogue(lines("a.jsonl", HER), settings)
    path = lines("b.jsonl", {**HER, "runtime": 126})
    steps = iter(range(100))

    def fail(name):
        real = getattr(Path, name)

        def stop(path, *arguments, **named):
            if next(steps) == step:
                raise KeyboardInterrupt
            return real(path, *arguments, **named)

        return stop

    with monkeypatch.context() as patched:
        for name in ("replace", "write_text", "unlink"):
            patched.setattr(Path, name, fail(name))
        with suppress(KeyboardInterrupt):
            import_catalogue(path, settings)
    assert films()["her-2013"].runtime in (None, 126)
    assert _rows(settings)
    import_catalogue(path, settings)
    assert films()["her-2013"].runtime == 126
    assert any("runtime" in row for row in _rows(settings))


def test_a_folder_keeps_the_files_it_has_taken_when_a_later_one_fails(tmp_path, settings, films):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.jsonl").write_text(json.dumps(HER) + "\n")
    packed = gzip.compress(
        b"".join(json.dumps({"title": f"Ran {n}", "year": 1985}).encode() + b"\n" for n in range(999))
    )
    (folder / "b.jsonl.gz").write_bytes(packed[:-40])
    with pytest.raises(CatalogueFault, match="cannot be read on"):
        import_catalogue(folder, settings)
    assert list(films()) == ["her-2013"]
    (folder / "b.jsonl.gz").write_bytes(packed)
    report = import_catalogue(folder, settings)
    assert (report.known_already, report.films) == (("a.jsonl",), 1000)


def test_nothing_is_imported_into_films_written_by_hand(lines, tmp_path):
    with pytest.raises(CatalogueFault, match="written by hand"):
        import_catalogue(lines("a.jsonl", HER), IndexSettings(build=tmp_path / "build"))


def test_a_title_is_compared_without_what_people_write_differently():
    assert title_key("The Good, the Bad & the Ugly") == title_key("good the bad and the ugly")
    assert title_key("Der Untergang") != title_key("Untergang")
    assert title_key("羅生門") != title_key("七人の侍")


RECORDS = st.lists(
    st.builds(
        lambda title, year, director, imdb, votes, synopsis: {
            "title": title, "year": year, "director": director, "imdb_id": imdb, "votes": votes, "synopsis": synopsis,
        },
        st.sampled_from(["Her", "Ran", "The Her"]),
        st.sampled_from([2000, 2001]),
        st.sampled_from([[], ["A B"], ["C D"]]),
        st.sampled_from([None, "tt0000001", "tt0000002"]),
        st.sampled_from([None, 1, 2]),
        st.sampled_from([{}, {"en": "One."}, {"en": "Two."}, {"de": "Zwei."}]),
    ),
    min_size=1,
    max_size=8,
)  # fmt: skip


@given(RECORDS)
@hypothesis_settings(max_examples=150, deadline=None)
def test_whatever_a_file_holds_reading_it_again_changes_nothing(records):
    def run(catalogue):
        for record in records:
            more = {"votes": record["votes"], "synopsis": record["synopsis"]}
            film = _film(
                record["title"],
                record["year"],
                directors=tuple(record["director"]),
                ids=Ids(imdb=record["imdb_id"]),
                **more,
            )
            catalogue.add(film, OURS)
        return catalogue

    once = run(Catalogue())
    twice = run(Catalogue(once.films.values(), once.sources))
    assert list(twice.films.values()) == list(once.films.values())
