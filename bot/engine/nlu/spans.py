"""What speaks for and against a stretch of words being a film title, as named numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.engine.nlu import cues
from bot.engine.nlu import text as texts
from bot.engine.nlu.names import ARTICLES, Form
from bot.engine.nlu.rarity import EVERYDAY, is_foreign, is_ordinary, rarity, talk
from bot.engine.nlu.sentence import Sentence, Span
from bot.engine.nlu.text import Word
from bot.engine.nlu.wordlists import words_in

_GLUE = {
    "en": words_in("the a an of and or in on at to for with by from as is it s i you my me we he she his her"),
    "de": words_in(
        "der die das den dem des ein eine einer eines einen und oder in im am zu von mit fur aus auf an ich "
        "du er sie es the a"
    ),
}
_LINKING = frozenset({"of", "the", "a", "de", "la", "des"})
_SHOUTING = 0.75
_SHORT_NAME = 7
_JOINING = words_in("and or but und oder aber nor vs versus")
_AGAINST = frozenset({"vs", "versus"})
_PLAYED_IN = re.compile(
    r"\b(?:plays?|played|role|part|spielt|spielte|rolle|dies?|died|stirbt|music|musik|regie|kamera|ending|"
    r"scene|szene|actor|actress)\b",
    re.IGNORECASE,
)
_CHAT = words_in(
    "awesome amazing perfect excellent exactly absolutely definitely alright haha oh yes no ok okay lol "
    "thanks hello hi hey bye goodbye dude wow nope yeah yep please sorry sure maybe "
    "cool great nice good well never "
    "ja nein danke hallo bitte"
) | {"thank you", "good night", "bye bye", "last night", "high school", "happy holidays", "anything else", "the two"}
# Capitals that stand for something else.
_LETTERS_FOR = ("US", "ME", "WE")
_STRONG = ("likeness", "seen", "taste", "question", "naming", "list")
_PRONOUNS = words_in(
    "it this that them these those him me you sie es er das ihn ihm ihr die der dich mich this one"
) | {"this one"}
_OPENING = re.compile(r"[\"“”„»«‘'*_]\s*$")
_CLOSING = re.compile(r"^[\s.,!?]*[\"“”„»«’'*_]")
_BREAK = re.compile(r"[.,;:!?()\n\"“”„»«*/–—]|\s-\s|\.\.")


def _telling(sentence: Sentence, inside: Sequence[Word]) -> list[Word]:
    glue = _GLUE["de" if sentence.language == "de" else "en"]
    return [word for word in inside if word.plain not in glue]


def _is_capital(word: Word) -> bool:
    """Whether the word is written as a name is: "I LOVE it" only stresses a word."""
    stressed = len(word.text) > 2 and word.text.isupper() and rarity(word.plain) < EVERYDAY
    return word.is_capital and not stressed


def _caps(sentence: Sentence, span: Span) -> dict[str, float]:
    inside = sentence.words[span.first : span.last]
    telling = _telling(sentence, inside) or inside
    capital = sum(_is_capital(word) for word in telling) / len(telling)
    shouting = sentence.capitals > _SHOUTING
    noun = sentence.language == "de" and len(telling) == 1 and not _is_everyday_english(telling[0])
    weight = 0.35 if noun else 1.0
    at_start = sentence.starts_sentence(span.first) and len(telling) == 1
    whole = capital == 1.0 and not shouting and not all(word.plain.isdigit() for word in inside)
    return {
        "caps_inside": weight if whole and not at_start else 0.0,
        "caps_start": 1.0 if whole and at_start else 0.0,
        "caps_many": weight if whole and len(inside) > 1 else 0.0,
        "lower_in_cased": 1.0 if capital == 0.0 and not sentence.is_plain else 0.0,
        "caps_mixed": 1.0 if 0.0 < capital < 1.0 else 0.0,
        "caps_article": 1.0 if whole and len(inside) > len(telling) and _capital_article(sentence, span) else 0.0,
        "neighbour_caps": 1.0 if whole and _joins_capitals(sentence, span) else 0.0,
    }


def _capital_article(sentence: Sentence, span: Span) -> bool:
    """Whether the span begins with a small word that only a title would capitalise there."""
    first = sentence.words[span.first]
    return first.is_capital and len(first.text) > 1 and not sentence.starts_sentence(span.first)


def _joins_capitals(sentence: Sentence, span: Span) -> bool:
    """Whether the capitals go on beside the span, so that it is a piece of a name ("House of the Yellow Carpet")."""
    left, right = span.first - 1, span.last
    if _is_capital_beside(sentence, left, span.first) and not sentence.starts_sentence(left):
        return True
    if _is_capital_beside(sentence, right, right):
        return True
    if span.last - span.first > 2:
        return False
    over_left = left > 0 and sentence.words[left].plain in _LINKING and _is_capital_beside(sentence, left - 1, left)
    over_right = _is_linking(sentence, right) and any(
        _is_capital_beside(sentence, place, place) for place in (right + 1, right + 2)
    )
    return over_left or over_right


def _is_capital_beside(sentence: Sentence, place: int, gap: int) -> bool:
    if not 0 <= place < len(sentence.words) or sentence.gap(gap).strip():
        return False
    return len(sentence.words[place].text) > 1 and sentence.words[place].text[0].isupper()


def _is_linking(sentence: Sentence, place: int) -> bool:
    return place < len(sentence.words) and sentence.words[place].plain in _LINKING and not sentence.gap(place).strip()


def _edges(sentence: Sentence, span: Span) -> dict[str, float]:
    left, right = sentence.gap(span.first), sentence.gap(span.last)
    opens = span.first == 0 or bool(_BREAK.search(left))
    closes = (
        span.last == len(sentence.words) or bool(_BREAK.search(right)) or sentence.words[span.last].plain in _JOINING
    )
    return {
        "quoted": 1.0 if _OPENING.search(left) and _CLOSING.search(right) else 0.0,
        "message": 1.0 if span.first == 0 and span.last == len(sentence.words) else 0.0,
        "clause": 1.0 if opens and closes else 0.0,
        "opens": 1.0 if opens else 0.0,
        "closes": 1.0 if closes else 0.0,
    }


def _surroundings(sentence: Sentence, span: Span) -> dict[str, float]:
    kind, named = cues.cue_before(sentence.words, span.first)
    if kind == "in" and _PLAYED_IN.search(texts.before(sentence.text, sentence.words[span.first].start)):
        kind = "question"
    rest = texts.after(sentence.text, sentence.words[span.last - 1].end)
    found = {f"cue_{kind}": 1.0} if kind else {"cue_none": 1.0}
    return found | {
        "named": 1.0 if named else 0.0,
        "after_film": 1.0 if cues.AFTER_FILM.match(rest) else 0.0,
        "after_verdict": 1.0 if cues.AFTER_VERDICT.match(rest) else 0.0,
        "after_seen": 1.0 if cues.AFTER_SEEN.match(rest) else 0.0,
        "after_people": 1.0 if cues.AFTER_PEOPLE.match(rest) else 0.0,
    }


def _foreign(sentence: Sentence, telling: Sequence[Word]) -> float:
    """How far the words are English in a German sentence; one word alone may be a loan."""
    if sentence.language != "de" or not telling or not all(is_foreign(word.plain) for word in telling):
        return 0.0
    return 1.0 if len(telling) > 1 or _is_everyday_english(telling[0]) else 0.2


def _is_everyday_english(word: Word) -> bool:
    """Whether a German would use the word only as a name ("Her", "Once"), not as a loan ("Party")."""
    return is_foreign(word.plain) and rarity(word.plain) < EVERYDAY


def _substance(sentence: Sentence, span: Span, known: float) -> dict[str, float]:
    inside = sentence.words[span.first : span.last]
    telling = _telling(sentence, inside)
    rare = [rarity(word.plain) for word in inside]
    single = len(telling) <= 1
    ordinary = all(is_ordinary(word.plain) for word in inside)
    return {
        "bias": 1.0,
        "known": known,
        "known_single": known if single else 0.0,
        "unknown": 1.0 if known == 0.0 else 0.0,
        "telling_2": 1.0 if len(telling) == 2 else 0.0,
        "telling_3": 1.0 if len(telling) >= 3 else 0.0,
        "telling_0": 1.0 if not telling else 0.0,
        "rarest": max(rare),
        "rarest_single": max(rare) if single else 0.0,
        "mean_rarity": sum(rare) / len(rare),
        "ordinary": 1.0 if ordinary else 0.0,
        "ordinary_single": 1.0 if ordinary and single else 0.0,
        "tiny": 1.0 if sum(len(word.text) for word in inside) < 4 else 0.0,
        "foreign": _foreign(sentence, telling),
        "article_typed": 1.0
        if len(inside) > len(telling) == 1 and inside[0].plain in ARTICLES and span.best_form == Form.EXACT
        else 0.0,
        "number": 1.0 if all(word.plain.isdigit() for word in inside) else 0.0,
        "respaced": 1.0 if span.respaced else 0.0,
        "typo": 1.0 - span.likeness,
        "is_typo": 1.0 if span.likeness < 1.0 else 0.0,
        "short_typo": 1.0 if span.likeness < 1.0 and sum(len(word.text) for word in inside) < _SHORT_NAME else 0.0,
        f"form_{span.best_form.name.lower()}": 1.0,
    }


def _beside_people(sentence: Sentence, span: Span) -> dict[str, float]:
    """Whether the span is somebody's name or a piece of one (`Sentence.people` are places of whole names)."""
    same = any((first, last) == (span.first, span.last) for first, last in sentence.people)
    inside = any(first <= span.first and span.last <= last for first, last in sentence.people)
    return {"is_person": 1.0 if same else 0.0, "in_person": 1.0 if inside and not same else 0.0}


def _is_talk(sentence: Sentence, span: Span, found: Mapping[str, float]) -> bool:
    """Whether the span is a thing people say, and nothing but its being a title too speaks for a film."""
    said = " ".join(word.plain for word in sentence.words[span.first : span.last])
    if said not in talk() or found["quoted"]:
        return False
    led = any(found.get(f"cue_{kind}") for kind in ("likeness", "naming", "question"))
    if span.last < len(sentence.words) and sentence.words[span.last].plain in _AGAINST:
        return False  # "Her vs Ex Machina"
    if said in _CHAT or span.best_form >= Form.HEAD:
        return not found.get("cue_naming")
    if said in _PRONOUNS and not (found["closes"] or found["after_film"]):
        return True
    if sentence.text[sentence.words[span.first].start : sentence.words[span.last - 1].end] in _LETTERS_FOR:
        return True
    if found["after_people"] or (found["foreign"] and sentence.words[span.first].is_capital):
        return False
    if found["caps_inside"] and not sentence.starts_sentence(span.first):
        return False
    return said in _PRONOUNS if led else True


def features(sentence: Sentence, span: Span, known: float) -> dict[str, float]:
    """Every named number that speaks for or against `span`; those not named are 0."""
    found = _substance(sentence, span, known)
    found |= _caps(sentence, span)
    found |= _edges(sentence, span)
    found |= _surroundings(sentence, span)
    found |= _beside_people(sentence, span)
    if found.get("cue_question") and found.get("foreign"):
        found["foreign"] = 1.0  # "Wer spielt in Drive mit?": nobody asks who plays in a loan word
    strong = any(found.get(f"cue_{kind}") for kind in _STRONG)
    found["strong_ordinary"] = 1.0 if strong and found["ordinary_single"] else 0.0
    found["strong_lower"] = 1.0 if strong and found["lower_in_cased"] else 0.0
    found["strong_closes"] = 1.0 if strong and found["closes"] else 0.0
    found["lower_ordinary"] = 1.0 if found["lower_in_cased"] and found["ordinary"] else 0.0
    found["clause_article"] = found["clause"] * found["article_typed"]
    found["caps_closes"] = found["caps_inside"] * found["closes"]
    found["part_ordinary"] = found["ordinary"] if span.best_form >= Form.HEAD and not found["caps_inside"] else 0.0
    found["likeness_closes"] = found.get("cue_likeness", 0.0) * found["closes"]
    small = found["ordinary_single"] and found["rarest"] < EVERYDAY
    found["caps_small"] = found["caps_inside"] if small else 0.0
    found["lower_rare"] = found["lower_in_cased"] * known if found["rarest"] >= 0.99 else 0.0
    found["is_talk"] = 1.0 if _is_talk(sentence, span, found) else 0.0
    found["message_ordinary"] = found["message"] * found["ordinary_single"]
    return found
