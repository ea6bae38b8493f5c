"""Chooses the reasons for one film: of different aspects, those on whose evidence its place rests most."""

from __future__ import annotations

from collections.abc import Sequence

from index.drafts import (
    Case,
    Draft,
    asked_facts,
    critiqued,
    near_passages,
    on_its_own,
    same_years,
    shared_people,
    shared_values,
    wished_passages,
    wished_values,
)  # fmt: skip
from index.fusion import Fusion
from index.reason import Reason
from index.request import Request

REASONS_AT_LEAST = 2
REASONS_AT_MOST = 4
LONG_AT_MOST = 8
WEAK_SHARE = 0.12
BUILDERS = (
    shared_values, shared_people, near_passages, wished_values, wished_passages, asked_facts, critiqued, same_years,
)  # fmt: skip


def case_for(fusion: Fusion, request: Request, row: int) -> Case:
    """One film with what each piece of it is worth to the ranking."""
    return Case(request, row, request.version.films.at(row), fusion.worth(request, row))


def drafts_for(case: Case) -> list[Draft]:
    """Every reason that can be given, the one the ranking rests on most first."""
    found = [draft for build in BUILDERS for draft in build(case) if draft.reason.weight > 0]
    return sorted(found, key=lambda draft: (-draft.reason.weight, draft.reason.text))


def choose_drafts(case: Case) -> list[Draft]:
    """Two to four reasons, each of another aspect and on other evidence, the strongest first."""
    chosen = _different(drafts_for(case), at_most=REASONS_AT_MOST)
    if len(chosen) < REASONS_AT_LEAST:
        chosen = _different([*chosen, *on_its_own(case)], at_most=REASONS_AT_LEAST)
    return chosen


def explain(case: Case) -> tuple[Reason, ...]:
    """The reasons shown with a film."""
    return tuple(draft.reason for draft in choose_drafts(case))


def explain_at_length(case: Case) -> tuple[Reason, ...]:
    """Everything worth saying for a film, for "why?": aspects may repeat, evidence may not."""
    chosen: list[Draft] = []
    for draft in [*drafts_for(case), *on_its_own(case)]:
        if len(chosen) < LONG_AT_MOST and not _overlaps(draft, chosen):
            chosen.append(draft)
    return tuple(draft.reason for draft in chosen)


def _different(drafts: Sequence[Draft], *, at_most: int) -> list[Draft]:
    chosen: list[Draft] = []
    for draft in drafts:
        weak = len(chosen) >= REASONS_AT_LEAST and draft.reason.weight < WEAK_SHARE * chosen[0].reason.weight
        new_aspect = draft.reason.aspect not in {each.reason.aspect for each in chosen}
        if len(chosen) < at_most and new_aspect and not weak and not _overlaps(draft, chosen):
            chosen.append(draft)
    return chosen


def _overlaps(draft: Draft, chosen: Sequence[Draft]) -> bool:
    used = {item for each in chosen for item in each.items}
    said = {evidence.text for each in chosen for evidence in each.reason.evidence if evidence.source != "request"}
    own = {evidence.text for evidence in draft.reason.evidence if evidence.source != "request"}
    return bool(used & set(draft.items)) or bool(own and own <= said)
