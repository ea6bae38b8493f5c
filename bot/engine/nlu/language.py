"""The language of a message, from cue words and letters; film titles are taken out before."""

from __future__ import annotations

import re
from typing import Literal

from bot.engine.nlu.text import fold

Language = Literal["en", "de"]

_GERMAN = frozenset(
    ["der", "das", "ein", "eine", "einen", "einem", "einer", "eines", "und", "oder", "aber", "ich", "du", "er", "es", "wir", "ihr", "mich", "dich", "sich", "uns", "euch", "mir", "dir", "ihm", "ihn", "ihnen", "mein", "dein", "sein", "unser", "meine", "deine", "kein", "keine", "keinen", "keinem", "nicht", "nichts", "nie", "etwas", "alles", "viel", "viele", "wenig", "mehr", "wie", "wo", "wer", "wen", "wem", "warum", "wieso", "wann", "welche", "welcher", "welches", "welchen", "dieser", "diese", "dieses", "diesen", "ist", "sind", "bist", "waren", "wird", "werden", "wurde", "haben", "habe", "hab", "hast", "habt", "hatte", "kann", "kannst", "konnen", "konnte", "muss", "soll", "sollte", "willst", "mag", "magst", "mochte", "mochtest", "gibt", "gibts", "geht", "gehts", "mach", "mache", "macht", "zeig", "zeige", "such", "suche", "sucht", "empfiehl", "empfehle", "empfehlen", "empfehlung", "schau", "schauen", "gucken", "sehen", "gesehen", "kennst", "kenne", "von", "vom", "zu", "zum", "zur", "mit", "ohne", "fur", "gegen", "aus", "bei", "beim", "nach", "vor", "uber", "unter", "auf", "im", "dem", "den", "des", "dass", "weil", "wenn", "als", "auch", "noch", "schon", "nur", "mal", "bitte", "danke", "dankeschon", "ja", "nein", "doch", "hallo", "tschuss", "servus", "moin", "guten", "gute", "guter", "gutes", "lustig", "lustige", "lustiges", "traurig", "trauriges", "spannend", "spannendes", "langer", "kurzer", "langere", "kurzere", "lang", "kurz", "alter", "neuer", "neuere", "altere", "dusterer", "heller", "filme", "filmen", "regie", "schauspieler", "stunden", "minuten", "jahre", "jahren", "jahr", "heute", "abend", "morgen", "wochenende", "lieber", "eher", "genau", "vielleicht", "ahnlich", "ahnliche", "ahnliches", "aehnlich", "wovon", "worum", "handelt", "deutsch", "deutsche", "deutscher", "englisch", "englische", "kinder", "tochter", "sohn", "freundin", "freund", "komodie", "liebesfilm", "krimi", "zweite", "zweiten", "dritte", "dritten", "erste", "ersten", "letzte", "letzten", "letzter", "warst", "bisschen", "sowas", "irgendwas", "irgendein", "irgendwie", "lass", "nochmal", "gern", "gerne", "toll", "hasse", "liebe", "liebte", "fand", "finde", "gefallt", "gefallen", "gefiel", "weniger", "besser", "schlecht", "langweilig", "merk", "merken", "liste", "loschen", "losche", "vergiss", "weisst", "wissen", "ausser", "jetzt", "dann", "da", "hier", "beide", "beides", "zwischen", "was", "sprich", "witziger", "gruselig", "gruseliges", "romantisch", "romantisches", "anderes", "andere", "anders", "zeigst", "nen", "ne", "hohstens", "hochstens", "mindestens", "weiter", "schlagen", "schlag", "wer", "spielt", "gespielt", "handlung", "laenger", "kuerzer", "nee", "jo", "genug", "stimmt", "falsch", "richtig", "egal", "uberrasch", "uberrasche"]
)
_ENGLISH = frozenset(
    ["the", "a", "of", "and", "or", "but", "i", "you", "he", "she", "it", "we", "they", "me", "my", "your", "his", "her", "our", "their", "this", "that", "these", "those", "is", "are", "am", "were", "been", "be", "have", "has", "had", "do", "does", "did", "not", "no", "can", "could", "would", "should", "will", "shall", "may", "might", "must", "what", "which", "who", "whom", "whose", "when", "where", "why", "how", "with", "without", "for", "from", "about", "into", "than", "then", "there", "here", "some", "any", "something", "anything", "nothing", "everything", "more", "less", "most", "much", "many", "very", "really", "just", "only", "like", "love", "loved", "liked", "hate", "hated", "want", "wanted", "need", "find", "show", "give", "tell", "recommend", "recommendation", "suggest", "watch", "watched", "watching", "seen", "saw", "see", "know", "think", "please", "film's", "movie", "movies", "films", "funny", "funnier", "scary", "sad", "sadder", "good", "great", "better", "best", "bad", "worse", "shorter", "longer", "newer", "older", "darker", "lighter", "slower", "faster", "stranger", "long", "short", "old", "new", "first", "second", "third", "last", "other", "another", "one", "ones", "two", "three", "hours", "hour", "minutes", "years", "year", "tonight", "today", "evening", "weekend", "kids", "daughter", "son", "girlfriend", "boyfriend", "wife", "husband", "similar", "to", "in", "on", "at", "by", "as", "if", "yes", "yeah", "yep", "nope", "no", "thanks", "thank", "hello", "bye", "hey", "don't", "dont", "didn't", "isn't", "i'm", "im", "it's", "its", "what's", "i've", "ive", "i'd", "who's", "that's", "let's", "lets", "got", "get", "make", "made", "made", "directed", "director", "cast", "actors", "plot", "out", "up", "so", "too", "again", "never", "always", "ever", "both", "between", "list", "add", "remove", "forget", "delete", "same", "different", "because", "happy", "favorite", "favourite", "enjoy", "enjoyed", "looking", "for", "mood", "feel", "surprise", "maybe", "sure", "right", "wrong", "nice", "cool", "english", "german", "set", "story", "ending", "died", "dies", "dog"]
)
_EITHER = frozenset(
    ["film", "in", "so", "was", "man", "war", "will", "also", "die", "am", "an", "all", "hat", "bin", "gut", "rate", "not", "fast", "art", "her", "hell", "brief", "see", "arm", "bald", "hier", "set", "films", "den", "son", "art"]
)
_LOANS = frozenset(
    ["thanks", "thank", "nice", "cool", "sorry", "yes", "hey", "hello", "hi", "bye", "please", "no", "yeah", "sure", "best", "new", "it", "story", "list", "kids", "plot", "sad", "twist", "in"]
)
_GERMAN_LETTERS = re.compile(r"[äöüß]", re.IGNORECASE)
_GERMAN_SHAPE = re.compile(
    r"(?:ung|ungen|lich\w{0,2}|isch\w{0,2}|keit|heit|schaft|tion|film|filme|stes|igen|iges|iger|chen)$|sch|tz|ieh|zw|pf"
)
_ENGLISH_SHAPE = re.compile(r"(?:ing|tion|ness|ful|less|ous|ight|ould|ly|n't|'s|'re|'ve|'ll)$|^wh|^th|ough")

_NAMES = {"deutsch": "de", "german": "de", "englisch": "en", "english": "en"}
_POLITE = r"(?:bitte|please|pls|danke|thanks|thank you|ok|okay|hey|hi|hallo|hello|lieber|jetzt|now|wieder|again|mal|doch|sorry|entschuldigung|and|und|only|nur|from now on|ab jetzt|instead|weiter|rather|actually|usher)"
_SWITCH_WHOLE = re.compile(
    rf"^\W*(?:{_POLITE}\W+)*(?:auf|in|im|to|zu|nach)?\s*(?P<name>deutsch|german|englisch|english)(?:\W+{_POLITE})*\W*$",
    re.IGNORECASE,
)
_SWITCH_VERB = re.compile(
    r"\b(?:speak|talk|switch|change|answer|reply|respond|write|continue|go on|chat|use|sprich|sprechen|sprichst|spreche|rede|reden|antworte\w*|schreib\w*|wechs\w+|stell\w*|umstellen|"
    r"kannst du|can you do|can we do|could we do|understand|verstehst|unterhalten|mach\w* weiter|weiter|language|sprache)\b"
    r"(?:\s+(?:to me|with me|mit mir|bitte|please|the language|die sprache|um|über|zu|back|wieder|mal|lieber|auch|doch|wir|du|uns|only|nur|we|jetzt|now|from now on|ab jetzt|is|ist|sind|weiter|to|me|chatting|you)\b)*"
    r"\s*(?:to|in|auf|zu|into|:)?\s*(?P<name>deutsch|german|englisch|english)\b(?!\s*(?:films?|movies?|filme|cinema|kino|comed|actor|director))",
    re.IGNORECASE,
)
_SWITCH_VERB_LAST = re.compile(
    r"\b(?:auf|in)?\s*(?P<name>deutsch|englisch)\s+(?:\w+\s+){0,2}(?:sprechen|reden|antworten|schreiben|weiter\w*|unterhalten|weitermachen|umschalten|wechseln)\b",
    re.IGNORECASE,
)


def switch_in(text: str) -> tuple[Language, int, int] | None:
    """The language a message asks to go on in, and where it is named."""
    for pattern in (_SWITCH_WHOLE, _SWITCH_VERB, _SWITCH_VERB_LAST):
        if found := pattern.search(text[:400]):
            name = found.group("name").lower()
            return ("de" if _NAMES[name] == "de" else "en"), found.start("name"), found.end("name")
    return None


def weigh(text: str) -> tuple[float, float, int]:
    """How much speaks for German, how much for English, and how many words were weighed."""
    german = english = 0.0
    tokens = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", text[:2000])
    for token in tokens:
        plain, typed = fold(token), token.lower().replace("’", "'")
        if plain in _EITHER:
            german += 0.3 * (plain in _GERMAN or plain in ("die", "am", "bin", "hat"))
            english += 0.3 * (plain in _ENGLISH)
            continue
        in_german, in_english = plain in _GERMAN, typed in _ENGLISH or plain in _ENGLISH
        german += 1.0 if in_german else 0.0
        english += (0.45 if plain in _LOANS else 1.0) if in_english and not in_german else 0.0
        if _GERMAN_LETTERS.search(token):
            german += 0.6
        if not in_german and not in_english:
            german += 0.4 * bool(_GERMAN_SHAPE.search(typed))
            english += 0.35 * bool(_ENGLISH_SHAPE.search(typed))
    return german, english, len(tokens)


def detect(text: str) -> Language | None:
    """The language of `text` where it is clear, else `None`: then the conversation keeps its own."""
    german, english, count = weigh(text)
    most, least = max(german, english), min(german, english)
    if most < 0.9 or most - least < 0.75 or most < 1.6 * least or (count > 3 and most < 1.0):
        return None
    return "de" if german > english else "en"


def guess(text: str, hint: str | None) -> Language:
    """A language to read `text` in: the clear one, else the hint, else the likelier."""
    found = detect(text)
    if found:
        return found
    if hint in ("en", "de"):
        return "de" if hint == "de" else "en"
    german, english, _ = weigh(text)
    return "de" if german > english else "en"
