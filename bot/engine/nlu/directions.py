"""Which way the next films should differ from the last ("shorter", "nicht so lang", "less violent")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.engine.nlu.text import before

_LESS = (
    "(?:less|not so|not as|not too|not that|not quite so|isn['’]?t (?:so|as|too|that)|aren['’]?t (?:so|"
    "as|too)|too|way too|far too|weniger|nicht so|nicht ganz so|nicht zu|nicht allzu|zu|viel zu|mir zu)"
)
_RULES: tuple[tuple[str, str], ...] = (
    (
        "shorter",
        (
            rf"\b(?:shorter|kürzer\w*|kuerzer\w*|quicker watch|{_LESS} (?:long|lang\w*)|doesn['’]?t (?:go|take) "
            r"(?:on )?(?:so|as) long)\b"
        ),
    ),
    ("longer", rf"\b(?:longer|länger\w*|laenger\w*|{_LESS} (?:short|kurz\w*))\b(?! (?:than|als)\b)"),
    (
        "newer",
        (
            rf"\b(?:newer|more recent|more modern|neuer\w*|aktueller\w*|moderner\w*|jünger\w*|juenger\w*|{_LESS} "
            r"(?:old|alt|old-fashioned|altmodisch|dated))\b(?! (?:(?:is|are|ist|sind) )?(?:than|"
            r"als) (?:me|i|us|ich|wir)\b)"
        ),
    ),
    (
        "older",
        (
            rf"\b(?:older|more classic|more old-school|older ones|älter\w*|aelter\w*|klassischer|{_LESS} (?:new|"
            rf"neu|recent|modern|modernes?))\b(?! (?:(?:is|are|ist|sind) )?(?:than|als) (?:me|i|us|ich|"
            rf"wir|ich bin)\b| than \d| als \d|[\w ]{{0,12}} (?:kids|"
            "people|kinder|leute|son|daughter|brother))"
        ),
    ),
    (
        "funnier",
        (
            r"\b(?:funnier|more (?:funny|humou?r|humorous|comedic|laughs|comedy|jokes)|lustiger\w*|witziger\w*|"
            rf"komischer\w*|mehr (?:humor|witz|komik|zu lachen|zum lachen|komödie)|{_LESS} (?:serious|ernst\w*))\b"
        ),
    ),
    (
        "sadder",
        (
            r"\b(?:sadder|more (?:sad|tragic|depressing|melancholic|melancholy|tears|emotional)|trauriger\w*|mehr "
            rf"(?:drama|tränen|gefühl|trauriges)|melancholischer\w*|tragischer\w*|emotionaler\w*|{_LESS} "
            r"(?:cheerful|happy|fröhlich))\b"
        ),
    ),
    (
        "darker",
        (
            r"\b(?:darker|more (?:dark|grim|sinister|gritty|disturbing)|düsterer\w*|duesterer\w*|düstrer\w*|"
            rf"dunkler\w*|finsterer\w*|härter\w*|haerter\w*|{_LESS} (?:light|cheesy|sweet|childish|leicht|kitschig|"
            r"kindisch|süß|bright))\b"
        ),
    ),
    (
        "lighter",
        (
            r"\b(?:lighter|(?:more|something) (?:light-?hearted|light|cheerful|upbeat|uplifting)|happier|"
            rf"leichter\w*|heiterer\w*|fröhlicher\w*|froehlicher\w*|lockerer\w*|positiver\w*|{_LESS} (?:dark|sad|"
            r"depressing|heavy|bleak|grim|gloomy|scary|disturbing|intense|düster\w*|duester\w*|traurig\w*|"
            r"deprimierend\w*|schwer\w*|gruselig\w*|finster\w*|hart|dunkel|creepy|heftig|unheimlich))\b"
        ),
    ),
    (
        "slower",
        (
            r"\b(?:slower|more (?:slow|calm|quiet|relaxed|slow-paced)|calmer|quieter|langsamer\w*|ruhiger\w*|"
            rf"gemächlicher\w*|stiller\w*|{_LESS} (?:fast|hectic|frantic|schnell|hektisch|rasant|loud|laut|action|"
            r"viel action))\b"
        ),
    ),
    (
        "faster",
        (
            r"\b(?:faster|more (?:fast|fast-paced|pace|energetic)|faster-paced|schneller\w*|mehr tempo|"
            rf"rasanter\w*|flotter\w*|{_LESS} (?:slow|slow-paced|langsam\w*|ruhig\w*|lahm))\b"
        ),
    ),
    (
        "more_romantic",
        (
            r"\b(?:more (?:romantic|romance|love|love story|of a love story)|romantischer\w*|mehr (?:romantik|"
            r"liebe|gefühle|herz))\b"
        ),
    ),
    (
        "stranger",
        (
            r"\b(?:stranger|weirder|more (?:weird|strange|bizarre|surreal|unusual|original|experimental|out there|"
            r"quirky|odd)|crazier|seltsamer\w*|merkwürdiger\w*|verrückter\w*|verrueckter\w*|schräger\w*|"
            rf"schraeger\w*|ungewöhnlicher\w*|abgedrehter\w*|skurriler\w*|absurder\w*|surrealer\w*|{_LESS} "
            r"(?:normal|mainstream|conventional|predictable|vorhersehbar|gewöhnlich))\b(?! (?:things|danger))"
        ),
    ),
    (
        "less_violent",
        (
            rf"\b(?:{_LESS} (?:violent|bloody|gory|brutal|graphic|violence|blood|gewalttätig\w*|gewalttaetig\w*|"
            r"blutig\w*|brutal\w*|much (?:violence|blood|gore)|viel (?:gewalt|blut)|many fights)|less (?:violence|"
            r"gore|blood|fighting|killing)|weniger (?:gewalt|blut|brutalität|brutal\w*|schießerei\w*)|gentler|"
            r"milder|sanfter\w*|harmloser\w*|friedlicher\w*)\b"
        ),
    ),
    (
        "more_exciting",
        (
            r"\b(?:more (?:exciting|thrilling|suspense|suspenseful|tense|action|gripping|tension|thrill\w*|"
            r"intense)|scarier|creepier|spannender\w*|aufregender\w*|packender\w*|gruseliger\w*|fesselnder\w*|"
            rf"mehr (?:spannung|action|nervenkitzel|thrill)|{_LESS} (?:boring|langweilig\w*|dull))\b"
        ),
    ),
    (
        "less_known",
        (
            r"\b(?:(?:less|lesser|not so|not as|not that|not too|nicht so|weniger|un)[\s-]*(?:well[\s-])?(?:known|"
            r"popular|famous|mainstream|obvious|bekannt\w*|berühmt\w*|beruehmt\w*|populär\w*)|unknown|obscure|"
            r"hidden gems?|under the radar|underrated|overlooked|under-?seen|unbekannter\w*|unbekannte?[sn]?|"
            r"unbekannter|geheimtipps?|geheimtip|unterschätzt\w*|haven['’]?t heard of|never heard of|nobody knows|"
            "kein(?:er|e sau)? kennt|niemand kennt|kaum jemand kennt|more obscure|more indie|(?:too|zu) "
            r"(?:well[\s-])?(?:known|mainstream|famous|popular|bekannt|obvious))\b"
        ),
    ),
    (
        "better_known",
        (
            r"\b(?:(?:better|more|well|best|widely)[\s-]+(?:well[\s-])?(?:known|popular|famous|mainstream)|"
            r"bekannter\w*|berühmter\w*|populärer\w*|popular ones?|well-known|blockbusters?|mainstream|famous "
            r"ones?|not so obscure|(?:too|zu) (?:obscure|unbekannt|unknown)|nicht so unbekannt\w*|weniger "
            r"unbekannt\w*|less obscure|bekanntes|bekannte filme|bekanntere[sn]?)\b"
        ),
    ),
    (
        "different",
        (
            r"\b(?:(?:something|anything|sth|completely|totally|entirely|very|quite) (?:completely |totally |"
            "entirely |very |quite )?(?:different|else(?! (?!please|then|instead|now|"
            "maybe)[a-zA-Z]))|different ones?|other ones?|etwas (?:ganz |völlig "
            ")?andere[sn]|was (?:ganz |völlig |komplett )?andere[sn]|ganz andere?s?|andere (?:filme|vorschläge)|"
            r"other (?:films|movies|suggestions|options)|anders|andersartig\w*|different (?:films|movies|"
            "direction|suggestions)|mal was anderes|abwechslung|a change|more variety|mehr abwechslung|less "
            r"similar|not so similar|nicht so ähnlich)\b"
        ),
    ),
)
_COMPILED = tuple((direction, re.compile(pattern, re.IGNORECASE)) for direction, pattern in _RULES)
_PAIRS = (
    ("shorter", "longer"),
    ("newer", "older"),
    ("darker", "lighter"),
    ("slower", "faster"),
    ("less_known", "better_known"),
)
_OPPOSITE = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
# "I don't want anything too scary" asks for less, as "too scary" does.
_TOO = re.compile(r"(?:way |far |viel |mir )?(?:too|zu)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not|no|nicht|kein\w*|nichts|nothing|don['’]?t want|never|ohne|without)\s+(?:it |them |any |"
    "anything |something |etwas |was |much |even |noch |too |zu |any |so )*$",
    re.IGNORECASE,
)
_THAN_NUMBER = re.compile(
    r"^\s*(?:than|als)\s+(?:\w+\s+)?(?:\d|an?\b|one\b|two\b|three\b|ein\b|eine\b|zwei\b|drei\b|anderthalb|half\b)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\b(?:is|was|ist|war|are|which|welcher|welches)\b[^.?!]*$", re.IGNORECASE)


_SAME_FORM = re.compile(
    r"^(?!älter|kürzer|länger|jünger|härter|kuerzer|laenger|aelter)\w+[^er]er$|^düsterer$|^finsterer$|"
    "^dunkler$|^heiterer$|^lockerer$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"\b(?:ein|kein|der|so ein|dieser|mein|sehr|richtig|echt|ganz|guter|schöner|ziemlich|total)\s+$", re.IGNORECASE
)
_NOUN = re.compile(
    r"^(?:,? (?:und |aber )?\w+er)*\s+(?:[A-ZÄÖÜ]\w+|film|filme|thriller|krimi|western|streifen|klassiker|"
    r"horror\w*|actionfilm|liebesfilm|dokumentarfilm)\b"
)


def _is_plain_adjective(text: str, start: int, end: int) -> bool:
    """Whether a German "-er" is an ending and no comparison ("ein lustiger Film")."""
    if " " in text[start:end] or not _SAME_FORM.match(text[start:end]):
        return False
    return bool(_NOUN.match(text[end:])) or (
        bool(_DETERMINER.search(before(text, start))) and not re.match(r"\s*(?:als|bitte|sein)\b", text[end:])
    )


class DirectionMention(NamedTuple):
    """A stretch that asks for a shift in one direction."""

    start: int
    end: int
    direction: str


def directions(text: str) -> Iterator[DirectionMention]:
    """The directions asked for, each once; "not shorter" is read as its opposite where there is one, else dropped."""
    busy: list[tuple[int, int]] = []
    seen: set[str] = set()
    found = sorted(
        (
            (match.start(), match.end(), direction)
            for direction, pattern in _COMPILED
            for match in pattern.finditer(text)
        ),
        key=lambda one: (one[0] - one[1], one[0]),
    )
    for start, end, direction in found:
        if _is_plain_adjective(text, start, end):
            continue
        if any(start < other and end > begin for begin, other in busy) or _THAN_NUMBER.match(text[end:]):
            continue
        busy.append((start, end))
        turned = _NOT.search(before(text, start)) and not _TOO.match(text[start:end])
        meant = _OPPOSITE.get(direction) if turned else direction
        if meant and meant not in seen:
            seen.add(meant)
            yield DirectionMention(start, end, meant)
