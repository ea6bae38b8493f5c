"""The vocabulary's genres behind the names that film databases and streaming services use."""

from __future__ import annotations

from collections.abc import Mapping

_NAMES: Mapping[str, str] = {
    "action": "action; action-adventure; action & adventure; actionfilm",
    "adventure": "adventure; action-adventure; action & adventure; abenteuer",
    "animation": "animation; animated; anime; anime features",
    "biography": "biography; biographical; biopic",
    "comedy": "comedy; comedies; stand-up comedy; romantic comedy; black comedy; comedy drama; komodie",
    "crime": "crime; krimi; gangster; heist",
    "documentary": "documentary; documentaries; docuseries; dokumentarfilm",
    "drama": "drama; dramas; melodrama; comedy drama; dramedy",
    "family": "family; kids; children; children & family movies; children's; familie",
    "fantasy": "fantasy; sci-fi & fantasy",
    "film noir": "film noir; film-noir; noir",
    "history": "history; historical; historie; costume drama",
    "horror": "horror; horror movies; slasher; supernatural horror; found footage",
    "martial arts": "martial arts; martial-arts; kung fu",
    "music": "music; music & musicals; concert; musik",
    "musical": "musical; musicals; music & musicals",
    "mystery": "mystery; mysteries",
    "romance": "romance; romantic; romantic movies; romantic comedy; liebesfilm",
    "science fiction": "science fiction; sci-fi; sci fi; sci-fi & fantasy; science-fiction",
    "sport": "sport; sports; sports movies",
    "superhero": "superhero",
    "thriller": "thriller; thrillers; suspense; spy; erotic thriller",
    "war": "war; war movie; kriegsfilm",
    "western": "western; westerns",
}


def _turned() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for genre, names in _NAMES.items():
        for name in names.split("; "):
            table[name] = (*table.get(name, ()), genre)
    return table


GENRES: Mapping[str, tuple[str, ...]] = _turned()
