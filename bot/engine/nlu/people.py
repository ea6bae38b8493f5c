"""People named in a message: whole names, surnames where a cue leads to them, small misspellings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.engine.nlu import text as texts
from bot.engine.nlu.fuzzy import NearNames
from bot.engine.nlu.rarity import is_ordinary, rarity
from bot.engine.nlu.sentence import Sentence
from bot.engine.nlu.text import name_words
from bot.engine.nlu.titles import PersonName

_LONGEST = 5
_TRANSCRIBED = str.maketrans({"w": "v", "y": "i", "j": "i", "c": "k", "z": "s"})
_DIRECTOR = re.compile(
    r"(?:\b(?:directed|made|shot) by|\bdirector(?:ed by)?|\bregie(?: von| führte| bei)?:?|"
    r"\bregisseur(?:in|s)?|\bgedreht von|\binszeniert von|\bfilmmaker|\b(?:films?|movies?|filme?|"
    r"something|anything|etwas|was|one|streifen|it|the latest|work) (?:by|from|von|vom)|\bby|"
    r"\bvon)\s*[\"“]?$",
    re.I,
)
_CAST = re.compile(
    r"(?:\b(?:with|starring|stars?|featuring|feat\.?|mit|actor|actress|schauspieler(?:in|s)?|"
    "darsteller(?:in)?|played by|gespielt von|in which|in dem|where|wo|has|have|movie|film|films|filme|"
    r"movies)(?: (?:like|wie|the|den|dem|der))?)\s*$",
    re.I,
)
_MUSIC = re.compile(
    r"(?:\b(?:music|score|scored|soundtrack|composed|composer|musik|filmmusik|komponiert|"
    r"komponist(?:in)?)\s*(?:is |was |ist |war )?(?:by|from|von)?)\s*$",
    re.I,
)
_WRITER = re.compile(
    r"(?:\b(?:written|writer|screenplay|script|screenwriter|geschrieben|drehbuch|autor(?:in)?)\s*(?:by|von)?)\s*$", re.I
)
_LOOSE = re.compile(
    r"(?:\b(?:fan of|fans of|fan von|love|loved|like|liked|hate|hated|dislike|enjoy|adore|about|liebe|mag|"
    "hasse|not|no|nicht|kein(?:e|en)?|ohne|without|more|mehr|and|or|und|oder|nor|of|from|stand|watch|wie|"
    r"like|außer|except)|,)\s*(?:anything |something |etwas |nichts |nothing )?(?:by |with |from |von |"
    r"mit )?\s*$",
    re.I,
)
_AFTER = re.compile(
    r"^(?:['’]?s)?[\s-]*(?:movies?|films?|filme|filmen|flicks?|fan|fans|comed\w+|thrillers?|komödien?|"
    r"direct\w*|starring|plays?|played(?! by)|spielt|stars?|in\b|is in|was in|ist in|gemacht|gedreht|inszeniert|"
    r"directed|made)\b|^['’]s?\b|^-(?:film|"
    "filme|komödie|thriller)",
    re.I,
)
# "Kubrick, but not The Shining": a surname that opens the message and has a clause to itself.
_AFTER_ALONE = re.compile(
    r"^\s*(?:,|but\b|aber\b|without\b|ohne\b|except\b|außer\b|please\b|bitte\b|or\b|oder\b)", re.I
)
# German nouns, with a capital like names, that are surnames too.
_NO_NAMES = frozenset(
    ["bock", "lust", "zombie", "zombies", "angst", "herz", "winter", "sommer", "herbst", "krieg", "engel"]
)
_SIBLINGS = re.compile(r"^[\s-]*(?:brothers|bros\.?|sisters|brüder[n]?|bruedern?|schwestern)\b", re.I)
_GERMAN_ENDING = re.compile(r"(?<=..)e[rnms]?$")
_JOB_CUES = ((_MUSIC, "music"), (_WRITER, "writer"), (_DIRECTOR, "director"), (_CAST, "cast"))


class PersonMention(NamedTuple):
    """A stretch of a message that names a person."""

    start: int
    end: int
    person: PersonName
    job: str | None
    is_whole: bool


class PersonFinder:
    """Finds the people of one gazetteer in sentences."""

    def __init__(self, people: Sequence[PersonName]) -> None:
        self._whole: dict[str, int] = {}
        self._last: dict[str, list[int]] = {}
        self._people = people
        for place, person in enumerate(people):
            parts = name_words(person.name)
            joined = "".join(parts)
            held = self._whole.get(joined)
            if joined and (held is None or people[held].films < person.films):
                self._whole[joined] = place
            if len(parts) > 1:
                self._last.setdefault(parts[-1], []).append(place)
        self._sounds: dict[str, list[int]] = {}
        for name, found in self._last.items():
            self._sounds.setdefault(_sound(name), []).extend(found)
        for places in (*self._last.values(), *self._sounds.values()):
            places.sort(key=lambda place: -people[place].films)
        self._near = NearNames(
            [name for name, place in self._whole.items() if people[place].films > 1 or len(people) < 20000]
        )
        self._near_last = NearNames([name for name in self._last if len(name) > 5])

    def whole_names(self, sentence: Sentence) -> list[tuple[int, int, PersonName]]:
        """Words (first, last exclusive) that are somebody's whole name of at least two words."""
        found = []
        first = 0
        while first < len(sentence.words):
            span = self._longest(sentence, first)
            if span:
                found.append((first, span[0], span[1]))
                first = span[0]
            else:
                first += 1
        return found

    def _longest(self, sentence: Sentence, first: int) -> tuple[int, PersonName] | None:
        best = None
        joined = ""
        for last in range(first + 1, min(len(sentence.words), first + _LONGEST) + 1):
            word = sentence.words[last - 1]
            place = self._whole.get(joined + word.bare)
            if place is not None and last - first > 1 and self._reads_as_name(sentence, first, last):
                best = (last, self._people[place])
            joined += word.norm
        return best

    def _reads_as_name(self, sentence: Sentence, first: int, last: int) -> bool:
        inside = sentence.words[first:last]
        if any(
            re.search(
                r"[.;:!?,\n]",
                re.sub(r"^\.\s", "", sentence.gap(place))
                if len(sentence.words[place - 1].text) <= 2
                else sentence.gap(place),
            )
            for place in range(first + 1, last)
        ):
            return False
        return (
            all(word.is_capital for word in inside)
            or max(rarity(word.plain) for word in inside) > 0.75
            or not all(is_ordinary(word.plain) for word in inside)
        )

    def find(self, sentence: Sentence, taken: Iterable[tuple[int, int]] = ()) -> list[PersonMention]:
        """The people that `sentence` names outside the characters already `taken` by films."""
        busy = list(taken)
        found: list[PersonMention] = []
        for first, last, person in self.whole_names(sentence):
            self._add(found, sentence, first, last, person, busy, is_whole=True)
        for first in range(len(sentence.words)):
            for last, person in self._cued(sentence, first):
                if self._add(found, sentence, first, last, person, busy, is_whole=False):
                    break
        return sorted(found)

    def _add(
        self,
        found: list[PersonMention],
        sentence: Sentence,
        first: int,
        last: int,
        person: PersonName,
        busy: list[tuple[int, int]],
        *,
        is_whole: bool,
    ) -> bool:
        start, end = sentence.words[first].start, sentence.words[last - 1].end
        if sentence.words[last - 1].bare != sentence.words[last - 1].norm:
            end -= 2
        if any(start < other and end > begin for begin, other in busy):
            return False
        busy.append((start, end))
        found.append(PersonMention(start, end, person, job_of(sentence.text, start, end, person), is_whole))
        return True

    def _cued(self, sentence: Sentence, first: int) -> Iterable[tuple[int, PersonName]]:
        word = sentence.words[first]
        before = texts.before(sentence.text, word.start)
        after = texts.after(sentence.text, word.end if word.bare == word.norm else word.end - 2)
        strong = any(pattern.search(before) for pattern, _ in _JOB_CUES)
        loose = strong or bool(_LOOSE.search(before)) or (len(sentence.words) <= 4 and first == 0)
        if loose:
            for last in (first + 3, first + 2):
                if last <= len(sentence.words) and (near := self._near_whole(sentence, first, last)):
                    yield last, near
        led = strong or bool(_AFTER.match(after)) or (loose and word.is_capital)
        led = led or (first == 0 and word.is_capital and bool(_AFTER_ALONE.match(after)))
        if _SIBLINGS.match(after) and (places := self._last.get(word.bare)):
            directing = [self._people[place] for place in places if "director" in self._people[place].jobs]
            if len(directing) > 1:
                yield first + 2, directing[0]
        if led and (person := self._by_surname(sentence, first, strong=strong)):
            yield first + 1, person

    def _near_whole(self, sentence: Sentence, first: int, last: int) -> PersonName | None:
        inside = sentence.words[first:last]
        if (
            all(is_ordinary(word.plain) for word in inside)
            or min(len(word.plain) for word in (inside[0], inside[-1])) < 2
        ):
            return None
        joined = "".join(word.norm for word in inside[:-1]) + inside[-1].bare
        near = self._near.near(joined)
        if not near or near[0].likeness < 0.8:
            return None
        same = [self._people[self._whole[one.name]] for one in near if one.likeness >= near[0].likeness - 0.01]
        return max(same, key=lambda person: person.films)

    def _by_surname(self, sentence: Sentence, first: int, *, strong: bool) -> PersonName | None:
        word = sentence.words[first]
        name = word.bare
        if (
            len(name) < 4
            or name in _NO_NAMES
            or name.isdigit()
            or (is_ordinary(word.plain) and not (strong and word.is_capital and sentence.language == "en"))
        ):
            return None
        if not strong and not word.is_capital and rarity(word.plain) < 1.0:
            return None
        places = self._last.get(name) or (
            self._last.get(name[:-1]) if name.endswith("s") and sentence.language == "en" and word.is_capital else None
        )
        if not places and strong and _could_be_misspelt(sentence, first):
            near = [
                one for one in self._near_last.near(name, edits=2 if len(name) > 7 else 1) if one.name[0] == name[0]
            ]
            places = self._sounds.get(_sound(name)) or (self._last.get(near[0].name) if near else None)
        return self._likeliest(places, self._wanted_job(texts.before(sentence.text, word.start))) if places else None

    @staticmethod
    def _wanted_job(before: str) -> str | None:
        return next((job for pattern, job in _JOB_CUES if pattern.search(before)), None)

    def _likeliest(self, places: Sequence[int], job: str | None) -> PersonName | None:
        people = [self._people[place] for place in places]
        fitting = [person for person in people if job in person.jobs] or people
        fitting.sort(key=lambda person: -person.films)
        if len(fitting) > 1 and fitting[0].films < 1.5 * fitting[1].films:
            return None
        return fitting[0]


def _could_be_misspelt(sentence: Sentence, first: int) -> bool:
    """Whether the word may be a slip for a name: not a small word among capitals, nor an inflected everyday one."""
    word = sentence.words[first]
    if not word.is_capital and not sentence.is_plain:
        return False
    stem = _GERMAN_ENDING.sub("", word.plain)
    return stem == word.plain or not is_ordinary(stem)


def _sound(name: str) -> str:
    """A surname with the letters made one that different alphabets' transcriptions differ in ("Tarkowski")."""
    return (
        name.translate(_TRANSCRIBED)
        .replace("ij", "i")
        .replace("ii", "i")
        .replace("ph", "f")
        .replace("sh", "sch")
        .replace("ck", "k")
    )


def job_of(text: str, start: int, end: int, person: PersonName) -> str | None:
    """The one job in which the person is meant, where the words say so and the person holds it."""
    before, after = texts.before(text, start), texts.after(text, end)
    if re.match(r"['’]?s?\s+(?:music|score|soundtrack|musik)", after, re.I):
        return "music" if "music" in person.jobs else None
    for pattern, job in _JOB_CUES:
        if pattern.search(before):
            if job in person.jobs:
                return job
            return person.jobs[0] if len(person.jobs) == 1 else None
    return person.jobs[0] if len(person.jobs) == 1 else None
