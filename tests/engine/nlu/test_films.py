from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Said = Callable[[str, str], list[Any]]

NAMED = [
    ("films like Her", "her-2013"),
    ("films like her", "her-2013"),
    ("Filme wie Her", "her-2013"),
    ("movies like It", "it-2017"),
    ("I loved Up", "up-2009"),
    ("Us by Jordan Peele", "us-2019"),
    ("have you seen Drive?", "drive-2011"),
    ("Drive", "drive-2011"),
    ("something like Heat", "heat-1995"),
    ("Heat (1995)", "heat-1995"),
    ("Heat (1972)", "heat-1972"),
    ("the 1972 Heat", "heat-1972"),
    ("Heat von 1995", "heat-1995"),
    ("ich mochte Once sehr", "once-2007"),
    ("who directed Room?", "room-2015"),
    ("a film like Big please", "big-1988"),
    ('what about "Signs"?', "signs-2002"),
    ("eternal sunshine", "eternal-sunshine-of-the-spotless-mind-2004"),
    ("something like eternal sunshine of the spotless mind", "eternal-sunshine-of-the-spotless-mind-2004"),
    ("Vergiss mein nicht!", "eternal-sunshine-of-the-spotless-mind-2004"),
    ("the godfather 2", "the-godfather-part-ii-1974"),
    ("The Godfather Part II", "the-godfather-part-ii-1974"),
    ("godfather part two", "the-godfather-part-ii-1974"),
    ("Der Pate 2", "the-godfather-part-ii-1974"),
    ("der pate teil 2", "the-godfather-part-ii-1974"),
    ("Der Pate", "the-godfather-1972"),
    ("something like the godfather", "the-godfather-1972"),
    ("intersteler", "interstellar-2014"),
    ("films like intersteler", "interstellar-2014"),
    ("Filme wie Interstelar", "interstellar-2014"),
    ("movies like blade runer 2049", "blade-runner-2049-2017"),
    ("INCEPTION", "inception-2010"),
    ("films like inceptoin", "inception-2010"),
    ("i loved the matrix", "the-matrix-1999"),
    ("ich liebe Matrix", "the-matrix-1999"),
    ("etwas wie Das Leben der Anderen", "the-lives-of-others-2006"),
    ("sowas wie das leben der anderen", "the-lives-of-others-2006"),
    ("Amélie", "amelie-2001"),
    ("amelie", "amelie-2001"),
    ("filme wie die fabelhafte welt der amelie", "amelie-2001"),
    ("prinzessin mononoke", "princess-mononoke-1997"),
    ("so etwas wie Chihiros Reise ins Zauberland", "spirited-away-2001"),
    ("lola rennt", "run-lola-run-1998"),
    ("Ziemlich beste Freunde fand ich toll", "the-intouchables-2011"),
    ("Wie war nochmal Sieben von David Fincher?", "se7en-1995"),
    ("movies like Seven", "se7en-1995"),
    ("films like se7en", "se7en-1995"),
    ("der weisse hai", "jaws-1975"),
    ("Der weiße Hai", "jaws-1975"),
    ("wie Der weiße Hai, nur lustig", "jaws-1975"),
    ("like Jaws but funny", "jaws-1975"),
    ("rocky 4", "rocky-iv-1985"),
    ("Rocky IV", "rocky-iv-1985"),
    ("lilo and stitch", "lilo-and-stitch-2002"),
    ("Lilo & Stitch", "lilo-and-stitch-2002"),
    ("lilo und stitch", "lilo-and-stitch-2002"),
    ("oceans 11", "oceans-eleven-2001"),
    ("Ocean’s Eleven", "oceans-eleven-2001"),
    ("twelve monkeys", "12-monkeys-1995"),
    ("shawshank redemption", "the-shawshank-redemption-1994"),
    ("die verurteilten", "the-shawshank-redemption-1994"),
    ("spiderman into the spiderverse", "spider-man-into-the-spider-verse-2018"),
    ("Into the Spider-Verse", "spider-man-into-the-spider-verse-2018"),
    ("star wars the last jedi", "star-wars-the-last-jedi-2017"),
    ("Star Wars: Episode VIII – The Last Jedi", "star-wars-the-last-jedi-2017"),
    ("The Empire Strikes Back", "star-wars-episode-v-the-empire-strikes-back-1980"),
    ("star wars", "star-wars-1977"),
    ("krieg der sterne", "star-wars-1977"),
    ("harry potter", "harry-potter-and-the-philosophers-stone-2001"),
    ("lord of the rings", "the-lord-of-the-rings-the-fellowship-of-the-ring-2001"),
    ("herr der ringe", "the-lord-of-the-rings-the-fellowship-of-the-ring-2001"),
    ("the two towers", "the-lord-of-the-rings-the-two-towers-2002"),
    ("frozen 2", "frozen-ii-2019"),
    ("die eiskönigin 2", "frozen-ii-2019"),
    ("die eiskoenigin", "frozen-2013"),
    ("is La La Land good?", "la-la-land-2016"),
    ("lalaland", "la-la-land-2016"),
    ("Die Hard", "die-hard-1988"),
    ("have you seen die hard", "die-hard-1988"),
    ("stirb langsam", "die-hard-1988"),
    ("something like The Joker", "joker-2019"),
    ("knives out", "knives-out-2019"),
    ("i just watched knives out and want more of that", "knives-out-2019"),
    ("und täglich grüsst das murmeltier", "groundhog-day-1993"),
    ("castaway", "cast-away-2000"),
    ("schindlers liste", "schindlers-list-1993"),
    ("Schindler's List", "schindlers-list-1993"),
    ("pans labyrinth", "pans-labyrinth-2006"),
    ("El laberinto del fauno", "pans-labyrinth-2006"),
    ("dr strangelove", "dr-strangelove-1964"),
    ("Dr. Seltsam", "dr-strangelove-1964"),
    ("films like 2001", "2001-a-space-odyssey-1968"),
    ("odyssee im weltraum", "2001-a-space-odyssey-1968"),
    ("everything everywhere", "everything-everywhere-all-at-once-2022"),
    ("fury road", "mad-max-fury-road-2015"),
    ("mad max", "mad-max-fury-road-2015"),
    ("good bye lenin", "good-bye-lenin-2003"),
    ("Goodbye Lenin", "good-bye-lenin-2003"),
    ("the good the bad and the ugly", "the-good-the-bad-and-the-ugly-1966"),
    ("Solaris by Soderbergh", "solaris-2002"),
    ("Solaris von Tarkowski aus 1972", "solaris-1972"),
    ("Ghost in the Shell, the anime, not the remake", "ghost-in-the-shell-1995"),
    ("the new lion king", "the-lion-king-2019"),
    ("the original Lion King", "the-lion-king-1994"),
    ("nicht der neue König der Löwen, der alte König der Löwen", "the-lion-king-1994"),
    ("Little Women from 1994", "little-women-1994"),
    ("who plays Samantha in Her", "her-2013"),
    ("Wer hat bei Parasite Regie geführt?", "parasite-2019"),
    ("wie lange dauert Oldboy", "oldboy-2003"),
    ("wovon handelt Moonlight?", "moonlight-2016"),
    ("put Whiplash on my watchlist", "whiplash-2014"),
    ("Setz Victoria auf meine Liste", "victoria-2015"),
    ("Ich habe Systemsprenger schon gesehen", "systemsprenger-2019"),
    ("M", "m-1931"),
    ("M by Fritz Lang", "m-1931"),
    ("a movie called Nope", "nope-2022"),
    ("Gibt es Parasite auf Netflix?", "parasite-2019"),
    ("lösch Parasite von meiner Liste", "parasite-2019"),
    ("i hated the film Yesterday", "yesterday-2019"),
]

SEVERAL = [
    ("I loved Her but hated The Notebook", {"her-2013", "the-notebook-2004"}),
    ("a cross between Alien and Solaris", {"alien-1979", "solaris-1972"}),
    ("Inception, Interstellar and The Matrix", {"inception-2010", "interstellar-2014", "the-matrix-1999"}),
    ("irgendwas zwischen Matrix und Inception", {"the-matrix-1999", "inception-2010"}),
    ("compare Blade Runner and Blade Runner 2049", {"blade-runner-1982", "blade-runner-2049-2017"}),
    ("Vergleiche Alien mit Aliens", {"alien-1979", "aliens-1986"}),
    ("wie unterscheiden sich Der Pate und Der Pate 2?", {"the-godfather-1972", "the-godfather-part-ii-1974"}),
    ("a mix of before sunrise and Her", {"before-sunrise-1995", "her-2013"}),
    ("I enjoyed Coco and Up", {"coco-2017", "up-2009"}),
    ("Get Out oder Us?", {"get-out-2017", "us-2019"}),
]

NOT_NAMED = [
    "can you find something funny for her",
    "I like it",
    "I love it",
    "tell us more",
    "give us something funny",
    "what's up?",
    "I want to see it once",
    "it was a big disappointment",
    "drive safely",
    "there is no room for that",
    "I can't stand the heat in here",
    "films like it",
    "something like that",
    "Sie ist lustig",
    "kannst du uns etwas empfehlen",
    "es war gut",
    "hast du noch was?",
    "nope",
    "Nope",
    "anything else?",
    "what else?",
    "I saw it yesterday",
    "yesterday I was sad",
    "more please",
    "the second one",
    "the last one",
    "hello",
    "thank you",
    "I like scary movies",
    "it is too long",
    "show me something from the nineties",
    "Regnet es heute?",
    "Stell einen Wecker um 7 Uhr",
    "how is the weather in Paris",
    "book a table for two",
    "I have a big family",
    "who directed it?",
    "und wie lang ist er?",
    "wer spielt da mit?",
    "no horror, nothing sad, without guns",
    "once upon a time I liked westerns",
    "sign me up",
    "ich hasse Werbung",
    "nichts mit Hunden",
    "the big city",
    "she told her friend",
]

POLARITIES = [
    ("I loved Her", ["like"]),
    ("I loved Her but hated The Notebook", ["like", "dislike"]),
    ("Ich liebe Her, aber The Notebook hasse ich", ["like", "dislike"]),
    ("Her fand ich toll, The Notebook nicht", ["like", "dislike"]),
    ("Her fand ich toll, The Notebook hasse ich", ["like", "dislike"]),
    ("I love Her, hate Up, and saw Heat", ["like", "dislike", "seen"]),
    ("I hate The Notebook and love Inception", ["dislike", "like"]),
    ("Inception war super, The Notebook weniger", ["like", "dislike"]),
    ("Heat und Drive fand ich toll, Her und Up waren langweilig", ["like", "like", "dislike", "dislike"]),
    ("I watched Arrival and loved it", ["like"]),
    ("The Notebook lässt mich kalt", ["dislike"]),
    ("mit The Notebook kann ich nichts anfangen", ["dislike"]),
    ("I didn't like Inception", ["dislike"]),
    ("Inception hat mir nicht gefallen", ["dislike"]),
    ("Inception hat mir gut gefallen", ["like"]),
    ("I have already seen Inception", ["seen"]),
    ("Inception kenne ich schon", ["seen"]),
    ("habe Inception schon gesehen", ["seen"]),
    ("I've seen Inception and Interstellar", ["seen", "seen"]),
    ("I haven't seen Inception", [None]),
    ("Inception habe ich noch nicht gesehen", [None]),
    ("films like Inception", [None]),
    ("Filme wie Inception", [None]),
    ("have you seen Inception?", [None]),
    ("who directed Inception?", [None]),
    ("not Batman", ["without"]),
    ("nicht Batman", ["without"]),
    ("anything but Batman", ["without"]),
    ("alles außer Batman", ["without"]),
    ("I can't stand Batman", ["dislike"]),
    ("Batman is boring", ["dislike"]),
    ("Batman ist langweilig", ["dislike"]),
    ("Batman was great", ["like"]),
    ("my favourite film is Moonlight", ["like"]),
    ("mein Lieblingsfilm ist Moonlight", ["like"]),
    ("I don't hate Batman", ["like"]),
    ("nothing like Batman", ["without"]),
    ("nichts wie Batman", ["without"]),
    ("so gut wie Batman", [None]),
    ("better than Batman", [None]),
    ("ich fand Batman gar nicht so schlecht", ["like"]),
    ("I would like to watch Moonlight", [None]),
    ("I want to see Moonlight", [None]),
    ("I saw Moonlight and loved it", ["like"]),
    ("I watched Moonlight, it was terrible", ["dislike"]),
    ("I loved Her and Inception but not The Notebook", ["like", "like", "dislike"]),
]


@pytest.mark.parametrize(("text", "film"), NAMED)
def test_a_named_film_is_linked(said: Said, text: str, film: str) -> None:
    assert film in said(text, "film")


@pytest.mark.parametrize(("text", "films"), SEVERAL)
def test_several_films_are_linked(said: Said, text: str, films: set[str]) -> None:
    assert set(said(text, "film")) == films


@pytest.mark.parametrize("text", NOT_NAMED)
def test_ordinary_words_are_no_films(said: Said, text: str) -> None:
    assert said(text, "film") == []


@pytest.mark.parametrize(("text", "polarities"), POLARITIES)
def test_what_is_said_of_a_film(reading: Callable[[str], Any], text: str, polarities: list[str | None]) -> None:
    assert [film.extra["polarity"] for film in reading(text).films] == polarities


def test_of_two_films_of_one_name_the_likelier_is_taken_and_the_other_offered(reading: Callable[[str], Any]) -> None:
    film = reading("films like Drive").films[0]
    assert (film.value, film.extra["year"], film.extra["alternatives"]) == ("drive-2011", 2011, ["drive-1997"])


def test_a_year_leaves_no_alternatives(reading: Callable[[str], Any]) -> None:
    assert reading("Drive (1997)").films[0].extra["alternatives"] == []


UNKNOWN = [
    ("films like Zorkblatt", "Zorkblatt"),
    ("Filme wie Zorkblatt 7", "Zorkblatt 7"),
    ("who directed The Quux Affair?", "The Quux Affair"),
    ('have you seen "Grumbly Skies"?', "Grumbly Skies"),
    ("wovon handelt Grumpelstilz?", "Grumpelstilz"),
    ("I loved Zorkblatt", "Zorkblatt"),
]
KNOWN_OR_DESCRIBED = [
    "films like that",
    "something about a robot",
    "movies like the second one",
    "films like this one",
    "something like this but shorter",
    "Filme wie der letzte",
    "so etwas wie eben",
    "films like Her",
    "who directed it?",
    "have you seen anything good lately?",
    "I loved the ending",
    "I love horror",
    "Ich liebe Komödien",
    "mag ich",
    "something like a heist movie",
    "wie geht es dir?",
]


@pytest.mark.parametrize(("text", "name"), UNKNOWN)
def test_a_title_of_no_catalogue_is_named(said: Said, text: str, name: str) -> None:
    assert said(text, "unknown_title") == [name]


@pytest.mark.parametrize("text", KNOWN_OR_DESCRIBED)
def test_a_description_is_no_title(said: Said, text: str) -> None:
    assert said(text, "unknown_title") == []


def test_an_unknown_title_brings_the_nearest_ones(reading: Callable[[str], Any]) -> None:
    unknown = [film for film in reading("films like Interstellars Revange").films if film.kind == "unknown_title"]
    assert unknown == [] or all({"id", "title", "year"} == set(near) for near in unknown[0].extra["nearest"])
