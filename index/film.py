"""The film record: what a file in `data/films` holds, checked field by field."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Language = Literal["en", "de"]
Aspect = Literal[
    "story", "themes", "mood", "look", "music", "acting", "people", "genre", "period", "place", "reception"
]
ReviewAspect = Literal["story", "themes", "mood", "look", "music", "acting", "pace", "reception", "feeling"]

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True, pattern=r"^[^\x00-\x08\x0b-\x1f\x7f]+$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]

MPA_YEARS = {"G": 0, "PG": 8, "PG-13": 13, "R": 17, "NC-17": 18}
NOT_FOR_CHILDREN = 12


class Record(BaseModel):
    """An immutable record that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class CastMember(Record):
    """One actor and the role played; the role may be unknown."""

    name: Text
    role: Text | None = None


class Certificate(Record):
    """Age ratings: FSK in years (Germany), MPA as the letters (United States)."""

    fsk: Literal[0, 6, 12, 16, 18] | None = None
    mpa: Literal["G", "PG", "PG-13", "R", "NC-17"] | None = None

    @property
    def age(self) -> int | None:
        """From which age the film is allowed: by FSK, else by the MPA's letters; None where it is not rated.

        FSK 0 and 6 only say that nothing harms a child; a film that the MPA keeps from children is not for them.
        """
        if self.fsk is not None:
            return max(self.fsk, NOT_FOR_CHILDREN) if self.mpa in ("R", "NC-17") else self.fsk
        return MPA_YEARS[self.mpa] if self.mpa else None


class Ids(Record):
    """What the film is called in other catalogues."""

    imdb: Annotated[str, StringConstraints(pattern=r"^tt\d{7,8}$")] | None = None
    tmdb: int | None = None
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q\d+$")] | None = None


class Review(Record):
    """A short note on one aspect; `author`, `source` and `rating` (0 to 1) are set when it came from outside."""

    aspect: ReviewAspect
    language: Language
    text: Text
    author: Text | None = None
    source: Text | None = None
    rating: Annotated[float, Field(ge=0, le=1)] | None = None


class Showing(Record):
    """One place where the film can be watched."""

    country: CountryCode
    provider: Text
    kind: Literal["stream", "rent", "buy", "cinema"]
    address: Text | None = None


class Film(Record):
    """A film as the catalogue knows it. Unknown is `None` or empty, never a guess.

    `about` is how an encyclopaedia opens its article, in English: it helps to find the film and is not shown.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,120}$")]
    title: Text
    year: Annotated[int, Field(ge=1870, le=2100)]
    runtime: Annotated[int, Field(ge=1, le=1000)] | None = None
    fame: Annotated[int, Field(ge=1, le=5)] | None = None
    original_title: Text | None = None
    german_title: Text | None = None
    other_titles: tuple[Text, ...] = ()
    series: Text | None = None
    countries: tuple[CountryCode, ...] = ()
    languages: tuple[LanguageCode, ...] = ()
    genres: tuple[Text, ...] = ()
    certificate: Certificate = Certificate()
    ids: Ids = Ids()
    directors: tuple[Text, ...] = ()
    writers: tuple[Text, ...] = ()
    cast: tuple[CastMember, ...] = ()
    music: tuple[Text, ...] = ()
    cinematography: tuple[Text, ...] = ()
    based_on: Text | None = None
    awards: tuple[Text, ...] = ()
    themes: tuple[Text, ...] = ()
    moods: tuple[Text, ...] = ()
    style: tuple[Text, ...] = ()
    keywords: tuple[Text, ...] = ()
    content_notes: tuple[Text, ...] = ()
    tagline: Text | None = None
    about: Text | None = None
    synopsis: dict[Language, Text] = Field(default_factory=dict)
    reviews: tuple[Review, ...] = ()
    where: tuple[Showing, ...] = ()
    poster: Text | None = None
    votes: Annotated[int, Field(ge=0)] | None = None

    @model_validator(mode="after")
    def _fill_titles(self) -> Self:
        if self.original_title is None:
            object.__setattr__(self, "original_title", self.title)
        if self.german_title is None:
            object.__setattr__(self, "german_title", self.title)
        return self

    def title_in(self, language: Language) -> str:
        """The title a person reading `language` knows the film by."""
        return (self.german_title or self.title) if language == "de" else self.title

    def synopsis_in(self, language: Language) -> tuple[Language, str] | None:
        """The synopsis in `language` if there is one, else in the other, with the language it is in."""
        other: Language = "de" if language == "en" else "en"
        for candidate in (language, other):
            if text := self.synopsis.get(candidate):
                return candidate, text
        return None

    @property
    def names(self) -> tuple[str, ...]:
        """Every title the film goes by, without repeats, the main one first."""
        known = (self.title, self.german_title, self.original_title, *self.other_titles)
        return tuple(dict.fromkeys(name for name in known if name))


def slug(title: str, year: int) -> str:
    """The film's id: its title in plain lower-case ASCII, hyphenated, and the year: `her-2013`."""
    plain = (
        title.lower().replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("æ", "ae").replace("&", " and ")
    )
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    words = re.sub(r"['’`]", "", ascii_only)
    return f"{re.sub(r'[^a-z0-9]+', '-', words).strip('-') or 'film'}-{year}"
