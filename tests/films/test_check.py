"""`usher films check` finds each kind of mistake and names the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.checking import check_films, film_files, outdated_facts, write_facts
from index.checking.prose import language_of

NO_FACTS = Path("nowhere.csv")


def findings(folder: Path, facts: Path = NO_FACTS) -> list[str]:
    return [str(finding) for finding in check_films(film_files(folder), folder=folder, facts=facts).findings]


def change(folder: Path, old: str, new: str) -> None:
    path = folder / "her-2013.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_good_film_has_no_findings(folder):
    assert findings(folder) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("year: 2013", "year: soon", "her-2013.yml:2: year"),
        ("title: Her", "title: Hers", "her-2013.yml:1: title: the file should be named hers-2013.yml"),
        ("melancholic", "mellow-ish", "'mellow-ish' is not in vocabulary.yml under moods"),
        ("countries: [US]", "countries: [usa]", "countries.0"),
        ("oscar/best original screenplay", "oscar/best haircut", "'oscar/best haircut'"),
        ("runtime: 126", "runtime: 126\nlength: 126", "length: Extra inputs are not permitted"),
        ("themes: [artificial intelligence, ", "themes: [divorce, ", "names the same entry twice"),
        ("title: Her", "title: [Her", "not readable as YAML"),
        ("  - aspect: look\n    language: en", "  - aspect: look\n    language: de", "reads like 'en'"),
        ("In a Los Angeles a few years from now, Theodore earns", "Theodore earns", None),
        ("  en: >-\n", "  en: >-\n    " + "and so on " * 20 + "\n", "wanted are 60 to 110"),
    ],
)
def test_each_mistake_is_found_where_it_is(folder, old, new, expected):
    change(folder, old, new)
    found = findings(folder)
    assert found == [] if expected is None else any(expected in line for line in found), found


def test_a_missing_language_is_found(folder):
    text = (folder / "her-2013.yml").read_text("utf-8")
    begin, end = text.index("  de: >-"), text.index("reviews:")
    (folder / "her-2013.yml").write_text(text[:begin] + text[end:], "utf-8")
    assert any("has no text in 'de'" in line for line in findings(folder))


def test_two_films_may_not_share_a_sentence_or_an_id(folder):
    text = (folder / "her-2013.yml").read_text("utf-8")
    (folder / "hers-2014.yml").write_text(
        text.replace("title: Her\n", "title: Hers\n", 1).replace("2013", "2014"), "utf-8"
    )
    found = findings(folder)
    assert any("is also that of her-2013.yml" in line for line in found)
    assert any("shares “" in line for line in found)


def facts_list(folder: Path, **changes: str) -> Path:
    row = {"title": "Her", "year": "2013", "imdb_id": "tt1798709", "directors": "Spike Jonze", "runtime_minutes": "126"}
    row |= changes
    path = folder / "facts-to-check.csv"
    path.write_text(",".join(row) + "\n" + ",".join(row.values()) + "\n", "utf-8")
    return path


def test_facts_that_agree_are_no_findings(folder):
    assert findings(folder, facts_list(folder, runtime_minutes="125 / 128")) == []


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("runtime_minutes", "99", "runtime: differs"),
        ("imdb_id", "tt0000001", "ids: differs"),
        ("directors", "Somebody Else", "directors: differs"),
        ("runtime_minutes", "", None),
    ],
)
def test_facts_that_differ_are_findings_unless_excepted(folder, name, value, expected):
    facts = facts_list(folder, **{name: value})
    found = findings(folder, facts)
    assert (expected is None and not found) or any(expected in line for line in found)
    field = (expected or "runtime:").split(":")[0]
    (folder / "exceptions.csv").write_text(f"film,field,reason\nher-2013,{field},the list is wrong\n")
    assert findings(folder, facts) == []


def test_a_film_that_changed_since_its_facts_were_checked_is_noticed(folder):
    write_facts(check_films(film_files(folder), folder=folder, facts=NO_FACTS), folder)
    assert outdated_facts(folder, film_files(folder)) == []
    change(folder, "year: 2013", "year: 2013  # sure")
    assert outdated_facts(folder, film_files(folder)) == ["her-2013"]


@pytest.mark.parametrize(
    ("text", "language"),
    [("Der Mann geht auf die Straße und ist nicht allein.", "de"), ("The man who is with her.", "en"), ("Ooh!", None)],
)
def test_the_language_of_a_paragraph_is_told_by_its_small_words(text, language):
    assert language_of(text) == language
