"""What may be said for one film: every reason that some piece of it supports, with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.documents import Item
from index.film import Aspect, Film, Language
from index.passages import Passage
from index.reason import Evidence, Reason, Source
from index.request import SOFT_KINDS, Request
from index.sentences import clip, listed, named, say
from index.signals.directions import PULLS
from index.signals.people import JOBS

Worth = Mapping[Item, Mapping[str, float]]
ASPECTS: Mapping[str, Aspect] = {
    "themes": "themes",
    "moods": "mood",
    "style": "look",
    "keywords": "themes",
    "genres": "genre",
    "directors": "people",
    "writers": "people",
    "cast": "people",
    "music": "music",
    "cinematography": "look",
    "year": "period",
    "countries": "place",
    "languages": "place",
    "runtime": "period",
    "providers": "place",
    "awards": "reception",
}
SOUND = ("score", "songs", "music", "sound")
SEED_SIGNALS = frozenset({"shared_tags", "genres", "people", "period", "story", "notes", "tags", "words_of_seeds"})
WISH_SIGNALS = frozenset({"passages", "gist_story", "gist_tags", "words_of_wish", "wished"})
VALUES_AT_MOST = 3
OTHER_LANGUAGE = 0.6
# A quotation has to bear its sentence alone: long enough to say something, and close in meaning (cosine) or in words
# (share of the score). The encoder is English, so that it finds German texts alike too easily.
WORDS_AT_LEAST = 6
NEAR_SEED = {"en": 0.4, "de": 0.55}
NEAR_WISH = 0.35
HALF_NEAR_WISH = 0.25
WORDS_NEAR_WISH = 0.1
# How much a reason of this field tells a person beside its share in the score: a genre or a length fits many films.
TELLING = {"genres": 0.3, "year": 0.2, "runtime": 0.2, "languages": 0.3, "countries": 0.5}


@dataclass(frozen=True)
class Draft:
    """A reason with the pieces of the film it rests on."""

    reason: Reason
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Case:
    """One film of an answer, with what each piece of it is worth."""

    request: Request
    row: int
    film: Film
    worth: Worth

    @property
    def language(self) -> Language:
        """The language the reasons are in."""
        return self.request.wish.language

    def of(self, item: Item, signals: frozenset[str]) -> float:
        """What a piece is worth to some signals."""
        return sum(value for name, value in self.worth.get(item, {}).items() if name in signals)

    def ranked(self, field: str, signals: frozenset[str]) -> list[tuple[Item, float]]:
        """The pieces of one field that are worth something, best first."""
        found = [(item, self.of(item, signals)) for item in self.worth if item.field == field]
        return sorted(((item, value) for item, value in found if value > 0), key=lambda pair: (-pair[1], pair[0].key))


def fact(film: Film, field: str, text: str) -> Evidence:
    """A named fact of a film."""
    source: Source = "vocabulary" if field in ("themes", "moods", "style") else "fact"
    return Evidence(film=film.id, source=source, text=text, field=field)


def quoted(passage: Passage) -> Evidence:
    """A passage letter for letter."""
    return Evidence(
        film=passage.film, source=passage.source, language=passage.language, text=passage.text, author=passage.author
    )


def asked_in(case: Case, words: str) -> tuple[Evidence, ...]:
    """The person's own words, where there are any."""
    said = words if words and words in case.request.wish.text else case.request.wish.text.strip()
    return (Evidence(film=None, source="request", language=case.language, text=said),) if said else ()


def shared_values(case: Case) -> Iterator[Draft]:
    """Themes, moods, style, genres and keywords that a seed has too."""
    for seed in case.request.seeds:
        other = case.request.version.films.at(seed)
        for field in ("themes", "moods", "style", "genres", "keywords"):
            theirs = set(getattr(other, field))
            common = [(item, value) for item, value in case.ranked(field, SEED_SIGNALS) if item.key in theirs]
            for key, group in _grouped(field, common[: VALUES_AT_MOST * 2]):
                chosen = group[:VALUES_AT_MOST]
                evidence = [fact(film, field, item.key) for item, _ in chosen for film in (other, case.film)]
                text = _said_of(case, f"{key}-seed", field, [item for item, _ in chosen], other)
                yield _draft(_aspect(key, field), text, evidence, chosen)


def _grouped(field: str, common: list[tuple[Item, float]]) -> Iterator[tuple[str, list[tuple[Item, float]]]]:
    if field != "style":
        if common:
            yield field, common
        return
    sound = [pair for pair in common if any(word in pair[0].key for word in SOUND)]
    look = [pair for pair in common if pair not in sound]
    if look:
        yield "style", look
    if sound:
        yield "music-style", sound


def _aspect(key: str, field: str) -> Aspect:
    return "music" if key == "music-style" else ASPECTS[field]


def _said_of(case: Case, key: str, field: str, items: Sequence[Item], seed: Film) -> str:
    names = [named(case.request.version, field, item.key, case.language) for item in items]
    values = listed(case.language, names)
    return say(case.language, key, seed=seed.title_in(case.language), values=values, count=len(names))


def shared_people(case: Case) -> Iterator[Draft]:
    """People who worked on a seed too."""
    for seed in case.request.seeds:
        other = case.request.version.films.at(seed)
        for field in JOBS:
            for item, value in case.ranked(field, frozenset({"people"}))[:2]:
                roles = [_role(film, field, item.key) for film in (case.film, other)]
                if roles[1] is None:
                    continue
                key = "cast-roles-seed" if all(roles) else f"{field}-seed"
                names = {"role": roles[0] or "", "seedrole": roles[1] or ""}
                text = say(case.language, key, name=item.key, seed=other.title_in(case.language), **names)
                evidence = [_person_fact(film, field, item.key) for film in (other, case.film)]
                yield _draft(ASPECTS[field], text, evidence, [(item, value)])


def _role(film: Film, field: str, name: str) -> str | None:
    """The part played, an empty word for no known part, None for nobody of that name in that job."""
    if field == "cast":
        return next((member.role or "" for member in film.cast if member.name == name), None)
    return "" if name in getattr(film, field) else None


def _person_fact(film: Film, field: str, name: str) -> Evidence:
    role = _role(film, field, name)
    return fact(film, field, f"{name} ({role})" if role else name)


def same_years(case: Case) -> Iterator[Draft]:
    """A film of the same years as a seed."""
    for seed in case.request.seeds:
        other = case.request.version.films.at(seed)
        gap = abs(other.year - case.film.year)
        item = Item("year", str(case.film.year))
        value = case.of(item, frozenset({"period"}))
        if value > 0 and gap <= 4:
            text = say(case.language, "year-seed", year=case.film.year, gap=gap, seed=other.title_in(case.language))
            evidence = [fact(film, "year", str(film.year)) for film in (other, case.film)]
            yield _draft("period", text, evidence, [(item, value)])


def near_passages(case: Case) -> Iterator[Draft]:
    """Passages of the film, each beside the passage of a seed that comes closest to it."""
    version = case.request.version
    span = version.passages.of_film(case.row)
    for item, value in case.ranked("passage", SEED_SIGNALS)[:6]:
        passage = version.passages.at(span.start + int(item.key))
        found = _counterpart(case, span.start + int(item.key)) if _can_be_quoted(passage) else None
        if found is None:
            continue
        seed, theirs = found
        key = f"{passage.aspect}-near-seed"
        text = _by(case, passage, say(case.language, key, seed=seed.title_in(case.language), quote=clip(passage.text)))
        scale = 1.0 if passage.language == case.language else OTHER_LANGUAGE
        yield _draft(passage.aspect, text, [quoted(theirs), quoted(passage)], [(item, value * scale)])


def _by(case: Case, passage: Passage, said: str) -> str:
    """A sentence that quotes, with whom it quotes where that is not us."""
    return say(case.language, "said-by", said=said, author=passage.author) if passage.author else said


def _counterpart(case: Case, row: int) -> tuple[Film, Passage] | None:
    version = case.request.version
    vector = version.vectors.rows(slice(row, row + 1))[0]
    best: tuple[float, int, int] | None = None
    for seed in case.request.seeds:
        rows = [at for at in version.passages.of_film(seed) if _comparable(case, at, row)]
        if rows:
            scores = version.vectors.rows(np.asarray(rows, dtype=np.int64)) @ vector
            at = int(np.argmax(scores))
            best = max(filter(None, (best, (float(scores[at]), seed, rows[at]))))
    if best is None or best[0] < NEAR_SEED[version.passages.at(row).language]:
        return None
    return version.films.at(best[1]), version.passages.at(best[2])


def _comparable(case: Case, left: int, right: int) -> bool:
    table = case.request.version.passages
    same_language = table.languages[left] == table.languages[right]
    return bool(
        same_language and table.sources[left] == table.sources[right] and table.aspects[left] == table.aspects[right]
    )


def wished_values(case: Case) -> Iterator[Draft]:
    """Wished themes, moods and styles that the film has, and keywords that the person's words name."""
    words = {(SOFT_KINDS[term.kind], term.key): term.text or "" for term in case.request.soft_terms}
    for field in ("themes", "moods", "style", "keywords"):
        held = case.ranked(field, WISH_SIGNALS)
        chosen = [pair for pair in held if field == "keywords" or (field, pair[0].key) in words][:VALUES_AT_MOST]
        if chosen:
            names = [named(case.request.version, field, item.key, case.language) for item, _ in chosen]
            said = list(dict.fromkeys(filter(None, (words.get((field, item.key), "") for item, _ in chosen))))
            values = {"words": listed(case.language, said or names), "values": listed(case.language, names)}
            evidence = [each for word in said or [""] for each in asked_in(case, word)]
            facts = [fact(case.film, field, item.key) for item, _ in chosen]
            yield _draft(ASPECTS[field], say(case.language, f"{field}-wish", **values), [*evidence, *facts], chosen)


def wished_passages(case: Case) -> Iterator[Draft]:
    """Passages of the film that come close to the person's words."""
    version = case.request.version
    span = version.passages.of_film(case.row)
    for item, value in case.ranked("passage", WISH_SIGNALS)[:6]:
        passage = version.passages.at(span.start + int(item.key))
        if not _can_be_quoted(passage) or not _is_near_wish(case, passage, span.start + int(item.key), item):
            continue
        text = _by(case, passage, say(case.language, f"{passage.aspect}-near-wish", quote=clip(passage.text)))
        scale = 1.0 if passage.language == case.language else OTHER_LANGUAGE
        yield _draft(passage.aspect, text, [*asked_in(case, ""), quoted(passage)], [(item, value * scale)])


def _can_be_quoted(passage: Passage) -> bool:
    return passage.source != "vocabulary" and len(passage.text.split()) >= WORDS_AT_LEAST


def _is_near_wish(case: Case, passage: Passage, row: int, item: Item) -> bool:
    """Whether the person would see for themselves that the passage speaks of what they asked for."""
    same_words = case.of(item, frozenset({"words_of_wish"})) >= WORDS_NEAR_WISH
    query = case.request.query
    if passage.language == "de" or query is None:
        return same_words
    meaning = float((case.request.version.vectors.rows(slice(row, row + 1)) @ query)[0])
    return meaning >= NEAR_WISH or (same_words and meaning >= HALF_NEAR_WISH)


def asked_facts(case: Case) -> Iterator[Draft]:
    """Conditions the person named, and the facts that meet them."""
    words = {term.key.casefold(): term.text or "" for term in case.request.hard_terms}
    for item, parts in case.worth.items():
        if value := parts.get("asked", 0.0):
            said = asked_in(case, words.get(item.key.casefold(), ""))
            shown = _person_fact(case.film, item.field, item.key) if item.field in JOBS else fact(case.film, *item)
            yield _draft(ASPECTS[item.field], _said_asked(case, item), [*said, shown], [(item, value)])


def _said_asked(case: Case, item: Item) -> str:
    if item.field in ("year", "runtime"):
        return say(case.language, f"{item.field}-asked", year=item.key, minutes=item.key)
    if item.field in JOBS:
        role = _role(case.film, item.field, item.key) or ""
        return say(case.language, "cast-role-asked" if role else f"{item.field}-asked", name=item.key, role=role)
    return say(
        case.language, f"{item.field}-asked", values=named(case.request.version, item.field, item.key, case.language)
    )


def critiqued(case: Case) -> Iterator[Draft]:
    """Tags that make the film what a critique asked for."""
    for direction in case.request.wish.critique:
        pulls = PULLS.get(direction, {})
        found = [
            (item, parts["critique"])
            for item, parts in case.worth.items()
            if parts.get("critique", 0.0) > 0 and item.key in pulls.get(item.field, {})
        ]
        chosen = sorted(found, key=lambda pair: -pair[1])[:VALUES_AT_MOST]
        if chosen:
            names = [named(case.request.version, item.field, item.key, case.language) for item, _ in chosen]
            text = say(case.language, f"critique-{direction}", values=listed(case.language, names))
            evidence = [fact(case.film, item.field, item.key) for item, _ in chosen]
            yield _draft("mood", text, evidence, chosen)


def on_its_own(case: Case) -> Iterator[Draft]:
    """What can be said of the film where nothing was asked: what it tells of, how it feels, a note."""
    for field in ("themes", "moods"):
        keys = getattr(case.film, field)[:VALUES_AT_MOST]
        if keys:
            names = [named(case.request.version, field, key, case.language) for key in keys]
            text = say(case.language, f"{field}-own", values=listed(case.language, names))
            yield _draft(ASPECTS[field], text, [fact(case.film, field, key) for key in keys], [])
    passages = case.request.version.film_passages(case.row)
    for source, key in (("review", "note-own"), ("synopsis", "story-own")):
        right = [each for each in passages if each.source == source]
        chosen = [each for each in right if each.language == case.language] or right
        if chosen:
            first = chosen[0]
            by = {"author": first.author} if first.author else {}
            text = say(case.language, "review-own" if by else key, quote=clip(first.text), **by)
            yield _draft(first.aspect, text, [quoted(first)], [])


def _draft(aspect: Aspect, text: str, evidence: Sequence[Evidence], chosen: Sequence[tuple[Item, float]]) -> Draft:
    weight = sum(value * TELLING.get(item.field, 1.0) for item, value in chosen)
    return Draft(
        Reason(aspect=aspect, text=text, evidence=tuple(evidence), weight=weight), tuple(item for item, _ in chosen)
    )
