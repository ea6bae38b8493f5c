"""A wish made ready for the signals: rows instead of ids, stems and a vector instead of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from index.encoder import Vectors
from index.film import Language
from index.german import translate, translate_word
from index.telling import telling
from index.text import STOP, WORD, stem, terms, words
from index.version import Version
from index.vocabulary import LANGUAGES
from index.wish import Term, Wish

HARD_KINDS = {"genre": "genres", "country": "countries", "language": "languages", "provider": "providers"}
HARD_KINDS |= {"award": "awards"}
SOFT_KINDS = {"theme": "themes", "mood": "moods", "style": "style"}
LIKED_AT_MOST = 4
TERM_WEIGHT = 0.7
DESCRIPTION_WORDS = 20
REPEATED = 0.6
UNTRANSLATED = 0.8
NEGATIONS = frozenset(
    [
        "no",
        "not",
        "without",
        "never",
        "nothing",
        "isn't",
        "don't",
        "kein",
        "keine",
        "keinen",
        "keiner",
        "nicht",
        "ohne",
        "nichts",
        "nie",
    ]
)


@dataclass
class Request:
    """One search: the wish, the version it runs on, and what follows from both."""

    wish: Wish
    version: Version
    seeds: tuple[int, ...] = field(init=False)
    liked: tuple[int, ...] = field(init=False)
    disliked: tuple[int, ...] = field(init=False)
    relative_to: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        liked = self._rows(self.wish.liked)
        # Nothing asked for: the films a person likes stand for the wish.
        by_taste = not (self.wish.seeds or self.wish.text.strip() or self.wish.terms)
        self.seeds = liked[-LIKED_AT_MOST:] if by_taste else self._rows(self.wish.seeds)
        self.liked = tuple(row for row in liked if row not in self.seeds)
        self.disliked = self._rows(self.wish.disliked)
        self.relative_to = self._rows(self.wish.relative_to)

    def _rows(self, ids: Sequence[str]) -> tuple[int, ...]:
        rows = self.version.films.rows
        return tuple(dict.fromkeys(rows[film_id] for film_id in ids if film_id in rows))

    @cached_property
    def text(self) -> str:
        """What the person's words say about the film itself: empty when they only name titles, people or filters."""
        said = self.wish.text.strip()
        return said if any(self.words.values()) else ""

    @cached_property
    def words(self) -> dict[Language, dict[str, float]]:
        """The weighted stems of the person's words, by language, without those of names already understood."""
        said = self._said
        found: dict[Language, dict[str, float]] = {each: {stem(word, each): 1.0 for word in said} for each in LANGUAGES}
        found["en"] = _in_english(said) if self.wish.language == "de" else self._told
        for term in self.soft_terms:
            for language in LANGUAGES:
                name = self.version.vocabulary.name(term.kind, term.key, language)
                for word in terms(name, language):
                    found[language].setdefault(word, TERM_WEIGHT)
        return found

    @cached_property
    def _said(self) -> list[str]:
        """The words that neither name something already understood nor are stop words of either language."""
        return [word for word in self._not_understood if not any(word in STOP[each] for each in LANGUAGES)]

    @cached_property
    def _not_understood(self) -> list[str]:
        understood = {word for name in self._names() for word in words(name)}
        return [word for word in words(self.wish.text) if word not in understood]

    @property
    def _told(self) -> dict[str, float]:
        """English stems, in a description each counting as much as it tells."""
        factors = telling() if len(self.counted) >= DESCRIPTION_WORDS else {}
        return {word: weight * factors.get(word, 1.0) for word, weight in self.counted.items()}

    @cached_property
    def counted(self) -> dict[str, float]:
        """English stems; what is said again counts more, but not twice as much."""
        # "war" and "die" are German stop words, but not here.
        counts = Counter(stem(word, "en") for word in self._not_understood if word not in STOP["en"])
        return {word: count**REPEATED for word, count in counts.items()}

    @property
    def is_description(self) -> bool:
        """Whether so much was said that one film is meant."""
        return len(self.words["en"]) >= DESCRIPTION_WORDS

    def _names(self) -> list[str]:
        names = [
            name for row in (*self.seeds, *self.liked, *self.disliked) for name in self.version.films.at(row).names
        ]
        return names + [term.key for term in self.wish.terms if term.kind == "person"]

    @cached_property
    def soft_terms(self) -> tuple[Term, ...]:
        """The themes, moods and styles wished for: those the actions recognised and those the words name."""
        known = {(str(term.kind), term.key): term for term in self.wish.terms if term.kind in SOFT_KINDS}
        unwanted = {(term.kind, term.key) for term in self.wish.without_terms}
        for found in self.version.vocabulary.find(self.wish.text):
            # "die" and "war" are German words long before they are English ones.
            filler = all(word in STOP["en"] or word in STOP["de"] for word in words(found.text))
            wanted = found.kind in SOFT_KINDS and (found.kind, found.key) not in unwanted and not filler
            if wanted and not self._negated(found.start):
                term = Term(kind=found.kind, key=found.key, text=found.text)
                known.setdefault((found.kind, found.key), term)
        return tuple(known.values())

    @cached_property
    def term_share(self) -> float:
        """How much of what was said the recognised themes, moods and styles cover, 0–1."""
        said = {word for word in words(self.wish.text) if not any(word in STOP[each] for each in LANGUAGES)}
        covered = {word for term in self.soft_terms for word in words(term.text or term.key)}
        return (len(covered) + 1) / (len(said | covered) + 1)

    def _negated(self, start: int) -> bool:
        before = [match.group().lower() for match in WORD.finditer(self.wish.text[:start])][-2:]
        return any(word in NEGATIONS for word in before)

    @cached_property
    def hard_terms(self) -> tuple[Term, ...]:
        """The terms a film must have: genre, country, language, provider and people."""
        return tuple(term for term in self.wish.terms if term.kind in HARD_KINDS or term.kind == "person")

    @cached_property
    def english(self) -> str:
        """What to encode: the words (German ones word by word in English) and the recognised terms."""
        text = translate(self.text) if self.wish.language == "de" else self.text
        terms = [term for term in self.soft_terms if self.wish.language == "de" or (term.text or "") not in text]
        names = [self.version.vocabulary.name(term.kind, term.key, "en") for term in terms]
        return ", ".join(dict.fromkeys(part for part in (text, *names) if part))

    @cached_property
    def query(self) -> Vectors | None:
        """The vector of the person's words, shape (dimensions,), or None when they say nothing about the film."""
        if not self.english:
            return None
        vector: Vectors = self.version.encoder.encode([self.english])[0]
        return vector


def _in_english(said: Sequence[str]) -> dict[str, float]:
    """German words as English stems: the first meaning counts in full, others less; names stay as they are."""
    found: dict[str, float] = {}
    for word in said:
        meanings = translate_word(word)
        for place, meaning in enumerate(meanings):
            for each in terms(meaning, "en"):
                found[each] = max(found.get(each, 0.0), 1.0 / (1 + place))
        if not meanings:
            found.setdefault(stem(word, "en"), UNTRANSLATED)
    return found
