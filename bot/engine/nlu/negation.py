"""Whether a stretch of a message is wanted or ruled out, so that no wish is read as its opposite."""

from __future__ import annotations

import re

_IDIOMS = re.compile(
    r"\b(?:(?:i )?(?:do ?n['’]?o?t|does ?n['’]?o?t|would ?n['’]?o?t|wouldnt|dont|doesnt) (?:really "
    ")?mind(?: if| a| some| any)?|"
    "not (?:only|just|sure|bad|without|too sure|necessarily)|why not|no (?:problem|matter|idea|worries|"
    r"doubt|preference)\w*(?: with)?|"
    "nothing (?:against|wrong with)|can(?:['’]?t|not) (?:get enough of|wait)|could(?:n['’]?t| not) "
    r"(?:agree|love|stop)|(?:never|not) (?:fails?|disappoint\w*)|"
    r"nicht (?:nur|bloss|bloß|schlecht|sicher|ohne|unbedingt)|warum nicht|wieso nicht|nichts (?:gegen|dagegen)|"
    r"kein(?:e[nrs]?)? (?:problem\w*|ahnung|ding|frage|thema)|(?:weiß|weiss|stört mich|stoert mich|macht) "
    r"(?:\w+ )?nicht\w*|"
    r"don['’]?t know(?: if| what)?|no one|"
    r"(?:oder|or) (?:nicht|not)\s*\?|nicht wahr|ist (?:das|es) nicht|isn['’]?t (?:it|that|there)|do(?:n['’]?t|nt) you|"
    "have(?:n['’]?t| not) (?:i |you |we )?(?:yet )?(?:seen|watched|heard)|(?:noch )?(?:nie|nicht) "
    r"(?:gesehen|geschaut)|gibt es nicht)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:less|weniger|no|not|non|nor|never|without|w/o|sans|nothing|none of (?:the|that|those|this)|"
    "neither|minus|except(?: for)?|excluding|besides|"
    "anything but|everything but|all but|other than|rather than|instead of|avoid(?:ing)?|skip|lacks?|"
    "free of|zero|hates?|hated|hating|loathes?|despises?|dislikes?|disliked|"
    "detests?|(?:sick|tired|bored) of|allergic to|fed up with|enough (?:of|with)|can(?:['’]?t|not| not) "
    "(?:stand|do|handle|watch|take|stomach|deal)|"
    "leave out|remove|drop|lose|forget(?: about)?|stop (?:with|showing|suggesting|recommending)|no more|"
    "too much|too many|so many|"
    r"(?:do|does|did|is|are|was|were|have|has|had|would|should|could|will|wo|ca|ai)n['’]?t|"
    "(?:kein|keine|keinen|keinem|keiner|keines)|nicht|nichts|nie|niemals|ohne|weder|noch|außer|ausser|"
    "auser|abgesehen von|statt|anstatt|"
    r"hasse|hassen|hasst|verabscheue|vermeide\w*|verzichte\w* auf|weg mit|genug von|satt|zu viel|zu viele|"
    "null|frei von|bloß nicht|bloss nicht|"
    r"lass\w* (?:\w+ )?weg|allergisch gegen|keine lust auf|kann ich nicht|ned|net|nix)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^[^.;!?,\n]{0,40}?\b(?:(?:is|are|was|were|do|does|did|would|wo|ca)(?:n['’]?t| not)|not|no|nicht|"
    "nich|nie|niemals|hasse ich|nervt|nerven|"
    "weglassen|ausgeschlossen|vermeiden|out|verboten|geht (?:gar )?nicht|stört|bores? me|is out|sucks?|"
    r"tabu|[- ]?free|[- ]?frei|ohne mich)\b"
    r"\s*(?:(?:for me|my (?:thing|taste|genre)|wanted?|needed|sein|haben|mögen|werden|bitte|please|today|"
    r"tonight|heute|really|so|anymore|any more|mehr|it|gern\w*|brauchen?|ich|"
    r"sehen|schauen|unbedingt|sehr|besonders|wirklich|dabei|drin|vorkommen|interest\w*|me|at all|thanks?|"
    r"danke|leiden|ausstehen|ab)\s*)*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"^\s*\w*\s*(?:that|which|who|where|,? (?:die|der|das|in denen|in dem))\b", re.IGNORECASE)
_STOP = re.compile(
    r"[.;!?\n:]|\s[-–—]\s|\b(?:but|aber|sondern|just|though|however|instead|rather|lieber|dafür|doch|"
    r"except|jedoch|only|nur|and i|und ich|because|weil|then|dann|so (?:maybe|please))\b",
    re.IGNORECASE,
)
_WIDTH = 120
_JOINED = re.compile(r"\b(?:or|nor|oder|noch|and|und)\b", re.IGNORECASE)
_WISH = re.compile(
    r"\b(?:want|like|love|give|show|something|anything|some|need|prefer|looking|please|more|etwas|was|"
    r"will|möchte|mag|gib|zeig|suche|bitte|mehr|gern\w*|with|mit)\b",
    re.IGNORECASE,
)


def without_idioms(text: str) -> str:
    """`text` with phrases blanked out that sound negative and rule nothing out ("I don't mind", "nichts gegen")."""
    return _IDIOMS.sub(lambda match: " " * len(match.group()), text)


def is_negated(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is ruled out by the words of its own clause."""
    begin = max(0, start - _WIDTH)
    plain = without_idioms(text[begin : end + _WIDTH])
    start, end = start - begin, end - begin
    return _negated_before(plain, start) or _negated_after(plain, end)


def _negated_before(text: str, start: int) -> bool:
    before = text[:start]
    found = list(_BEFORE.finditer(before))
    if not found:
        return False
    negator = found[-1]
    between = before[negator.end() :]
    if _STOP.search(between) or len(between) > 70:
        return False
    if negator.group().lower() in ("noch",) and not re.search(r"\bweder\b", before, re.IGNORECASE):
        return False
    if "," in between:
        return _in_list(text, between, start)
    joint = list(_JOINED.finditer(between))
    if joint and joint[-1].group().lower() in ("and", "und"):
        return not _WISH.search(between[joint[-1].end() :])
    return True


def _in_list(text: str, between: str, start: int) -> bool:
    """Whether the ruled-out list goes on over its commas ("no horror, gore or violence")."""
    tail = between.rsplit(",", 1)[1]
    if _WISH.search(between) or len(tail.split()) > 2:
        return False
    rest = re.split(r"[.;!?\n]", text[start:])[0]
    return bool(
        _JOINED.search(tail)
        or re.match(r"^[\w'’-]+(?:\s[\w'’-]+)?(?:\s*,\s*[\w'’-]+)*\s*,?\s*(?:or|nor|oder|and|und)\b", rest, re.I)
    )


def _negated_after(text: str, end: int) -> bool:
    if _RELATIVE.match(text[end:]):
        return False
    clause = re.split(
        r"[.;!?,\n]|\b(?:but|and|or|aber|und|oder|sondern|because|weil|doch)\b",
        text[end:],
        maxsplit=1,
        flags=re.IGNORECASE,
    )[0]
    return bool(_AFTER.search(clause))
