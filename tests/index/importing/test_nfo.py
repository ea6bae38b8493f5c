import pytest

from index.importing.nfo import NfoImporter

NFO = """<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>
<movie>
    <title>Tin Heart</title>
    <originaltitle>Blechherz</originaltitle>
    <ratings><rating name="imdb" max="10"><value>7.1</value><votes>4,242</votes></rating></ratings>
    <plot>A robot writes to the sea &amp; the sea writes back.</plot>
    <runtime>101</runtime>
    <mpaa>FSK 12 / Rated PG-13</mpaa>
    <uniqueid type="tmdb">77</uniqueid>
    <uniqueid type="imdb" default="true">tt1234567</uniqueid>
    <genre>Drama</genre>
    <genre>Science Fiction</genre>
    <tag>Robot</tag>
    <set><name>Hearts</name><overview>All of them.</overview></set>
    <country>Germany</country>
    <credits>Kim</credits>
    <director>Ann Lee</director>
    <premiered>2011-04-03</premiered>
    <actor><name>Bo</name><role>Robot</role><order>0</order><thumb>https://x.org/bo.jpg</thumb></actor>
    <actor><name>Cy</name></actor>
    <thumb aspect="poster">https://x.org/tin.jpg</thumb>
</movie>
"""


@pytest.fixture
def write(tmp_path):
    def write_file(text, name="tin.nfo", encoding="utf-8"):
        path = tmp_path / "library" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write_file


def _only(outcome):
    assert len(outcome.films) == 1, outcome.refusals
    return next(iter(outcome.films.values()))


def test_every_tag_of_a_film_is_read(write, read, format_of):
    path = write(NFO)
    assert format_of(path) == "nfo"
    film = _only(read(NfoImporter(), path))
    assert (film.id, film.original_title, film.series) == ("tin-heart-2011", "Blechherz", "Hearts")
    assert film.synopsis == {"en": "A robot writes to the sea & the sea writes back."}
    assert (film.runtime, film.votes, film.countries) == (101, 4242, ("DE",))
    assert (film.certificate.fsk, film.certificate.mpa) == (12, "PG-13")
    assert (film.ids.imdb, film.ids.tmdb) == ("tt1234567", 77)
    assert (film.genres, film.keywords) == (("drama", "science fiction"), ("robot",))
    assert (film.directors, film.writers) == (("Ann Lee",), ("Kim",))
    assert [(member.name, member.role) for member in film.cast] == [("Bo", "Robot"), ("Cy", None)]
    assert film.poster == "https://x.org/tin.jpg"


def test_a_library_in_folders_is_read(tmp_path, write, read, format_of):
    write(NFO, "Tin Heart (2011)/movie.nfo")
    write(NFO.replace("Tin Heart", "Other"), "Other (2011)/Other.nfo")
    write("<tvshow><title>Series</title></tvshow>", "Series/tvshow.nfo")
    write("<movie><title>Cut", "Cut/cut.nfo")
    write(b"\xff\xd8\xff", "Cut/poster.jpg")
    assert format_of(tmp_path / "library") == "nfo"
    outcome = read(NfoImporter(), tmp_path / "library")
    assert set(outcome.films) == {"tin-heart-2011", "other-2011"}
    assert {refusal.file: refusal.reason for refusal in outcome.refusals} == {
        "Cut/cut.nfo": "not XML: no element found",
        "Series/tvshow.nfo": "tells of <tvshow>, not of a <movie>",
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_the_encoding_is_the_one_that_the_file_names(write, read, encoding):
    text = NFO.replace("UTF-8", encoding.removesuffix("-sig")).replace("Ann Lee", "Ánn Lée")
    assert _only(read(NfoImporter(), write(text, encoding=encoding))).directors == ("Ánn Lée",)


@pytest.mark.parametrize("after", ["\nhttps://www.imdb.com/title/tt1234567/\n", "\n<!-- scraped -->", "\nplain words"])
def test_what_follows_the_film_is_passed_over(write, read, after):
    assert _only(read(NfoImporter(), write(NFO + after))).title == "Tin Heart"


@pytest.mark.parametrize(
    ("old", "field", "expected"),
    [
        ("<id>tt7654321</id>", "imdb", "tt7654321"),
        ("<id>12345</id><imdbid>tt7654321</imdbid>", "imdb", "tt7654321"),
        ("<tmdbid>88</tmdbid>", "tmdb", 88),
    ],
)
def test_older_ways_of_writing_ids_are_read(write, read, old, field, expected):
    lines = [line for line in NFO.splitlines() if "uniqueid" not in line]
    film = _only(read(NfoImporter(), write("\n".join(lines).replace("</movie>", f"{old}</movie>"))))
    assert getattr(film.ids, field) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("https://www.imdb.com/title/tt1234567/\n", "only an address"),
        ("", "not XML"),
        ("just words", "not XML"),
        ("<movie><title>A & B</title></movie>", "not XML"),
        ("<movie><year>2011</year></movie>", "no title"),
        ("<movie><title>X</title></movie>", "no year"),
        ("<movie><title>X</title><year>-5</year></movie>", "year"),
        ("<movie>" + "<a>" * 40 + "</a>" * 40 + "</movie>", "tags deep"),
        ("<movie>" + "<a/>" * 60_000 + "</movie>", "over 50000 tags"),
        ("<movie><plot>" + "x" * 1_000_001 + "</plot></movie>", "a file over"),
        ("http://" * 100_000 + " \x00", "not XML"),
    ],
)
def test_a_bad_file_is_refused_with_a_reason(write, read, text, reason):
    outcome = read(NfoImporter(), write(text))
    assert not outcome.films and reason in outcome.refusals[0].reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "document_type",
    [
        '<!DOCTYPE movie [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
        '<!DOCTYPE movie [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE movie SYSTEM "http://127.0.0.1/evil.dtd">',
        '<!DOCTYPE movie [<!ENTITY % a "x"> %a;]>',
    ],
)
def test_document_types_and_entities_are_refused(write, read, document_type, encoding):
    text = f'<?xml version="1.0" encoding="{encoding}"?>{document_type}<movie><title>&a;</title></movie>'
    outcome = read(NfoImporter(), write(text, encoding=encoding))
    assert not outcome.films and "document type or entity" in outcome.refusals[0].reason
