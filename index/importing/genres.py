"""The vocabulary's genres behind the names that film databases and streaming services use."""

from __future__ import annotations

from collections.abc import Mapping

_NAMES: Mapping[str, str] = {
    "action": "action; action-adventure; action & adventure; actionfilm",
    "adventure": "adventure; action-adventure; action & adventure; abenteuer; abenteuerfilm",
    "animation": "animation; animated; anime; anime features; cartoon; zeichentrick; zeichentrickfilm; "
    "trickfilm; animationsfilm",
    "biography": "biography; biographical; biopic; biografie; biographie; filmbiografie",
    "comedy": "comedy; comedies; stand-up comedy; romantic comedy; black comedy; comedy drama; "
    "komodie; tragikomodie; liebeskomodie; dramedy",
    "crime": "crime; krimi; gangster; heist; kriminalfilm; gangsterfilm; true crime",
    "documentary": "documentary; documentaries; docuseries; dokumentarfilm; doku; dokumentation; docs",
    "drama": "drama; dramas; melodrama; comedy drama; dramedy; tragikomodie; melodram; liebesdrama",
    "family": "family; kids; children; children & family movies; children's; familie; familienfilm; kinderfilm",
    "fantasy": "fantasy; sci-fi & fantasy; fantasyfilm",
    "film noir": "film noir; film-noir; noir",
    "history": "history; historical; historie; costume drama; historienfilm; geschichte; kostumfilm; "
    "historical drama; period drama",
    "horror": "horror; horror movies; slasher; supernatural horror; found footage; horrorfilm; grusel; gruselfilm",
    "martial arts": "martial arts; martial-arts; kung fu; kampfkunst; wuxia",
    "music": "music; music & musicals; concert; musik; musikfilm; konzertfilm",
    "musical": "musical; musicals; music & musicals; musicalfilm",
    "mystery": "mystery; mysteries; whodunit; ratselkrimi",
    "romance": "romance; romantic; romantic movies; romantic comedy; liebesfilm; romanze; "
    "liebeskomodie; liebesdrama; liebesgeschichte; love story",
    "science fiction": "science fiction; sci-fi; sci fi; sci-fi & fantasy; science-fiction; scifi; sf; zukunftsfilm",
    "sport": "sport; sports; sports movies; sportfilm",
    "superhero": "superhero; superhelden; superheldenfilm; comicverfilmung",
    "thriller": "thriller; thrillers; suspense; spy; erotic thriller; psychothriller",
    "war": "war; war movie; kriegsfilm; krieg; antikriegsfilm; war film",
    "western": "western; westerns; italowestern; spaghetti western",
}


def _turned() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for genre, names in _NAMES.items():
        for name in names.split("; "):
            table[name] = (*table.get(name, ()), genre)
    return table


GENRES: Mapping[str, tuple[str, ...]] = _turned()
