import pytest

from index import CatalogueFault
from index.catalogue import read_catalogue, read_film
from index.passages import cut_passages
from index.settings import ROOT
from index.text import sentences
from index.vocabulary import Vocabulary
from tests.index.conftest import FILMS

GOOD = "title: Good\nyear: 2000\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: [Two, titles]\nyear: 2000\n", r":1: field title: saw \['Two', 'titles'\]; write it as text"),
        ("title: 1917\nyear: 2019\n", r":1: field title: saw 1917; write it as text \(in quotes"),
        ("title: X\n", r"field year: saw .*; add it"),
        (GOOD + "colour: red\n", r":3: field colour: saw 'red'; no such field"),
        (GOOD + "genres: drama\n", r":3: field genres: saw 'drama'; write a list"),
        (GOOD + "cast:\n  - {name: A}\n  - {nane: B}\n", r":5: field cast.1.name: .*add it"),
        (GOOD + "certificate: {fsk: 13}\n", r":3: field certificate.fsk: saw 13; use one of the allowed values"),
        (GOOD + "year: 2001\n", r":3: `year` stands here twice; keep one"),
        (GOOD + "genres: &g [drama]\nthemes: *g\n", r"an alias \(\*name\) is not allowed"),
        (GOOD + "genres: !!python/tuple [drama]\n", r":3: the tag .* is not allowed"),
        (GOOD + "genres: [drama\n", r"not YAML"),
        ("- just\n- a list\n", r":1: expected fields"),
        ("", r":1: expected fields"),
        (GOOD + 'synopsis: {en: "a\\0b"}\n', r":3: field synopsis.en"),
    ],
)
def test_a_malformed_film_is_named_with_line_field_value_and_cure(tmp_path, text, message):
    path = tmp_path / "film-2000.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueFault, match=message) as fault:
        read_film(path)
    assert str(fault.value).startswith(str(path))


def test_a_nest_of_aliases_is_refused_quickly(tmp_path):
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
    )
    (tmp_path / "bomb-2000.yml").write_text(bomb)
    with pytest.raises(CatalogueFault, match="alias"):
        read_film(tmp_path / "bomb-2000.yml")


@pytest.mark.parametrize("raw", [b"title: \xff\xfe\n", b"x" * 1_000_001])
def test_wrong_encodings_and_huge_files_are_refused(tmp_path, raw):
    (tmp_path / "film-2000.yml").write_bytes(raw)
    with pytest.raises(CatalogueFault, match=r"not UTF-8|at most"):
        read_film(tmp_path / "film-2000.yml")


def test_lines_with_a_repeated_id_or_a_wrong_field_are_named(tmp_path):
    path = tmp_path / "films.jsonl"
    line = '{"id": "a-2000", "title": "A", "year": 2000}\n'
    path.write_text(line * 2)
    with pytest.raises(CatalogueFault, match=r"films.jsonl:2: field id: saw 'a-2000' a second time"):
        list(read_catalogue(path))
    path.write_text(line + '{"id": "b-2000", "title": "B", "year": "x"}\n')
    with pytest.raises(CatalogueFault, match=r"films.jsonl:2: field year: saw 'x'"):
        list(read_catalogue(path))


def test_a_missing_catalogue_is_said_plainly(tmp_path):
    with pytest.raises(CatalogueFault, match="no such catalogue"):
        list(read_catalogue(tmp_path / "nowhere"))


def test_every_passage_stands_letter_for_letter_in_its_film():
    vocabulary = Vocabulary.read(ROOT / "data" / "films" / "vocabulary.yml")
    for film in read_catalogue(FILMS):
        texts = [*film.synopsis.values(), *(review.text for review in film.reviews)]
        passages = [each for each in cut_passages(film, vocabulary) if each.source != "vocabulary"]
        assert all(any(each.text in text for text in texts) for each in passages)
        assert {each.language for each in passages} == {"en", "de"} or not film.synopsis.get("de")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("Dr. No meets Mr. Bond. They talk.", 2),
        ("He said “Stop.” She went on… Nothing.", 3),
        ("Am 3. Oktober fällt die Mauer. Danach ist alles anders.", 2),
        ("J. R. Smith works for the U.S. Army.", 1),
        ("", 0),
    ],
)
def test_sentences_are_cut_where_they_end(text, count):
    found = sentences(text)
    assert len(found) == count
    assert all(sentence in text for sentence in found)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("etwas Trauriges über Einsamkeit in der Großstadt", ["sad", "loneliness", "big city life"]),
        ("a sad movie about artificial intelligence", ["sad", "artificial intelligence"]),
        ("lustige Filme mit Roboterliebe", ["funny"]),
        ("TRAURIGEN", ["sad"]),
    ],
)
def test_terms_are_found_by_name_synonym_and_inflection(text, keys):
    vocabulary = Vocabulary.read(ROOT / "data" / "films" / "vocabulary.yml")
    assert [found.key for found in vocabulary.find(text)][: len(keys)] == keys
