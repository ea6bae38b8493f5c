"""Names that stand where a film's title would, and are in no catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.engine.nlu.fuzzy import NearNames
from bot.engine.nlu.names import Form
from bot.engine.nlu.rarity import is_ordinary
from bot.engine.nlu.sentence import Sentence
from bot.engine.nlu.text import after, before
from bot.engine.nlu.titles import FilmName, Gazetteer

_CUES = re.compile(
    r"(?:\b(?:(?:films?|movies?|something|anything|stuff|more|one|ones|similar|filme?|etwas|was|sowas|so "
    "was|genau|ähnlich|aehnlich|ähnliches|so) (?:like|to|wie)|similar to|ähnlich zu|im stil von|in der "
    "art von|in the style of|"
    "who (?:directed|made|wrote|composed|plays in|stars in|is in|acted in)|have you (?:ever )?(?:seen|"
    "watched|heard of)|do you know|kennst du|hast du (?:schon )?(?:mal )?|wovon handelt|worum "
    "geht(?:['’]?s| es) in|wer (?:spielt in|führte regie bei|hat regie geführt bei|hat bei|hat in)|"
    "regie bei|how long is|wie lang(?:e)? (?:ist|geht|dauert)|what(?:['’]s| is) .{0,12}about|tell me "
    "about|erzähl mir (?:etwas |was )?(?:über|von)|cast of|ending of|plot of|handlung von|besetzung von|"
    "(?:movie|film|movies|filme) (?:called|named|titled|namens)|called|namens|"
    "i (?:really )?(?:loved|hated|liked|enjoyed|watched|saw|just saw|just watched)|ich (?:liebe|hasse|"
    r"mochte)|mir hat|put|add|merk dir|setz\w*|where can i (?:watch|see|stream)|wo (?:läuft|kann ich)) "
    r"(?:the (?:film|movie) |den film |der film |das |den )?)[\"“„'*»]?$",
    re.IGNORECASE,
)
_ALIKE = 0.65
_QUOTED = re.compile(r"[\"“„»«](?P<name>[^\"”“»«\n]{2,60})[\"”“«»]")
# "The French Connection (1971)"
_DATED = re.compile(
    r"(?P<name>[A-ZÄÖÜ0-9][\w'’&:.-]*(?:\s+(?:[A-ZÄÖÜ0-9][\w'’&:.-]*|of|the|and|in|a|to|for|on|der|die|das|und|von))*)"
    r"\s*\((?:19|20)\d\d\)"
)
_END = re.compile(
    r"[.,;:!?()\n\"”“«»*]|\s(?:and|or|und|oder|but|aber|please|bitte|is|was|ist|war|on|to|from|by|with|"
    "mit|von|auf|zu|about|gesehen|regie|die regie|die musik|mitgespielt|gespielt|schauen|sehen|again|"
    "nochmal|anschauen|gefallen|for|für|at|in my|"
    "tonight|heute|set in|set at|starring|featuring|spielt|der in|die in|das in|where|wo|in dem|in der|"
    r"last|yesterday|recently|like|gestern|letzte\w*|neulich|in which|vorgeschlagen|empfohlen|only|"
    r"nur|that|which|der|die|because|weil|if|wenn|i|ich|it|es)\b",
    re.IGNORECASE,
)
_DESCRIPTION = re.compile(
    "^(?:that|this|these|those|it|them|the (?:one|ones|first|second|third|last|other|film|movie|above|"
    "previous)|something|anything|stuff|what|when|where|one|a|an|any|some|my|your|his|her|our|their|"
    "being|in|on|with|to|i|you|we|me|those|him|crazy|new|old|"
    r"das|dies\w*|der|die|den|dem|ein\w*|etwas|was|so|solche|irgend\w*|mein\w*|dein\w*|wenn|als|bei|er|"
    r"sie|es|ihn|du|ich|wir|jen\w*|zuvor|eben|vorhin|immer|früher|of|other|more|mehr|similar|good|great|"
    r"much|many|both|all|to|gute|film\w*|movie\w*|someone|jemand|the way|how|wie|not|nicht|no|kein\w*|und|"
    r"and|very|really|sehr|lots|other|andere\w*)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"^(?:(?:the|der|die|das|den|a|an|ein|eine)\s+[A-ZÄÖÜ]|(?:The|Der|Die|Das|Ein|Eine|A|An)\s)")


@dataclass(frozen=True)
class UnknownTitle:
    """Words typed where a title belongs, and the known films whose names come nearest."""

    start: int
    end: int
    text: str
    nearest: tuple[FilmName, ...]


def find_unknown(
    sentence: Sentence, gazetteer: Gazetteer, near: NearNames, taken: Iterable[tuple[int, int]]
) -> list[UnknownTitle]:
    """The names in `sentence` that should be films and are not, outside the characters already `taken`."""
    busy = list(taken)
    found = []
    for start, end in [*_quoted(sentence.text), *_cued(sentence)]:
        if end > start and not any(start < other and end > begin for begin, other in busy):
            busy.append((start, end))
            found.append(
                UnknownTitle(start, end, sentence.text[start:end], nearest_films(sentence, start, end, gazetteer, near))
            )
    return sorted(found, key=lambda one: one.start)


def _quoted(text: str) -> Iterable[tuple[int, int]]:
    for match in _QUOTED.finditer(text):
        name = match.group("name")
        if name[0].isupper() or name[0].isdigit():
            yield match.start("name"), match.start("name") + len(name.rstrip(" .,!?"))
    for match in _DATED.finditer(text):
        yield match.span("name")


def _cued(sentence: Sentence) -> Iterable[tuple[int, int]]:
    text = sentence.text
    for word in sentence.words:
        if not _CUES.search(before(text, word.start)):
            continue
        cut = _END.search(after(text, word.end))
        end = word.end + cut.start() if cut else len(text)
        name = text[word.start : end].rstrip()
        if _is_title_like(sentence, name):
            yield word.start, word.start + len(name)


def _is_title_like(sentence: Sentence, name: str) -> bool:
    if len(name) < 3 or len(name.split()) > 7:
        return False
    if _DESCRIPTION.match(name) and not _DEFINITE.match(name):
        return False
    inside = [word for word in Sentence(name).words if len(word.plain) > 1]
    if not inside:
        return False
    capitals = [word for word in inside if word.text[0].isupper()]
    odd = [word for word in inside if not is_ordinary(word.plain) and not word.plain.isdigit()]
    if sentence.language == "de":
        return len(capitals) > 1 or bool(odd and (capitals or (sentence.is_plain and len(odd) > 1)))
    return bool(capitals) or len(odd) == len(inside) or (len(odd) > 0 and len(inside) <= 3 and sentence.is_plain)


def nearest_films(
    sentence: Sentence, start: int, end: int, gazetteer: Gazetteer, near: NearNames
) -> tuple[FilmName, ...]:
    """Up to three known films whose names come nearest to the words typed."""
    joined = "".join(word.norm for word in sentence.words if word.start >= start and word.end <= end)
    names = near.near(joined, edits=max(1, len(joined) // 3), limit=8)
    names = [one for one in names if one.likeness >= _ALIKE]
    films: dict[str, FilmName] = {}
    for one in names:
        for match in gazetteer.matches(one.name):
            if match.form <= Form.TAIL:
                films.setdefault(gazetteer.films[match.film].id, gazetteer.films[match.film])
    return tuple(films.values())[:3]
