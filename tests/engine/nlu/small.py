"""A catalogue small enough to read, with the vocabulary of the real one."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[3]
KINDS = {"genres": "genre", "themes": "theme", "moods": "mood", "style": "style", "content_notes": "content_note"}
# title | year | German title | other names | director | known
_FILMS = """
Her|2013|||Spike Jonze|.9
It|2017|Es||Andy Muschietti|.93
It|1990||Stephen King's It|Tommy Lee Wallace|.6
Us|2019|Wir||Jordan Peele|.85
Up|2009|Oben||Pete Docter|.95
Drive|2011|||Nicolas Winding Refn|.9
Drive|1997|||Steve Wang|.25
Heat|1995|||Michael Mann|.85
Heat|1972|||Paul Morrissey|.1
Once|2007|||John Carney|.65
Room|2015|Raum||Lenny Abrahamson|.85
Big|1988|||Penny Marshall|.75
Signs|2002|Signs – Zeichen||M. Night Shyamalan|.8
Eternal Sunshine of the Spotless Mind|2004|Vergiss mein nicht!||Michel Gondry|.9
The Godfather|1972|Der Pate||Francis Ford Coppola|.97
The Godfather: Part II|1974|Der Pate – Teil II||Francis Ford Coppola|.93
Interstellar|2014|||Christopher Nolan|.99
Inception|2010|||Christopher Nolan|.99
Blade Runner|1982|Der Blade Runner||Ridley Scott|.9
Blade Runner 2049|2017|||Denis Villeneuve|.93
Arrival|2016|||Denis Villeneuve|.93
Dune: Part One|2021|Dune|Dune|Denis Villeneuve|.93
Dune: Part Two|2024|Dune: Teil Zwei||Denis Villeneuve|.9
Dune|1984|Der Wüstenplanet||David Lynch|.7
The Matrix|1999|Matrix||Lana Wachowski|.98
The Notebook|2004|Wie ein einziger Tag||Nick Cassavetes|.9
The Lives of Others|2006|Das Leben der Anderen|Das Leben der Anderen|Florian Henckel von Donnersmarck|.8
Amélie|2001|Die fabelhafte Welt der Amélie|Le Fabuleux Destin d'Amélie Poulain|Jean-Pierre Jeunet|.88
Princess Mononoke|1997|Prinzessin Mononoke|もののけ姫|Hayao Miyazaki|.85
Spirited Away|2001|Chihiros Reise ins Zauberland||Hayao Miyazaki|.93
Run Lola Run|1998|Lola rennt|Lola rennt|Tom Tykwer|.7
Good Bye, Lenin!|2003|Good Bye, Lenin!||Wolfgang Becker|.7
Downfall|2004|Der Untergang||Oliver Hirschbiegel|.75
The Intouchables|2011|Ziemlich beste Freunde|Intouchables|Olivier Nakache|.9
Se7en|1995|Sieben||David Fincher|.95
Fight Club|1999|||David Fincher|.97
Jaws|1975|Der weiße Hai||Steven Spielberg|.88
Batman|1989|||Tim Burton|.8
Batman Begins|2005|||Christopher Nolan|.9
The Dark Knight|2008|||Christopher Nolan|.98
Lost in Translation|2003|||Sofia Coppola|.85
Before Sunrise|1995|||Richard Linklater|.8
Marriage Story|2019|||Noah Baumbach|.8
Ex Machina|2014|||Alex Garland|.9
Solaris|1972|||Andrei Tarkovsky|.7
Solaris|2002|||Steven Soderbergh|.6
Alien|1979|Alien – Das unheimliche Wesen aus einer fremden Welt||Ridley Scott|.92
Aliens|1986|Aliens – Die Rückkehr||James Cameron|.9
Star Wars|1977|Krieg der Sterne|Star Wars: Episode IV – A New Hope|George Lucas|.95
Star Wars: The Last Jedi|2017|Star Wars: Die letzten Jedi||Rian Johnson|.9
Star Wars: Episode V - The Empire Strikes Back|1980|Das Imperium schlägt zurück||Irvin Kershner|.93
Rocky|1976|||John G. Avildsen|.85
Rocky II|1979|||Sylvester Stallone|.75
Rocky IV|1985|||Sylvester Stallone|.75
Lilo & Stitch|2002|||Chris Sanders|.8
Ocean's Eleven|2001|||Steven Soderbergh|.88
12 Monkeys|1995|Twelve Monkeys||Terry Gilliam|.85
The Shawshank Redemption|1994|Die Verurteilten||Frank Darabont|.98
Pulp Fiction|1994|||Quentin Tarantino|.98
Spider-Man: Into the Spider-Verse|2018|Spider-Man: A New Universe||Bob Persichetti|.93
Spider-Man|2002|||Sam Raimi|.92
Ghost in the Shell|1995|||Mamoru Oshii|.75
Ghost in the Shell|2017|||Rupert Sanders|.72
The Lion King|1994|Der König der Löwen||Roger Allers|.95
The Lion King|2019|Der König der Löwen||Jon Favreau|.85
Harry Potter and the Philosopher's Stone|2001|Harry Potter und der Stein der Weisen||Chris Columbus|.96
Harry Potter and the Chamber of Secrets|2002|Harry Potter und die Kammer des Schreckens||Chris Columbus|.94
The Lord of the Rings: The Fellowship of the Ring|2001|Der Herr der Ringe: Die Gefährten||Peter Jackson|.97
The Lord of the Rings: The Two Towers|2002|Der Herr der Ringe: Die zwei Türme||Peter Jackson|.96
The Lord of the Rings: The Return of the King|2003|Der Herr der Ringe: Die Rückkehr des Königs||Peter Jackson|.96
Frozen|2013|Die Eiskönigin – Völlig unverfroren||Chris Buck|.93
Frozen II|2019|Die Eiskönigin II||Chris Buck|.88
La La Land|2016|||Damien Chazelle|.92
Whiplash|2014|||Damien Chazelle|.92
Get Out|2017|||Jordan Peele|.9
Moonlight|2016|||Barry Jenkins|.8
Parasite|2019||Gisaengchung|Bong Joon-ho|.93
Oldboy|2003||Old Boy|Park Chan-wook|.85
Pan's Labyrinth|2006|Pans Labyrinth|El laberinto del fauno|Guillermo del Toro|.87
The Shape of Water|2017|Shape of Water – Das Flüstern des Wassers||Guillermo del Toro|.88
Die Hard|1988|Stirb langsam||John McTiernan|.92
Home Alone|1990|Kevin – Allein zu Haus||Chris Columbus|.9
Toni Erdmann|2016|||Maren Ade|.6
Victoria|2015|||Sebastian Schipper|.55
Das Boot|1981|Das Boot||Wolfgang Petersen|.75
Metropolis|1927|||Fritz Lang|.7
M|1931|M – Eine Stadt sucht einen Mörder||Fritz Lang|.7
Paris, Texas|1984|||Wim Wenders|.65
In the Mood for Love|2000|||Wong Kar-wai|.7
Everything Everywhere All at Once|2022|||Daniel Kwan|.9
Mad Max: Fury Road|2015|||George Miller|.95
Dr. Strangelove|1964|Dr. Seltsam oder: Wie ich lernte, die Bombe zu lieben||Stanley Kubrick|.8
2001: A Space Odyssey|1968|2001: Odyssee im Weltraum|2001|Stanley Kubrick|.88
The Shining|1980|Shining||Stanley Kubrick|.9
Joker|2019|||Todd Phillips|.96
Little Women|2019|||Greta Gerwig|.85
Little Women|1994|||Gillian Armstrong|.6
Knives Out|2019|Knives Out – Mord ist Familiensache||Rian Johnson|.9
Coco|2017|Coco – Lebendiger als das Leben!||Lee Unkrich|.9
Groundhog Day|1993|Und täglich grüßt das Murmeltier||Harold Ramis|.88
Cast Away|2000|Cast Away – Verschollen||Robert Zemeckis|.88
Nope|2022|||Jordan Peele|.8
Yesterday|2019|||Danny Boyle|.75
The Good, the Bad and the Ugly|1966|Zwei glorreiche Halunken|Il buono, il brutto, il cattivo|Sergio Leone|.88
Schindler's List|1993|Schindlers Liste||Steven Spielberg|.93
Annihilation|2018|Auslöschung||Alex Garland|.83
Systemsprenger|2019|Systemsprenger|System Crasher|Nora Fingscheidt|.5
Great White|2021|||Martin Wilson|.3
Anything Else|2003|||Woody Allen|.4
"""
_PEOPLE = """
Tom Hanks|cast|30
Colin Hanks|cast|3
Scarlett Johansson|cast|25
Spike Jonze|director,writer|5
Denis Villeneuve|director,writer|8
Christopher Nolan|director,writer|11
Jordan Peele|director,writer|3
Steven Spielberg|director|30
Quentin Tarantino|director,writer,cast|10
Hayao Miyazaki|director,writer|11
Hans Zimmer|music|40
John Williams|music|50
Ennio Morricone|music|40
Ryan Gosling|cast|15
Emma Stone|cast|14
Emma Watson|cast|12
Greta Gerwig|director,writer,cast|8
Wim Wenders|director|12
Fatih Akin|director,writer|8
Werner Herzog|director|20
Til Schweiger|cast,director|14
Meryl Streep|cast|35
Sandra Hüller|cast|8
Daniel Brühl|cast|12
Leonardo DiCaprio|cast|20
Clint Eastwood|director,cast|40
Will Smith|cast|25
Jackie Chan|cast|40
Arnold Schwarzenegger|cast|30
Joaquin Phoenix|cast|20
David Lynch|director|10
Stanley Kubrick|director|12
Sofia Coppola|director|7
Francis Ford Coppola|director|15
Charlie Kaufman|writer|7
Park Chan-wook|director|9
Lars von Trier|director|11
Wes Anderson|director|11
Paul Thomas Anderson|director|9
Pamela Anderson|cast|4
"""


def _slug(title: str, year: str) -> str:
    plain = (
        unicodedata.normalize("NFKD", title.lower().replace("ß", "ss").replace("&", " and "))
        .encode("ascii", "ignore")
        .decode()
    )
    return f"{re.sub(r'[^a-z0-9]+', '-', re.sub(r'[^a-z0-9 -]', '', plain)).strip('-')}-{year}"


def _film(line: str, place: int) -> dict[str, Any]:
    title, year, german, other, director, known = line.split("|")
    names = {"en": [title], "de": [german or title], "other": [other] if other else []}
    key = "".join(chr(ord("a") + int(digit)) for digit in f"{place:010d}")
    film = {"id": _slug(title, year), "key": key, "title": title, "year": int(year), "names": names}
    return {**film, "directors": [director], "known": float(known)}


PROVIDERS = {"Netflix": ["Netflix"], "HBO Max": ["HBO Max", "Max"]}


def vocabulary() -> list[dict[str, Any]]:
    """The real vocabulary as `titles.json` holds it."""
    lists = YAML(typ="safe").load((ROOT / "data" / "films" / "vocabulary.yml").read_text(encoding="utf-8"))
    terms = []
    for section, kind in KINDS.items():
        for key, record in lists[section].items():
            more = record.get("synonyms") or {}
            names = {"en": [key, *more.get("en", [])], "de": [record["de"], *more.get("de", [])]}
            terms.append({"kind": kind, "key": key, "names": names})
    return terms


def content() -> dict[str, Any]:
    """A whole `titles.json`."""
    people = [line.split("|") for line in _PEOPLE.strip().splitlines()]
    return {
        "format": 1,
        "version": "small",
        "films": [_film(line, place) for place, line in enumerate(_FILMS.strip().splitlines())],
        "people": [{"name": name, "jobs": jobs.split(","), "films": int(films)} for name, jobs, films in people],
        "terms": [
            *vocabulary(),
            *(
                {"kind": "provider", "key": key, "names": {"en": names, "de": names}}
                for key, names in PROVIDERS.items()
            ),
        ],
    }
