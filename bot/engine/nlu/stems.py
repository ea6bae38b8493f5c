"""Light stemming, enough for German inflection and English plurals of vocabulary words."""

from __future__ import annotations

from functools import lru_cache

_ENDINGS = ("ern", "ere", "ens", "en", "er", "es", "em", "e", "n", "s")
_UNSTEMMED = frozenset(
    [
        "less",
        "news",
        "series",
        "western",
        "westerns",
        "gross",
        "this",
        "his",
        "does",
        "is",
        "was",
        "its",
        "yes",
        "alles",
        "anderes",
        "etwas",
        "class",
        "princess",
        "business",
        "boss",
        "loss",
        "bitte",
        "bitten",
        "erzahl",
    ]
)


@lru_cache(maxsize=20000)
def stem(plain: str) -> str:
    """The stem of a folded word ("trauriges" and "traurig" are one, so are "westerns" and "western")."""
    if plain in _UNSTEMMED or len(plain) < 5 or plain.endswith("ss"):
        return plain[:-1] if plain in ("westerns",) else plain
    if plain in ("movie", "movies"):
        return "movie"
    if plain.endswith("ies"):
        return plain[:-3] + "y"
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            return plain[: -len(ending)]
    return plain
