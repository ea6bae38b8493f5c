import gzip
import json

import pytest

from index.exporting.json_ld import json_ld
from index.importing.json_ld import JsonLdImporter

MOVIE = {
    "@context": "https://schema.org",
    "@type": "Movie",
    "name": [{"@value": "Tin Heart", "@language": "en"}, {"@value": "Blechherz", "@language": "de-DE"}],
    "alternateName": ["Heart of Tin", "Tin Heart"],
    "datePublished": "2011-04-03",
    "duration": "PT1H41M",
    "director": {"@type": "Person", "name": "Ann Lee"},
    "author": [{"@type": "Organization", "name": "Studio"}, {"@type": "Person", "name": "Kim"}],
    "actor": [
        {"@type": "PerformanceRole", "actor": {"@type": "Person", "name": "Bo"}, "characterName": "Robot"},
        "Cy",
    ],
    "musicBy": {"name": "Lo"},
    "contentRating": ["FSK 12", "PG-13"],
    "genre": ["Drama", "Sci-Fi"],
    "keywords": "robot, sea",
    "description": [
        {"@value": "A robot writes to the sea.", "@language": "en"},
        {"@value": "Ein Roboter schreibt dem Meer.", "@language": "de"},
    ],
    "countryOfOrigin": {"@type": "Country", "name": "Deutschland"},
    "inLanguage": "de-DE",
    "sameAs": ["https://www.imdb.com/title/tt1234567/", "https://www.wikidata.org/wiki/Q42"],
    "identifier": {"@type": "PropertyValue", "propertyID": "TMDB", "value": 77},
    "aggregateRating": {"@type": "AggregateRating", "ratingValue": 8, "ratingCount": 4242},
    "image": {"@type": "ImageObject", "url": "https://films.example/tin.jpg"},
    "isPartOf": {"@type": "MovieSeries", "name": "Hearts"},
    "review": [
        {
            "@type": "Review",
            "author": {"name": "Ida"},
            "reviewBody": "Der Film ist das Beste und nicht zu lang.",
            "reviewRating": {"@type": "Rating", "ratingValue": "8", "bestRating": 10},
        },
        {"@type": "Review", "reviewBody": "Nobody said this."},
    ],
}


@pytest.fixture
def write(tmp_path):
    def write_file(value, name="films.jsonld"):
        path = tmp_path / name
        path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
        return path

    return write_file


def _only(outcome):
    assert len(outcome.films) == 1
    return next(iter(outcome.films.values()))


def test_every_field_of_a_movie_is_read(write, read, format_of):
    assert format_of(write(MOVIE)) == "json-ld"
    film = _only(read(JsonLdImporter(), write(MOVIE)))
    assert (film.id, film.german_title, film.other_titles) == ("tin-heart-2011", "Blechherz", ("Heart of Tin",))
    assert (film.year, film.runtime, film.votes) == (2011, 101, 4242)
    assert (film.directors, film.writers, film.music) == (("Ann Lee",), ("Kim",), ("Lo",))
    assert [(member.name, member.role) for member in film.cast] == [("Bo", "Robot"), ("Cy", None)]
    assert (film.certificate.fsk, film.certificate.mpa) == (12, "PG-13")
    assert (film.genres, film.keywords) == (("drama", "science fiction"), ("robot", "sea"))
    assert film.synopsis == {"en": "A robot writes to the sea.", "de": "Ein Roboter schreibt dem Meer."}
    assert (film.countries, film.languages) == (("DE",), ("de",))
    assert (film.ids.imdb, film.ids.tmdb, film.ids.wikidata) == ("tt1234567", 77, "Q42")
    assert film.poster == "https://films.example/tin.jpg"
    assert [(review.author, review.language, review.rating) for review in film.reviews] == [("Ida", "de", 0.8)]
    assert film.series == "Hearts"


@pytest.mark.parametrize(
    "wrapped",
    [
        [MOVIE],
        {"@graph": [{"@type": "WebSite"}, MOVIE]},
        {"@type": "WebPage", "mainEntity": MOVIE},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": MOVIE}]},
        {**MOVIE, "@type": ["Movie", "Product"]},
        {**MOVIE, "@type": "http://schema.org/Movie"},
        {"@graph": [{**MOVIE, "director": {"@id": "#ann"}}, {"@id": "#ann", "@type": "Person", "name": "Ann Lee"}]},
    ],
)
def test_movies_are_found_however_they_are_wrapped(write, read, wrapped):
    film = _only(read(JsonLdImporter(), write(wrapped)))
    assert (film.title, film.directors) == ("Tin Heart", ("Ann Lee",))


@pytest.mark.parametrize("packed", [False, True])
def test_a_graph_too_large_to_be_read_whole_is_read_film_by_film(tmp_path, read, format_of, packed):
    films = ",\n".join(json.dumps({**MOVIE, "name": f"Film {number}"}) for number in range(1_600))
    text = f'{{"@context": {{"@vocab": "https://schema.org/"}},\n"@graph": [\n{films}\n], "@id": "x"}}\n'.encode()
    path = tmp_path / ("all.json.gz" if packed else "all.jsonld")
    path.write_bytes(gzip.compress(text, 1) if packed else text)
    assert format_of(path) == "json-ld"
    outcome = read(JsonLdImporter(), path)
    assert (len(outcome.films), outcome.refusals) == (1_600, [])


def test_what_is_exported_is_read_again(tmp_path, write, read):
    film = _only(read(JsonLdImporter(), write(MOVIE)))
    again = _only(read(JsonLdImporter(), write("".join(json_ld([film])))))
    kept = film.model_copy(
        update={"votes": None, "german_title": again.german_title, "other_titles": again.other_titles}
    )
    assert again == kept


def test_films_that_a_movie_mentions_are_not_taken(write, read):
    other = {"@type": "Movie", "name": "Other", "datePublished": "1999"}
    assert set(read(JsonLdImporter(), write({**MOVIE, "isRelatedTo": other})).films) == {"tin-heart-2011"}


def test_the_scripts_of_a_page_are_read(write, read, format_of):
    scripts = "".join(
        f"<script {kind}>{body}</script>"
        for kind, body in [
            ('type="text/javascript"', 'var decoy = "<script>";'),
            ("type='application/ld+json'", json.dumps([MOVIE])),
            ('nonce="x" TYPE="application/ld+json"', json.dumps({**MOVIE, "name": "Other"})),
            ('type="application/ld+json"', "{broken"),
            ('type="application/ld+json"', '{"@type": "WebSite"}'),
        ]
    )
    path = write(f"<!doctype html>\n<html>\n<head>{scripts}<script type=application/ld+json>", "page.html")
    assert format_of(path) == "json-ld"
    outcome = read(JsonLdImporter(), path)
    assert set(outcome.films) == {"tin-heart-2011", "other-2011"}
    assert [refusal.line for refusal in outcome.refusals] == [3, 3]
    assert outcome.refusals[0].reason.startswith("not JSON") and "no schema.org/Movie" in outcome.refusals[1].reason


def test_a_folder_of_pages_is_read_and_its_refusals_name_the_file(tmp_path, write, read, format_of):
    page = f'<script type="application/ld+json">{json.dumps(MOVIE)}</script>'
    (tmp_path / "site").mkdir()
    write(page, "site/tin.html")
    write("<script type='application/ld+json'>[]</script>", "site/empty.html")
    assert format_of(tmp_path / "site") == "json-ld"
    outcome = read(JsonLdImporter(), tmp_path / "site")
    assert set(outcome.films) == {"tin-heart-2011"}
    assert [refusal.file for refusal in outcome.refusals] == ["empty.html"]


def test_other_json_is_left_to_others(write, format_of):
    assert format_of(write({"@type": "Person", "name": "Ann"})) == ""


@pytest.mark.parametrize("field", sorted(set(MOVIE) - {"@type", "name", "datePublished"}))
@pytest.mark.parametrize("value", ["text", 7, -1.5, True, None, [], [[]], [None, 3], {}, {"name": {"name": []}}])
def test_a_field_of_the_wrong_kind_never_breaks_the_import(write, read, field, value):
    outcome = read(JsonLdImporter(), write({**MOVIE, field: value}))
    assert len(outcome.films) + len(outcome.refusals) == 1


@pytest.mark.parametrize("name", [None, 7, [], {}, "", {"@value": None}])
def test_a_movie_without_a_name_is_refused(write, read, name):
    outcome = read(JsonLdImporter(), write({**MOVIE, "name": name}))
    assert len(outcome.films) == (name == 7)
    assert all(refusal.reason == "no title" for refusal in outcome.refusals)
