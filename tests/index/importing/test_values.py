import pytest

from index.importing import values
from index.importing.draft import language_told


@pytest.mark.parametrize(
    ("written", "number"),
    [(12, 12), (12.0, 12), ("12", 12), (" 12.0 ", 12), ("1,234", 1234), ("-5", -5), ("5.083.954", None), (1.5, None),
     ("x", None), (True, None), (None, None), ([1], None), (float("nan"), None), (2**31, None), ("9" * 5000, None),
     ("٣", None)],
)  # fmt: skip
def test_whole_numbers(written, number):
    assert values.whole(written) == number


@pytest.mark.parametrize(
    ("written", "year"),
    [("2009-12-10", 2009), ("15/12/2021", 2021), ("01-Jan-1995", 1995), ("April 3, 2011", 2011), (2011, 2011),
     ("2011.0", 2011), (-5, -5), ("-2009-01-01", None), ("6/9/15", None), ("123456", 123456), ("", None), (None, None)],
)  # fmt: skip
def test_years(written, year):
    assert values.year_of(written) == year


@pytest.mark.parametrize(
    ("written", "minutes"),
    [(126, 126), ("126", 126), ("126 min", 126), ("126 Minuten", 126), ("2h 6m", 126), ("2 Std. 6", 126), ("1 hr", 60),
     ("PT2H6M", 126), ("PT126M", 126), ("PT7560S", 126), ("P0DT2H", 120), ("0", None), ("PT", None),
     ("1 Season", None), ("", None), (None, None)],
)  # fmt: skip
def test_runtimes(written, minutes):
    assert values.minutes(written) == minutes


@pytest.mark.parametrize(
    ("written", "imdb"),
    [("tt0499549", "tt0499549"), ("http://www.imdb.com/title/tt0499549/?ref_=x", "tt0499549"), ("0114709", "tt0114709"),
     ("114709", "tt0114709"), (114709, "tt0114709"), ("", None), (None, None), (True, None), ("=cmd()", "=cmd()")],
)  # fmt: skip
def test_imdb_ids(written, imdb):
    assert values.imdb_id(written) == imdb


@pytest.mark.parametrize(
    ("written", "code"),
    [("Germany", "DE"), ("Deutschland", "DE"), ("DE", "DE"), ("West Germany", "DE"), ("USA", "US"),
     ("United States of America", "US"), ("UK", "GB"), ("Österreich", "AT"), ("Atlantis", ""), ("", "")],
)  # fmt: skip
def test_countries(written, code):
    assert values.country(written) == code


@pytest.mark.parametrize(
    ("written", "code"),
    [("German", "de"), ("Deutsch", "de"), ("de-DE", "de"), ("en_US", "en"), ("Mandarin", "zh"), ("cn", "zh"),
     ("xx", ""), ("No Language", ""), ("Klingonisch-Elbisch", ""), ("", "")],
)  # fmt: skip
def test_spoken_languages(written, code):
    assert values.spoken_language(written) == code


@pytest.mark.parametrize(
    ("written", "fsk", "mpa"),
    [("FSK 12", 12, None), ("Germany:16", 16, None), ("DE:FSK 18", 18, None), ("ab 6 Jahren", 6, None),
     ("FSK o.A.", 0, None), ("FSK 13", None, None), ("12", None, None), ("PG-13", None, "PG-13"),
     ("Rated R for gore", None, "R"),
     ("US:PG", None, "PG"), ("MPA nc-17", None, "NC-17"), ("TV-MA", None, None), ("GP", None, None), ("", None, None)],
)  # fmt: skip
def test_age_ratings(written, fsk, mpa):
    assert (values.fsk(written), values.mpa(written)) == (fsk, mpa)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A robot writes to the sea.", "en"),
        ("Ein Roboter schreibt dem Meer.", "de"),
        ("Mädchen sucht Jungen und Hund.", "de"),
        ("Eccentric scientist Victor Von Frankenstein creates a grotesque creature in an experiment.", "en"),
        ("Sturm.", "en"),
        ("La madre di una giovane modella cerca un precettore per la figlia che deve lavorare a Roma, ma il nome "
         "che le viene suggerito non piace a nessuno in tutta la casa.", None),
    ],
)  # fmt: skip
def test_the_language_of_a_text_is_told_by_its_small_words(text, language):
    assert language_told(text) == language
