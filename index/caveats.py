"""One honest word where a film differs in a way that matters: length, bleakness, violence, age; or nothing is close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.drafts import Case
from index.film import Film, Language
from index.fusion import Ranked
from index.request import Request
from index.sentences import listed, named, say
from index.similarity import similarity
from index.version import Version

BLEAK = frozenset({"bleak", "dark", "disturbing", "tragic", "brutal", "unsettling", "sad"})
LIGHT = frozenset({"light-hearted", "funny", "silly", "cosy", "uplifting", "heartwarming", "playful"})
HARSH = (
    "graphic violence",
    "sexual violence",
    "torture",
    "war atrocities",
    "body horror",
    "child abuse",
    "suicide",
    "violence",
)
MINUTES_MORE = 35
MINUTES_LONG = 170
YEARS_BEFORE = 35
ALIKE_AT_LEAST = 0.35
NEAR_AT_LEAST = 0.33


def is_weak(request: Request, ranked: Ranked, rows: Sequence[int], coefficients: Mapping[str, float]) -> bool:
    """Whether even the best film found is only distantly what was asked for."""
    if not rows:
        return False
    if request.seeds and not request.text:
        alike = [similarity(request.version, seed, rows[0], coefficients) for seed in request.seeds]
        return max(alike) < ALIKE_AT_LEAST
    if request.query is not None and not (request.seeds or request.soft_terms or request.hard_terms):
        return float(ranked.parts["passages"][rows].max()) < NEAR_AT_LEAST if "passages" in ranked.parts else False
    return False


def caveat_for(case: Case, *, weak: bool) -> str | None:
    """The most important way in which the film may disappoint, or None."""
    language = case.language
    seeds = [case.request.version.films.at(seed) for seed in case.request.seeds]
    if weak:
        return (
            say(language, "caveat-weak", seed=seeds[0].title_in(language))
            if seeds
            else say(language, "caveat-weak-wish")
        )
    if seeds:
        return _against(case.request.version, case.film, seeds[0], language)
    if case.film.runtime and case.film.runtime >= MINUTES_LONG:
        return say(language, "caveat-long", minutes=case.film.runtime)
    return say(language, "caveat-silent", year=case.film.year) if "silent film" in case.film.style else None


def _against(version: Version, film: Film, seed: Film, language: Language) -> str | None:
    title = seed.title_in(language)
    moods = {
        name: [mood for mood in film.moods if mood in group] for name, group in (("bleaker", BLEAK), ("lighter", LIGHT))
    }
    for name, group in (("bleaker", BLEAK), ("lighter", LIGHT)):
        others = moods["lighter" if name == "bleaker" else "bleaker"]
        if seed.moods and len(moods[name]) >= 2 and not others and not group & set(seed.moods):
            return say(language, f"caveat-{name}", seed=title, values=_names(version, "moods", moods[name], language))
    new = [note for note in HARSH if note in film.content_notes and note not in seed.content_notes]
    if new and seed.content_notes and not any("violence" in note for note in seed.content_notes):
        return say(language, "caveat-harsher", seed=title, values=_names(version, "content_notes", new[:2], language))
    if film.runtime and seed.runtime and film.runtime - seed.runtime >= MINUTES_MORE:
        return say(language, "caveat-longer", minutes=film.runtime, more=film.runtime - seed.runtime, seed=title)
    if "silent film" in film.style and "silent film" not in seed.style:
        return say(language, "caveat-silent", year=film.year)
    if seed.year - film.year >= YEARS_BEFORE:
        return say(language, "caveat-older", year=film.year, gap=seed.year - film.year, seed=title)
    return None


def _names(version: Version, field: str, keys: Sequence[str], language: Language) -> str:
    return listed(language, [named(version, field, key, language) for key in keys])
