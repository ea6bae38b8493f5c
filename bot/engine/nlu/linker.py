"""Films named in a message, linked to the catalogue."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from bot.engine.nlu.cues import FILLERS
from bot.engine.nlu.fuzzy import NearNames
from bot.engine.nlu.hints import director_hint, edition_hint, year_hint
from bot.engine.nlu.joints import COMPARED, is_joint, joined_parts
from bot.engine.nlu.names import ARTICLES, Form
from bot.engine.nlu.pieces import title_places
from bot.engine.nlu.rarity import is_foreign, is_ordinary, rarity
from bot.engine.nlu.sentence import Sentence, Span
from bot.engine.nlu.spans import features
from bot.engine.nlu.text import Word
from bot.engine.nlu.titles import FEW_FILMS, FilmName, Gazetteer, Match
from bot.engine.nlu.wordlists import words_in

LONGEST_NAME = 14
_FORM_COST = {Form.EXACT: 0.0, Form.REDUCED: 0.02, Form.HEAD: 0.15, Form.TAIL: 0.2, Form.PARTIAL: 0.2, Form.WORD: 0.3}
_BEFORE_NAMES = FILLERS | ARTICLES
_FEW_COST = 0.4  # in a small catalogue, where films differ less in how well they are known
_MOST_ALTERNATIVES = 4
_LITTLE_KNOWN = 0.3
_SHORTEST_OWNER = 3
_CUE_WORDS = words_in("like wie love loved liked watch watched seen saw")
_SURE = 1.0
# Two words this likely to be films and joined to each other vouch for one another ("Heat oder Drive").
_LIKELY = -1.0
_HOPEFUL = -2.2  # where films are compared
_IN_COMPARISON = 0.7
# At least this rare is a word that could be a slip for another.
_ODD = 0.93


@dataclass(frozen=True)
class FilmMention:
    """A stretch of a message that names a film, the film taken, and other films it may mean."""

    start: int
    end: int
    text: str
    film: FilmName
    confidence: float
    alternatives: tuple[FilmName, ...] = ()
    likeness: float = 1.0


@lru_cache(maxsize=1)
def default_weights() -> dict[str, float]:
    """The weights of the features, fitted by `tests/engine/fit_titles.py`."""
    path = Path(__file__).with_name("title_weights.json")
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights


class Neighbours(NamedTuple):
    """Where spans that are surely films begin and end (words)."""

    firsts: frozenset[int]
    lasts: frozenset[int]


class TitleLinker:
    """Finds the films of one gazetteer in sentences."""

    def __init__(self, gazetteer: Gazetteer, weights: Mapping[str, float] | None = None) -> None:
        self.gazetteer = gazetteer
        self.weights = weights if weights is not None else default_weights()
        self.near_names = NearNames(gazetteer.names)

    def link(self, sentence: Sentence) -> list[FilmMention]:
        """The films that `sentence` names, in order."""
        spans = self.spans(sentence)
        chosen = self.choose(sentence, spans)
        return [self._mention(sentence, span, confidence) for span, confidence in chosen]

    def spans(self, sentence: Sentence) -> list[Span]:
        """Every stretch that could name a film, spelt right or, where a title is expected, nearly right."""
        exact = list(self._exact(sentence))
        exact += joined_parts(sentence, exact)
        plain = [(span.first, span.last) for span in exact if span.best_form <= Form.REDUCED]
        taken = {(span.first, span.last) for span in exact}
        misspelt = (span for span in self._misspelt(sentence) if (span.first, span.last) not in taken)
        return exact + [span for span in misspelt if not _is_spelt_right_inside(sentence, span, plain)]

    def _exact(self, sentence: Sentence) -> Iterable[Span]:
        count = len(sentence.words)
        for first in range(count):
            joined = ""
            for last in range(first + 1, min(count, first + LONGEST_NAME) + 1):
                word = sentence.words[last - 1]
                matches = self.gazetteer.matches(joined + word.norm)
                if not matches and word.bare != word.norm and len(joined + word.bare) > _SHORTEST_OWNER:
                    matches = self.gazetteer.matches(joined + word.bare)
                joined += word.norm
                if matches and (first, last) in sentence.people:
                    matches = tuple(match for match in matches if match.form < Form.HEAD)
                if matches and self._is_plausible(sentence, first, last, matches):
                    yield Span(first, last, matches)

    def _is_plausible(self, sentence: Sentence, first: int, last: int, matches: tuple[Match, ...]) -> bool:
        """Whether it is worth weighing: little-known films made of everyday words in lower case never are."""
        inside = sentence.words[first:last]
        if last - first > 3 or any(word.is_capital for word in inside) or first == 0:
            return True
        known = max(self.gazetteer.films[match.film].known for match in matches)
        return known > _LITTLE_KNOWN or not all(is_ordinary(word.plain) for word in inside)

    def _misspelt(self, sentence: Sentence) -> Iterable[Span]:
        for first, last in title_places(sentence):
            inside = [word.norm for word in sentence.words[first:last]]
            joined = "".join(inside)
            if joined in self.gazetteer.names or self._holds_name(inside):
                continue
            if not _can_be_misspelt(sentence.words[first:last]) or (first, last) in sentence.people:
                continue
            near = self.near_names.near(joined)
            if near:
                best = near[0].likeness
                matches = tuple(
                    m for one in near if one.likeness >= best - 0.02 for m in self.gazetteer.matches(one.name)
                )
                yield Span(first, last, matches, likeness=best)

    def _holds_name(self, inside: list[str]) -> bool:
        """Whether words like "the new" stand before a name that is spelt right."""
        while len(inside) > 1 and inside[0] in _BEFORE_NAMES:
            inside = inside[1:]
            if "".join(inside) in self.gazetteer.names:
                return True
        return False

    def evidence(self, sentence: Sentence, span: Span) -> dict[str, float]:
        """Everything that speaks for and against `span` being meant as a film."""
        film = self.gazetteer.films[self._ranked(sentence, span)[0].film]
        found = features(sentence, span, film.known)
        found["year"] = 1.0 if year_hint(sentence, span) == film.year else 0.0
        found["director"] = 1.0 if director_hint(sentence, span, film) else 0.0
        return found

    def score(self, sentence: Sentence, span: Span) -> float:
        """The log-odds that `span` is meant as a film."""
        evidence = self.evidence(sentence, span)
        return sum(self.weights.get(name, 0.0) * value for name, value in evidence.items())

    def choose(self, sentence: Sentence, spans: Iterable[Span]) -> list[tuple[Span, float]]:
        """The spans to accept with their confidence, longest first where they overlap."""
        scored = [(span, self.score(sentence, span)) for span in spans]
        sure = _edges([span for span, score in scored if score > _SURE])
        least = _HOPEFUL if COMPARED.search(sentence.text) else _LIKELY
        hopeful = _edges([span for span, score in scored if score > least and _is_written_as_title(sentence, span)])
        scored = [(span, score + self._company(sentence, span, sure, hopeful)) for span, score in scored]
        accepted = [(span, score) for span, score in scored if score > 0]
        accepted.sort(key=lambda pair: (pair[0].first - pair[0].last, pair[0].likeness < 1, -pair[1]))
        chosen: list[tuple[Span, float]] = []
        for span, score in accepted:
            if all(span.last <= other.first or span.first >= other.last for other, _ in chosen):
                chosen.append((span, round(1 / (1 + math.exp(-min(score, 30))), 3)))
        return sorted(chosen, key=lambda pair: pair[0].first)

    def _company(self, sentence: Sentence, span: Span, sure: Neighbours, hopeful: Neighbours) -> float:
        """What a list or a comparison adds: a span joined to one that is surely a film, or both written as titles."""
        near = (sure, hopeful) if _is_written_as_title(sentence, span) else (sure,)
        for sides in near:
            beside = [(last, span.first) for last in range(span.first - 2, span.first + 1) if last in sides.lasts]
            beside += [(span.last, first) for first in range(span.last, span.last + 3) if first in sides.firsts]
            if any(is_joint(sentence, left, right) for left, right in beside):
                return self.weights.get("company", 0.0) + (_IN_COMPARISON if COMPARED.search(sentence.text) else 0.0)
        return 0.0

    def _ranked(self, sentence: Sentence, span: Span) -> list[Match]:
        year, edition = year_hint(sentence, span), edition_hint(sentence, span)

        few = len(self.gazetteer.films) < FEW_FILMS

        def order(match: Match) -> float:
            film = self.gazetteer.films[match.film]
            value = film.known - _FORM_COST[match.form] * (_FEW_COST if few else 1.0)
            if year is not None:
                value += 3.0 if film.year == year else 2.0 if abs(film.year - year) == 1 else 0.0
            if len(span.matches) > 1 and director_hint(sentence, span, film):
                value += 2.0
            return value

        ranked = sorted(span.matches, key=lambda match: (-order(match), self.gazetteer.films[match.film].year))
        if edition and year is None:
            same = [match for match in ranked if match.form <= Form.REDUCED] or ranked
            pick = (min if edition == "old" else max)(same, key=lambda match: self.gazetteer.films[match.film].year)
            return [pick, *(match for match in ranked if match is not pick)]
        return self._first_of_series(ranked) if year is None else ranked

    def _first_of_series(self, ranked: list[Match]) -> list[Match]:
        """Where only the name of a series was said, the earliest of its well-known parts comes first."""
        if ranked[0].form < Form.HEAD:
            return ranked
        films = self.gazetteer.films
        level = films[ranked[0].film].known - 0.12
        parts = [match for match in ranked if match.form >= Form.HEAD and films[match.film].known >= level]
        first = min(parts, key=lambda match: films[match.film].year)
        return [first, *(match for match in ranked if match is not first)]

    def _mention(self, sentence: Sentence, span: Span, confidence: float) -> FilmMention:
        span = _with_article(sentence, span)
        ranked = self._ranked(sentence, span)
        films = [self.gazetteer.films[match.film] for match in ranked]
        start, end = sentence.words[span.first].start, sentence.words[span.last - 1].end
        fixed = year_hint(sentence, span) == films[0].year
        others = () if fixed else tuple(films[1 : 1 + _MOST_ALTERNATIVES])
        return FilmMention(start, end, sentence.text[start:end], films[0], confidence, others, span.likeness)


def _edges(spans: Iterable[Span]) -> Neighbours:
    listed = list(spans)
    return Neighbours(frozenset(span.first for span in listed), frozenset(span.last for span in listed))


def _is_written_as_title(sentence: Sentence, span: Span) -> bool:
    """Whether a whole title is written with a capital that German would not give it anyway."""
    inside = sentence.words[span.first : span.last]
    strange = sentence.language != "de" or all(is_foreign(word.plain) for word in inside)
    return span.best_form is Form.EXACT and span.likeness == 1 and strange and all(w.is_capital for w in inside)


def _with_article(sentence: Sentence, span: Span) -> Span:
    """`span` with a capitalised article before it, which people take for part of the title."""
    before = span.first - 1
    if before >= 0 and sentence.words[before].plain in ARTICLES and sentence.words[before].is_capital:
        return replace(span, first=before)
    return span


def _is_spelt_right_inside(sentence: Sentence, span: Span, plain: list[tuple[int, int]]) -> bool:
    """Whether a name spelt right lies in `span` beside everyday words only, or it is one odd word of a longer name."""
    if span.last - span.first == 1:
        return (
            span.first > 0
            and sentence.words[span.first - 1].is_capital
            and not sentence.starts_sentence(span.first - 1)
            and not sentence.gap(span.first).strip()
        )
    for first, last in plain:
        if span.first <= first and last <= span.last:
            rest = [*sentence.words[span.first : first], *sentence.words[last : span.last]]
            if all(rarity(word.plain) < _ODD or word.plain in _CUE_WORDS for word in rest):
                return True
    return False


def _can_be_misspelt(inside: Sequence[Word]) -> bool:
    """Whether some word is in no dictionary, or enough words agree: "scary movies" is not a slip for a title."""
    odd = [word for word in inside if rarity(word.plain) >= _ODD and not word.plain.isdigit()]
    return bool(odd) or sum(len(word.plain) > 2 for word in inside) >= 4
