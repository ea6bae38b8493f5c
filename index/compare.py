"""What two films share and where they part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from index.drafts import ASPECTS, fact, quoted
from index.film import Film, Language
from index.reason import Evidence, Reason
from index.sentences import clip, listed, named, say
from index.signals.people import JOBS, people_of
from index.version import Version

FIELDS = ("themes", "moods", "style", "genres")
VALUES_AT_MOST = 3
NEAR_AT_LEAST = 0.35


class Comparison(NamedTuple):
    """Reasons why two films are alike, and ways in which they differ, strongest first."""

    shared: tuple[Reason, ...]
    different: tuple[Reason, ...]


def compare(version: Version, left: int, right: int, language: Language) -> Comparison:
    """Compare the films of two rows, in words of one language."""
    films = version.films.at(left), version.films.at(right)
    shared = [*_shared_values(version, *films, language), *_shared_people(*films, language)]
    shared += _shared_story(version, left, right, language)
    return Comparison(tuple(shared), tuple(_differences(version, *films, language)))


def _shared_values(version: Version, left: Film, right: Film, language: Language) -> Iterator[Reason]:
    for field in FIELDS:
        idf = version.facts[field]
        common = sorted(
            set(getattr(left, field)) & set(getattr(right, field)), key=lambda key: -idf.idf[idf.columns[key]]
        )
        if common:
            names = listed(language, [named(version, field, key, language) for key in common[:VALUES_AT_MOST]])
            evidence = tuple(fact(film, field, key) for key in common[:VALUES_AT_MOST] for film in (left, right))
            yield Reason(aspect=ASPECTS[field], text=say(language, f"compare-{field}", values=names), evidence=evidence)


def _shared_people(left: Film, right: Film, language: Language) -> Iterator[Reason]:
    for field in JOBS:
        for name in people_of(left, field):
            if name in people_of(right, field):
                evidence = (fact(left, field, name), fact(right, field, name))
                yield Reason(aspect="people", text=say(language, "compare-people", name=name), evidence=evidence)


def _shared_story(version: Version, left: int, right: int, language: Language) -> list[Reason]:
    rows = [_sentences(version, row, language) for row in (left, right)]
    if not all(rows):
        return []
    one, other = (version.vectors.rows(np.asarray(each, dtype=np.int64)) for each in rows)
    closeness = one @ other.T
    at, to = np.unravel_index(int(np.argmax(closeness)), closeness.shape)
    if closeness[at, to] < NEAR_AT_LEAST:
        return []
    pair = version.passages.at(rows[0][at]), version.passages.at(rows[1][to])
    text = say(language, "compare-story", quote=clip(pair[0].text), other=clip(pair[1].text))
    return [Reason(aspect="story", text=text, evidence=(quoted(pair[0]), quoted(pair[1])))]


def _sentences(version: Version, row: int, language: Language) -> list[int]:
    rows = [at for at in version.passages.of_film(row) if version.passages.at(at).source == "synopsis"]
    return [at for at in rows if version.passages.language(at) == language] or rows


def _differences(version: Version, left: Film, right: Film, language: Language) -> Iterator[Reason]:
    for field in FIELDS:
        only = [
            [key for key in getattr(one, field) if key not in getattr(other, field)][:VALUES_AT_MOST]
            for one, other in ((left, right), (right, left))
        ]
        if all(only):
            names = [listed(language, [named(version, field, key, language) for key in keys]) for keys in only]
            evidence = [fact(film, field, key) for film, keys in zip((left, right), only, strict=True) for key in keys]
            yield _difference(field, left, right, names[0], names[1], language, evidence)
    for field in ("runtime", "year"):
        values = getattr(left, field), getattr(right, field)
        if all(values) and abs(values[0] - values[1]) >= 10:
            evidence = [fact(left, field, str(values[0])), fact(right, field, str(values[1]))]
            yield _difference(field, left, right, str(values[0]), str(values[1]), language, evidence)


def _difference(
    field: str, left: Film, right: Film, one: str, other: str, language: Language, evidence: list[Evidence]
) -> Reason:
    titles = {"left": left.title_in(language), "right": right.title_in(language)}
    text = say(language, f"differ-{field}", leftvalues=one, rightvalues=other, **titles)
    return Reason(aspect=ASPECTS[field], text=text, evidence=tuple(evidence))
