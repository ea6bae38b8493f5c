"""What a person says of a film or a person: liked, disliked, seen, ruled out, or only named."""

from __future__ import annotations

import re
from typing import Literal

from bot.engine.nlu import text as texts
from bot.engine.nlu.negation import without_idioms

Polarity = Literal["like", "dislike", "seen", "without"]

_BREAK = re.compile(
    r"[.;!?\n]+|\b(?:(?<!anything )(?<!everything )(?<!nothing )(?<!all )but|aber|however|whereas|while|"
    "sondern|jedoch|obwohl|although|though|dafür|dagegen|(?:and|und|yet)(?= (?:i|ich|we|wir|it|es|he|she|"
    r"er|sie|hate[ds]?|hasse|disliked|loved|liebe|mag|love|kein|no|not|nicht)\b))\b"
    r"|,(?=\s*(?:i|i['’]\w+|ich|we|wir|it|es|he|she|something|etwas|was|please|bitte|suggest|recommend|"
    r"empfiehl|give|gib|show|zeig|any|what|which|welche|can|kannst|have|hast|do|und|and|not|nicht|kein\w*|"
    r"no|so|also)\b)",
    re.IGNORECASE,
)
_NEITHER = re.compile(
    r"\b(?:(?:films?|movies?|something|anything|stuff|things?|more|much|just|kind of|one|ones|exactly|"
    "sort of|looks?|sounds?|feels?|filme?|etwas|was|so) (?:like|wie)|"
    r"(?:would|['’]d|d|should|wouldn['’]?t|might|could|may|will|['’]ll) (?:\w+ )?(?:like|love|enjoy|"
    r"prefer)|similar to|such as|in the style of|if you (?:like|love|enjoy)\w*|do you (?:like|love|know|"
    "enjoy)|"
    "did you (?:like|love|see|enjoy)|have you (?:ever )?(?:seen|watched)|if (?:i|we) (?:like|love)d?|"
    "hast du|kennst du|magst du|mochtest du|hättest du|"
    r"ich möchte|möchte|hätte gern\w*|würde gern\w*|wie bei|(?:want|like|love|going|need|plan) to (?:see|"
    r"watch)|will (?:ich )?(?:\w+ )?(?:sehen|schauen)|"
    "(?:to|soll ich|should i|can i|let['’]?s|gonna|lass uns|where can i) (?:see|watch)|haven['’]?t|have "
    "not|hadn['’]?t|never (?:seen|watched|saw|heard)|not (?:seen|watched|yet)|did(?:n['’]?t| not) (?:see|"
    "watch)|noch (?:nie|nicht)|nie (?:gesehen|geschaut)|nicht gesehen|kenne ich (?:noch )?nicht|kenn ich "
    r"(?:noch )?nicht)\b",
    re.IGNORECASE,
)
_NOT = (
    r"(?:not|never|no|nicht|nie|kein\w*|nichts|hardly|(?:do|does|did|was|is|were|are|could|would|"
    "ca)n['’]?t|cannot|dont|didnt|doesnt|wasnt|isnt|cant|ned|net)"
)
_LIKE = (
    "(?:loves?|loved|loving|likes?|liked|enjoys?|enjoyed|adores?|adored|favou?rites?|favs?|great|amazing|"
    "awesome|fantastic|brilliant|wonderful|excellent|masterpiece|hilarious|"
    r"good|fan of|fans of|into|beautiful|perfect|obsessed with|crush on|best|cool|fun|funny|"
    "liebe|liebte|lieben|geliebt|mag|mochte|mögen|gemocht|moege|gefallen|gefällt|gefaellt|gefiel|toll|"
    "super|klasse|genial|großartig|grossartig|großartiger|gut|gute|guter|schön|stark|fan von|"
    r"lieblings\w*|"
    r"begeistert|meisterwerk|geil|fantastisch|wunderbar|perfekt|spitze|hammer|gern|gerne|steh\w* (?:\w+ )?auf|feier\w*)"
)
_DISLIKE = (
    r"(?:hates?|hated|hating|dislikes?|disliked|loathe[ds]?|despised?|detest\w*|terrible|awful|horrible|"
    r"boring|bored|sucks?|sucked|bad|worst|overrated|garbage|trash|crap|disappoint\w*|dull|annoy\w*|"
    "can(?:['’]?t|not) (?:stand|watch)|couldn['’]?t (?:stand|finish|get into)|walked out|fell asleep|"
    "unbearable|stupid|waste of time|sick of|tired of|"
    r"hasse|hassen|hasste|hasst|gehasst|langweilig\w*|gelangweilt|schlecht\w*|furchtbar\w*|schrecklich\w*|"
    r"mies\w*|doof|blöd\w*|nervt\w*|nervig|enttäusch\w*|überbewertet|schlimm|öde|mist|müll|schrott|"
    "ertrage|eingeschlafen|"
    r"kotz\w*|scheiße|scheisse|fürchterlich|grauenhaft)"
)
_DISLIKED = re.compile(
    rf"\b{_NOT}\b(?:\s+\w+){{0,4}}?\s+{_LIKE}\b|\b(?:mag|mochte|mögen|liebe|liebte|gefällt|gefiel|gefallen|"
    rf"gefaellt|steh\w*|find\w*|fand|gut|toll|gern\w*|begeistert)\b(?:\s+\w+){{0,4}}\s+(?:nicht|nie|gar "
    rf"nichts|kaum)\b|\b{_DISLIKE}\b|\bnot (?:a (?:big |huge |great )?fan|my (?:thing|taste|cup|favou?rite|"
    r"kind|type|style|genre))\b|\bnicht mein\w*\b|\bnicht (?:leiden|ausstehen|ab|"
    r"ertragen|sehen|mehr sehen)\b|\bnichts für mich\b|\bnot for me\b|"
    r"\b(?:war|ist|was|is|waren|were) (?:mir |uns |for me )?(?:viel |einfach |etwas |way |just |far |a bit )?(?:zu|too)"
    r" (?!dark to|good|gut)\w+\b|"
    r"\b(?:nichts|wenig|nicht viel|nicht so viel|nix) (?:mehr )?(?:anfangen|abgewinnen|übrig)\b|"
    r"\b(?:lässt|lassen|ließ) mich kalt\b|"
    r"\b(?:reizt|reizen|interessier\w*|packt|packen|juckt) mich (?:\w+ )?(?:nicht|null|wenig)\b|"
    r"\bhäng\w* mir zum hals|\bgeh\w* mir auf (?:die nerven|den (?:geist|keks|sack))|\bauf die nerven\b|"
    r"\b(?:kann|könnte) ich (?:gut )?(?:verzichten|drauf verzichten)\b|\b(?:leaves?|left) me cold\b|"
    r"\b(?:does|do|did) nothing for me\b|\b(?:can|could) do without\b|\bnot my (?:jam|vibe|scene)\b|"
    r"\bnot (?:really |so |that |particularly )?(?:keen on|big on)\b|\bturn\w* (?:it |that )?off\b",
    re.IGNORECASE,
)
_LIKED = re.compile(rf"\b{_LIKE}\b", re.IGNORECASE)
_UNDISLIKED = re.compile(rf"\b{_NOT}\b(?:\s+\w+){{0,2}}\s+{_DISLIKE}\b", re.IGNORECASE)
_SEEN = re.compile(
    r"\b(?:seen|saw|watched|watch it already|already know|know (?:it|that|this|them)(?: already)?|gesehen|"
    "geschaut|angeschaut|angesehen|geguckt|kenne? ich|ich kenne?|kennen wir|finished|rewatched|already "
    r"watched|gekuckt|kenne?)\b",
    re.IGNORECASE,
)
_RULED_OUT_BEFORE = re.compile(
    r"(?:\b(?:not|no|nicht|kein\w*|without|ohne|except(?: for)?|besides|other than|anything but|"
    "everything but|apart from|außer|ausser|bloß nicht|statt|instead of|rather than|nichts (?:mit|von|"
    "wie)|nothing (?:with|by|like|from)|"
    r"no (?:more )?(?:films?|movies?|stuff)?\s*(?:with|by|from|like)|avoid|skip|minus|nor|weder|noch mal|"
    "never|nie|nothing|nichts|keine? (?:filme?|sachen)? ?(?:mit|von|wie)?|abgesehen von)"
    r"\s*(?:again\s*)?(?:anything\s*)?(?:the |a |der |die |das |den |another |other |films? |movies? |"
    "schon wieder |wieder |bitte |please |like |wie |with |mit |by |von |any |of |from "
    r")*[\"“„'*»«]?\s*)$",
    re.IGNORECASE,
)
_RULED_OUT_AFTER = re.compile(
    r"^[\"”“'’»«*]?\s*(?:bitte )?(?:nicht|not|lieber nicht)\b\s*(?:bitte|please)?\s*$", re.IGNORECASE
)
_NOTHING_LIKE = re.compile(r"\b(?:nothing|anything|not|nichts|nicht) (?:like|so wie|wie)\b", re.IGNORECASE)
_AS_GOOD = re.compile(
    r"\b(?:(?:as|so) (?:good|great|funny|gut|toll|lustig) (?:as|wie)|better than|besser als)\b", re.IGNORECASE
)
_WIDTH = 200
_LONG = 13
_SPEAKER = re.compile(
    r"\b(?:i|i['’]\w+|im|ive|we|we['’]\w+|my|me|mine|our|us|ich|wir|mir|mich|uns|mein\w*|bitte|please)\b", re.I
)
_REFERS = re.compile(r"\b(?:it|that|them|both|those|ihn|es|sie|den|das|beide|die|der|was|war|waren)\b", re.IGNORECASE)


_JOINTS = tuple(re.compile(joint, re.IGNORECASE) for joint in (",", r"\b(?:and|und|while|während)\b"))
# A title, a name or a genre comes first, then what is said of it.
_NAMED = re.compile(
    r"^\s*(?:the |den |die |das |der |i |ich )?(?!(?:which|who|that|den|die|das|der|was|it|them|both|"
    r"(?:loved?|liked?|hated?|saw) (?:it|that|this|them|both)|"
    r"and|und|or|oder|but|aber|too|also|auch|mag|war|fand|find|so)\b)[^\W_]\w",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(
    r"^[\s\"”“'*]*(?:eher |leider |aber |dagegen |hingegen |fand ich )*(?:less so|not so much|weniger(?: so)?|"
    r"(?:überhaupt |gar |eher |leider )?(?:nicht|not)(?: so| really| so much| ganz| at all)?)\s*[.!?]*$",
    re.IGNORECASE,
)


def clause_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around `text[start:end]`; a comma or "and" parts two verdicts ("Her is great, Heat bored me")."""
    left, right = 0, len(text)
    for cut in _BREAK.finditer(text):
        if cut.end() <= start:
            left = cut.end()
        elif cut.start() >= end:
            right = cut.start()
            break
    for joint in _JOINTS:
        left, right = _narrowed(text, joint, (left, right), (start, end))
    return left, right


def _narrowed(text: str, joint: re.Pattern[str], clause: tuple[int, int], named: tuple[int, int]) -> tuple[int, int]:
    """The clause cut at the joints beside `named` that part one verdict from another."""
    left, right = clause
    for cut in joint.finditer(text, left, right):
        if cut.end() <= named[0] and _is_verdict(text[left : cut.start()]) and _is_verdict(text[cut.end() : right]):
            left = cut.end()
        elif (
            cut.start() >= named[1]
            and _is_verdict(text[left : cut.start()])
            and _is_own_verdict(text[cut.end() : right])
        ):
            return left, cut.start()
    return left, right


def _is_verdict(part: str) -> bool:
    return any(pattern.search(part) for pattern in (_LIKED, _DISLIKED, _SEEN))


def _is_own_verdict(part: str) -> bool:
    """Whether what follows a comma is more than a verdict on what stands before it ("Heat, which I loved")."""
    return _is_verdict(part) and bool(_NAMED.match(part))


def polarity_of(text: str, start: int, end: int) -> Polarity | None:
    """What the clause around `text[start:end]` says of it, read with its neighbours where it only points back."""
    if _tells_a_plot(text):
        return None
    masked = (
        without_idioms(texts.before(text, start, _WIDTH))
        + "_" * (end - start)
        + without_idioms(texts.after(text, end, _WIDTH))
    )
    end -= max(0, start - _WIDTH)
    start -= max(0, start - _WIDTH)
    earlier = masked[:start]
    if _ELLIPSIS.match(masked[end:]) and _LIKED.search(earlier) and re.search(r",[^,]{0,12}$", earlier):
        return "dislike"
    left, right = clause_bounds(masked, start, end)
    found = _of_clause(masked, left, right, start, end)
    if found in (None, "seen"):
        found = _said_next(masked, right) or found
    if found in (None, "without") and left:
        found = _said_before(masked, left, right, start, end) or found
    return found


def _tells_a_plot(text: str) -> bool:
    """Whether a long message speaks of nobody but the people of a story, so that "hating" is no verdict."""
    return len(text.split()) > _LONG and not _SPEAKER.search(text)


def _of_clause(text: str, left: int, right: int, start: int, end: int) -> Polarity | None:
    before, after = text[left:start], text[end:right]
    if _RULED_OUT_BEFORE.search(before) and not _LIKED.search(_NOTHING_LIKE.sub(" ", before)):
        return "without"
    if _RULED_OUT_AFTER.match(after) and not before.strip():
        return "without"
    before = _AS_GOOD.sub(" ", before)
    clause = f"{before} _ {after}"
    neutral = _NEITHER.sub(" ", clause)
    unhated = _UNDISLIKED.sub(" ", neutral)
    if _DISLIKED.search(unhated):
        return "dislike"
    if _UNDISLIKED.search(neutral) or (_LIKED.search(unhated) and not _is_wish_like(before)):
        return "like"
    if _SEEN.search(neutral) and not re.search(r"\b(?:have you|did you|hast du|habt ihr)\b", clause, re.IGNORECASE):
        return (
            None
            if _NEITHER.search(clause) and "seen" not in neutral.lower() and "gesehen" not in neutral.lower()
            else "seen"
        )
    return None


def _is_wish_like(before: str) -> bool:
    """Whether "like" or "good" belongs to a wish ("something good like", "a good film with")."""
    return bool(
        re.search(
            r"\b(?:good|great|best|gute[nrs]?|tolle[nrs]?|schöne[nrs]?|fun|funny|cool)\b[^,]*\b(?:films?|movies?|"
            r"filme?|one|thing|comed\w+|thrillers?|komödien?)?\s*(?:with|by|from|like|mit|von|wie|starring|"
            r"similar)\b",
            before,
            re.IGNORECASE,
        )
    )


def _said_next(text: str, right: int) -> Polarity | None:
    rest = text[right:]
    cut = _BREAK.match(rest)
    following = rest[cut.end() :] if cut else rest
    stop = _BREAK.search(following)
    clause = following[: stop.start()] if stop else following
    if "_" in clause or not _REFERS.search(clause) or len(clause.split()) > 9 or not cut:
        return None
    neutral = _NEITHER.sub(" ", clause)
    if _DISLIKED.search(_UNDISLIKED.sub(" ", neutral)):
        return "dislike"
    return "like" if _LIKED.search(neutral) else None


def _said_before(text: str, left: int, right: int, start: int, end: int) -> Polarity | None:
    """A clause of little but a name takes its verb from the clause before ("I loved Her but not The Notebook")."""
    rest = re.sub(r"[\W_]+", " ", text[left:start] + " " + text[end:right]).strip().lower()
    if rest not in {
        "",
        "not",
        "nicht",
        "not so much",
        "nicht so",
        "also",
        "auch",
        "auch nicht",
        "not really",
        "eher nicht",
        "less so",
        "the",
        "die",
        "den",
        "der",
        "and",
        "und",
        "too",
        "as well",
    }:
        return None
    earlier = _of_clause(text[:left].rstrip(" ,") + " ", 0, left, left, left) if "_" not in text[:left] else None
    earlier = earlier or _of_clause(text[:left], 0, left, left, left)
    negative = "not" in rest or "nicht" in rest or "less" in rest
    if earlier == "like":
        return "dislike" if negative else None
    return None
