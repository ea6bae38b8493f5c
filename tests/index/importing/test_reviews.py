"""Reviews of films that the catalogue knows: kept with their author, quoted with their author."""

from __future__ import annotations

import pytest

from index import IndexSettings
from index.film import Film
from index.importing import import_catalogue
from index.importing.importer import ReviewOf
from index.importing.reviews import ReviewsImporter
from index.passages import cut_passages
from index.vocabulary import Vocabulary
from index.wish import Wish

HEAD = ("film", "year", "author", "rating", "language", "text")
PRAISE = "A tender film about talking to nobody, and the quietest science fiction of its year."
GERMAN = ("Filmtitel", "Jahr", "Kritiker", "Wertung", "Sprache", "Kritik")


def _reviews(path):
    return [record.review for record in ReviewsImporter().read(path) if isinstance(record, ReviewOf)]


def _reasons(path):
    return [record.reason for record in ReviewsImporter().read(path) if not isinstance(record, ReviewOf)]


@pytest.mark.parametrize("head", [HEAD, GERMAN])
def test_a_review_keeps_author_mark_and_language(table, head):
    path = table("press.csv", head, ["Her", 2013, "Jane Roe", "4/5", "en", PRAISE])
    assert ReviewsImporter().recognises(path)
    (review,) = _reviews(path)
    assert (review.author, review.rating, review.language, review.text) == ("Jane Roe", 0.8, "en", PRAISE)


def test_critic_and_paper_are_both_named_and_a_file_stands_for_nobody(table):
    head = ("title", "year", "review", "critic", "publisher")
    path = table("press.csv", head, ["Her", 2013, PRAISE, "Jane Roe", "The Paper"], ["Her", 2013, PRAISE, "", ""])
    assert [review.author for review in _reviews(path)] == ["Jane Roe, The Paper", "press"]


def test_what_cannot_be_quoted_is_refused_with_a_reason(table):
    rows = [
        ["Her", 2013, "A", "", "", "Nice film."],
        ["Her", 2013, "A", "", "", "This review may contain spoilers. I can handle the truth."],
        ["Her", 2013, "A", "", "", "if youâ??ve never swam in the ocean then a pool seems deep"],
        ["Her", 2013, "A", "", "fr", "Un film tendre et silencieux sur la solitude."],
        ["", "", "A", "", "", PRAISE],
    ]
    reasons = _reasons(table("press.csv", HEAD, *rows))
    assert [reason.split(" ")[0] for reason in reasons] == ["under", "hidden", "damaged", "neither", "names"]


def test_reviews_go_to_their_film_and_others_are_refused(lines, table, settings, films):
    import_catalogue(lines("a.jsonl", {"title": "Her", "year": 2013}, {"title": "Ran", "year": 1985}), settings)
    rows = [["Her (2013)", "", "A B", "", "", PRAISE], ["Nobody Knows", 1999, "A B", "", "", PRAISE]]
    path = table("press.csv", HEAD, *rows)
    report = import_catalogue(path, settings)
    assert (report.reviews, report.refused, report.films) == (1, 1, 2)
    assert films()["her-2013"].reviews[0].author == "A B"
    before = settings.source_path.read_bytes()
    import_catalogue(lines("a.jsonl", {"title": "Her", "year": 2013, "votes": 3}), settings)
    assert len(films()["her-2013"].reviews) == 1 and settings.source_path.read_bytes() != before


def test_a_folder_brings_films_before_what_is_said_of_them(tmp_path, settings, films):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a_reviews.csv").write_text(f"film,year,author,text\nHer,2013,A B,{PRAISE.replace(',', '')}\n")
    (folder / "films.csv").write_text("title,year\nHer,2013\n")
    (folder / "notes.pdf").write_bytes(b"%PDF")
    report = import_catalogue(folder, settings)
    assert (report.added, report.reviews, report.refused) == (1, 1, 1)
    assert report.reasons[0][0] == "in no format that can be imported"


def test_long_reviews_are_cut_between_sentences_and_pans_give_no_reason():
    sentences = [
        f"Sentence number {number} says something about the film in a dozen words or so." for number in range(20)
    ]
    long = {"aspect": "reception", "language": "en", "text": " ".join(sentences), "author": "A B"}
    pan = {**long, "text": "A dull film that never should have been made.", "rating": 0.2}
    film = Film(id="her-2013", title="Her", year=2013, reviews=(long, pan))
    passages = list(cut_passages(film, Vocabulary.read(IndexSettings().vocabulary_path)))
    assert len(passages) == 5 and all(len(passage.text.split()) <= 60 for passage in passages)
    assert " ".join(passage.text for passage in passages) == long["text"]


def test_a_reason_that_quotes_a_review_names_its_author(lines, table, settings, opened):
    films = [{"title": f"Film {number}", "year": 2000 + number, "synopsis": "A man walks."} for number in range(3)]
    import_catalogue(
        lines("a.jsonl", {"title": "Her", "year": 2013, "synopsis": "A man and a voice."}, *films), settings
    )
    import_catalogue(table("press.csv", HEAD, ["Her", 2013, "Jane Roe", "5/5", "en", PRAISE]), settings)
    recommender = opened(settings)
    answer = recommender.recommend(Wish(text="quietest science fiction about talking to nobody", language="en"))
    reasons = [reason for found in answer.recommendations if found.film.id == "her-2013" for reason in found.reasons]
    quoting = [reason for reason in reasons if any(each.source == "review" for each in reason.evidence)]
    assert quoting and all("Jane Roe" in reason.text for reason in quoting)
    evidence = [each for reason in quoting for each in reason.evidence if each.source == "review"]
    assert {each.author for each in evidence} == {"Jane Roe"} and all(each.text in PRAISE for each in evidence)


@pytest.mark.shared
def test_real_reviews_are_read(real):
    path = real("rt_reviews_linked.csv.gz")
    assert ReviewsImporter().recognises(path)
    records = list(ReviewsImporter().read(path))
    taken = [record.review for record in records if isinstance(record, ReviewOf)]
    assert len(taken) > 35_000 and len(taken) + 2000 > len(records)
    assert sum(review.rating is not None for review in taken) > 30_000
