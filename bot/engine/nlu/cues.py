"""Words around a span that make it a film title, in both languages (all folded: ä is a, ß is ss)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.engine.nlu.text import Word
from bot.engine.nlu.wordlists import words_in

FILLERS = words_in(
    "the a an that this old new original first latest newest classic movie movies film films flick one der die "
    "das den dem des ein eine einen einem dieser diesen diesem diese alte alten neue neuen erste ersten filme "
    "filmen streifen klassiker und and also auch maybe vielleicht my mein meine really just disneys pixars "
    "disney pixar marvels anime cartoon live action"
)
_NAMED = words_in("movie film flick streifen klassiker filme movies films anime")

_PHRASES: Mapping[str, str] = {
    "naming": "called|titled|named|entitled|namens|heisst|hiess|mit dem titel|movie is|film is|film ist|title is|"
    "titel ist|"
    "think of|thinking of|meine|meinte|about watching|one is|one was|movie was|ones are|movies are|movies is",
    "being": "it was|it is|its|that was|thats|that is|es war|es ist|das war|das ist|was|is|are|were|ist|war",
    "likeness": "films like|film like|movies like|movie like|something like|anything like|stuff like|things like|"
    "more like|one like|ones like|similar to|along the lines of|in the vein of|in the style of|remind me of|"
    "reminds me of|same as|as good as|better than|comparable to|close to|much like|kind of like|just like|"
    "such as|filme wie|film wie|etwas wie|was wie|sowas wie|so wie|ahnlich wie|ahnliches wie|genau wie|so was wie|"
    "im stil von|in der art von|in richtung|ala|wie in|wie bei|vergleichbar mit|erinnert an|ahnlich zu|"
    "was haben|haben denn|unterscheiden sich|unterscheidet|unterscheidet sich|verbindet|connects|"
    "vergleich mal|vergleiche mal|vergleich doch mal|vergleich bitte|compare the|versus|vs|"
    "between|compare|difference between|zwischen|vergleiche|vergleich|cross between|mix of|mischung aus",
    "like": "like|wie|als",
    "seen": "seen|saw|watch|watched|watching|rewatch|rewatched|rewatching|see|seeing|heard of|hear of|know|knew|"
    "tried|try|check out|checked out|checking out|familiar with|gesehen|schauen|geschaut|angeschaut|angucken|sehen|"
    "gucken|kenne|kennst|kennt|kannte|sah|guck|schau|have seen|habe|hab|hast du|watched in|seen is|saw was|"
    "watched was|seen was|saw is|watched is|go with|take|nehme|nimm|probier|anschauen|ansehen|finished|missed",
    "taste": "love|loved|liked|enjoy|enjoyed|hate|hated|dislike|disliked|adore|adored|favorite is|favourite is|"
    "favorites are|favourites are|favorite movie is|favorite movies are|favorites include|favorite was|fan of|"
    "into|favorite|favourite|favorites|prefer|liebe|liebte|mag|mochte|hasse|hasste|lieblingsfilm ist|lieblingsfilm|"
    "lieblingsfilme sind|lieblingsfilme|fand|finde|geliebt|gefiel|gefallt mir|gefallt|gefallen|moge|fan von|bored by|"
    "disappointed by|obsessed with|sick of|liebling ist|begeistert von|genervt von|enttauscht von|loving|loves|likes",
    "suggest": "recommend|recommended|recommending|suggest|suggested|suggesting|pick|picked|choose|chose|chosen|"
    "empfehlen|"
    "empfohlen|empfiehlst|empfehle|was ist mit|wie ware es mit|wie wars mit|what about|how about|warum|"
    "wieso|why|hast du mir|du mir",
    "about": "about|considered|considering|suggestion|mit|uber|von|mich an|wegen",
    "question": "sprache wird in|sprachen in|kommt in|kommen in|gewalt in|sex in|stirbt in|"
    "gibt es in|gibt es|gibts|lauft|wer hat bei|wer fuhrt bei|wer fuhrte bei|wer spielt bei|hat bei|regie von|who "
    "directed|who made|who "
    "wrote|who plays in|who stars in|who is in|who was in|who acted in|"
    "who composed|whos in|cast of|director of|ending of|plot of|story of|music of|music in|music for|score of|"
    "soundtrack of|soundtrack for|runtime of|length of|how long is|how long was|when was|when did|how old is|"
    "where can i watch|where can i see|where to watch|tell me about|what happens in|what happened in|"
    "know about|heard about|tell me more about|"
    "wer spielt in|wer ist in|wer war in|regie bei|regie fuhrte bei|regisseur von|musik von|musik zu|"
    "musik in|handlung von|inhalt von|besetzung von|darsteller in|wie lang ist|wie lange dauert|wie lange geht|"
    "worum geht es in|worum gehts in|worum geht es bei|worum gehts bei|wovon handelt|wo lauft|wann kam|wann ist|"
    "wer hat bei|wer fuhrte bei|wer schrieb|wer drehte|wer hat|"
    "von wem ist|erzahl mir von|starring in|role in|who plays|year is|laufzeit von|"
    "oscars did|awards did|sequel to|remake of|part of|fortsetzung von|teil von|version of|movies in|scene in",
    "ask": "hat|what is|whats|what was|when was|when did|does|did|has|did you like|do you like|is|isnt|"
    "was ist|wie ist|wie war",
    "list": "losch|streich|entfern|loesch|loesche|leg|schreib|to my watchlist|add|put|remove|delete|save|merk "
    "dir|merke dir|merk mir|setz|setze|pack|packe|streiche|"
    "losche|entferne|speicher|speichere|notier|notiere",
    "in": "in|from|aus|bei|after|nach|than|before|versus|vs|but",
    "except": "except|besides|ausser|not|no|nicht|kein|keine|keinen|without|ohne|anything but|bloss nicht|statt|never",
}
_CUES: Mapping[str, str] = {
    phrase: kind for kind, line in reversed(list(_PHRASES.items())) for phrase in line.split("|")
}
_LONGEST = max(phrase.count(" ") for phrase in _CUES) + 1

_VERDICT = (
    "(?:good|garbage|trash|crap|creepy|dope|sick|slow|long|short|great|amazing|awesome|fun|funny|"
    "hilarious|boring|bad|terrible|awful|excellent|scary|sad|okay|ok|decent|"
    "fantastic|wonderful|brilliant|best|classic|favou?rites?|nice|cool|interesting|underrated|overrated|"
    "movies?|films?|"
    r"gut|toll|super|klasse|genial|schlecht|langweilig|lustig|traurig|großartig|spannend|furchtbar|schön|film|"
    r"lieblingsfilme?|klassiker|stark|meisterwerk|perfekt|geil|mies|doof|blöd)"
)
AFTER_VERDICT = re.compile(
    r"\s+(?:echt |richtig |so |sehr |total |ziemlich |ganz |auch )?(?:toll|super|gut|schlecht|langweilig|"
    r"klasse|genial|schrecklich|furchtbar|großartig|schön|doof|blöd|mies|nicht so)\b|"
    r"\s*(?:,\s*)?(?:is|was|are|were|isn'?t|wasn'?t|looks?|looked|sounds?|sounded|seems?|seemed|ist|war|"
    "sind|waren|fand ich|"
    rf"finde ich)\b[^.!?\n]{{0,40}}?\b{_VERDICT}\b",
    re.IGNORECASE,
)
AFTER_FILM = re.compile(
    r"[\s\"”“'’»«*_]*(?:the\s+)?(?:movies?|films?|flicks?|trailer|trilogy|franchise|series|sequels?|"
    r"remake|reihe|teil)\b",
    re.I,
)
AFTER_SEEN = re.compile(
    r"\s*(?:has|had|made|makes|came out|comes|schon gesehen|gesehen|angeschaut|geschaut|geliebt|gehasst|"
    "gemocht|mag ich|"
    r"mochte ich|liebe ich|hasse ich|kenne ich|hat mir|hab ich|habe ich|schauen|anschauen|sehen|"
    r"gucken|angucken|again|yet|before|"
    r"too|as well|though|instead|tonight|please|bitte|or something|oder so)\b",
    re.IGNORECASE,
)
AFTER_PEOPLE = re.compile(r"\s*,?\s*\(?(?:with|by|from|starring|directed by|mit|von)\s+[A-ZÄÖÜ]\w+")


def cue_before(words: Sequence[Word], first: int) -> tuple[str | None, bool]:
    """The kind of cue that leads to the word at `first`, and whether a word for "film" stands between or is it."""
    place, named = first, False
    while place > 0 and words[place - 1].plain in FILLERS and first - place < 4:
        place -= 1
        named = named or words[place].plain in _NAMED
        if kind := _cue_ending_at(words, place + 1, shortest=2):
            return kind, named
    return _cue_ending_at(words, place), named


def _cue_ending_at(words: Sequence[Word], end: int, *, shortest: int = 1) -> str | None:
    for length in range(min(_LONGEST, end), shortest - 1, -1):
        phrase = " ".join(word.plain for word in words[end - length : end])
        if kind := _CUES.get(phrase):
            return kind
    return None
