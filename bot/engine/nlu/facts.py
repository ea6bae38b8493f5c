"""Which fact of a film is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.engine.nlu.wordlists import words_in

_RULES: tuple[tuple[str, str], ...] = (
    (
        "music",
        (
            r"who (?:did|made|wrote|composed|scored|does|is behind) (?:\w+ )?(?:the )?(?:\w+ )?(?:music|score|"
            "soundtrack)|who composed|who(?:['’]s| is| was) the composer|wer (?:hat|machte|schrieb|"
            "komponierte)[^?]{0,40}?(?:musik|soundtrack|score)(?: (?:gemacht|geschrieben|komponiert))?|von wem "
            "(?:ist|stammt|kommt) (?:die|der) (?:film)?(?:musik|soundtrack|score)|wer (?:ist|war) der komponist|"
            "(?:whose|what) (?:music|score|soundtrack) is|(?:the )?(?:composer|komponist) (?:of|von)|wer (?:hat "
            r")?(?:\w+ ){0,4}?komponiert\w*|(?:what|which|welche) (?:songs?|music|lieder|musik)|music by whom|und "
            "die (?:film)?musik|and the (?:music|score|soundtrack)|scored by"
        ),
    ),
    (
        "cinematography",
        (
            r"who (?:shot|filmed|was behind the camera)|who(?:['’]s| is| was| did) the (?:cinematograph\w+|"
            r"camera\w*|dop)|wer (?:stand hinter der|machte die|hat die|führte die) kamera|kameramann|kamerafrau|"
            "(?:the )?cinematographer"
        ),
    ),
    (
        "writer",
        (
            "who (?:wrote|penned|scripted)(?! (?:the )?(?:music|score))|who(?:['’]s| is| was) the (?:writer|"
            "screenwriter|author)|whose (?:script|screenplay|story)|wer (?:hat|schrieb)[^?]{0,30}?(?:drehbuch|"
            "geschrieben|verfasst)(?! musik)|von wem (?:ist|stammt) (?:das )?drehbuch|wer schrieb|(?:the "
            r")?screenwriter|drehbuchautor\w*|who did the (?:script|screenplay)|wer (?:ist|war) (?:der autor|die "
            "autorin)"
        ),
    ),
    (
        "director",
        (
            "who (?:directed|made|shot it|filmed it|helmed|did the directing)(?! the (?:music|score|soundtrack))|"
            "who(?:['’]s| is| was) (?:the |its )?director|who(?:['’]s| is) it (?:by|directed by)|directed by "
            r"(?:whom|who)|(?:the |name of the )director(?: of| name)?\b(?!['’]s cut)|whose (?:film|movie) is|wer "
            "(?:hat|führte|machte|führt)[^?]{0,40}?(?:regie|gedreht|inszeniert|den film gemacht|gemacht)(?! "
            r"musik)|regisseur\w*|wer drehte|von wem ist (?:der|dieser|er|das|denn der) ?(?:film)?|"
            r"regie\b(?=[^a-z]*(?:\?|$))|wer (?:ist|war) der regisseur|who is behind (?:it|this|the film)|who did "
            r"(?:it|this one)\b|unter wessen regie"
        ),
    ),
    (
        "role",
        (
            r"who (?:plays?|played|is playing|portray\w*|does|is|was|voices?|voiced) (?!in\b|there|it\b|this|the "
            r"(?:lead|main)|a part|by\b|you|your|u\b)(?:the (?:role|part) of |the character |the voice of "
            r")?(?P<role1>(?:the |der |die )?[A-ZÄÖÜ]?[\w'’.-]+(?: [\w'’.-]+){0,3}?)(?= in\b|\?|$| there)|wer "
            r"(?:spielt|spielte|ist|war|verkörpert\w*|spricht) (?!mit\b|in\b|da\b|alles|dort|noch|hier|der "
            r"regisseur|die regie|denn (?:mit|alles)|die haupt|das alles|im\b|beim\b|darin|du\b|dein|"
            r"bei\b)(?:die rolle "
            r"(?:der|des|von) |die figur )?(?P<role2>(?:den |die |der |das )?[\w'’.-]+(?: [\w'’.-]+){0,2}?)(?= "
            r"in\b| im\b|\?|$| da\b| dort\b)|wer spielt(?:e)? (?:in (?:er|dem|dem film)|da|dort|"
            r"darin) (?P<role3>(?:den|die|das)"
            r" [\w'’.-]+(?: [\w'’.-]+){0,2}?)(?=\?|$)|(?:what|which) (?:role|character|part) (?:does|did)|welche rolle "
            r"(?:spielt|hat)|wen spielt|who does [\w .'’-]+ play|as whom"
        ),
    ),
    (
        "cast",
        (
            "who(?:['’]s| is| was| are| were| else is| all is)? (?:all |else )?(?:in (?:it|this|that|the (?:film|"
            "movie|cast))|stars?|starring|acts?|acted|acting|plays in|played in|appears|the (?:lead|main|actors?|"
            r"actress|cast|stars?)|playing in)|who(?:['’]s| is) in\b|who plays (?:in|there|the lead|the main|in "
            r"it)|(?:the )?(?:cast|actors|actresses|stars)(?: of| in|\b(?=[^a-z]*\?))|what actors|which actors|"
            r"wer spielt (?:da |dort |alles |denn |noch |hier |eigentlich |darin )*(?:mit|in\b|im\b|"
            r"beim\b|bei|die haupt\w+|"
            r"darin|alles)|wer (?:ist|war) (?:da |alles |noch )*(?:dabei|mit dabei|die hauptdarsteller\w*|der "
            r"hauptdarsteller|in\b)|welche (?:schauspieler\w*|darsteller\w*)|besetzung|"
            r"(?:haupt)?darsteller\w*\b(?=[^a-z]*(?:\?|$|von|in|bei))|wer spielt(?: da)?\s*\?|mit wem\s*\?|"
            r"hauptrolle\w*|lead (?:role|actor|actress)|main (?:actor|character|role)\w*"
        ),
    ),
    (
        "runtime",
        (
            "how long (?:is|was|does|will|are|would|['’]s)(?! it been| ago)|how many (?:minutes|hours)|"
            r"what(?:['’]s| is) the (?:runtime|running time|length|duration)|runtime|running time|wie lang\w* "
            "(?:ist|geht|dauert|läuft|laeuft|war|sind|ist)|wie viele? (?:minuten|stunden)|laufzeit|"
            r"(?:film)?länge\b|spieldauer|how long\s*\?|wie lang\s*\?|and how long|und wie lang\w*|is it (?:very |"
            r"really |too )?long\b|ist (?:er|der|der film) (?:sehr |arg |zu )?lang\b|dauer\b"
        ),
    ),
    (
        "year",
        (
            r"when (?:was|did|is|were) (?:\w+ ){0,6}?(?:made|released|come out|filmed|shot|out|produced|from)|"
            "(?:what|which) year|how old is (?:it|this|that|the (?:film|movie)|film|movie)|release (?:date|year)|"
            "year of release|wann (?:kam|ist|wurde|erschien|war|lief)|(?:aus|in) welchem jahr|von wann|wie alt "
            r"ist (?:der|er|das|dieser|film)|erscheinungsjahr|welches jahr|from when|what decade|jahr\s*\?|"
            "when(?:['’]s| is| was) (?:it|that|this) from"
        ),
    ),
    (
        "countries",
        (
            r"(?:what|which) countr\w+|where (?:was|is) (?:it|this|that|the (?:film|movie)) (?:made|from|"
            "produced)|where(?:['’]s| does| is| do) (?:it|this|that|the film)(?: come)? from|country of origin|"
            "woher (?:kommt|ist|stammt)|(?:aus|in) welchem land|welches land|wo (?:wurde|ist) (?:er|der|der film|"
            "das) (?:gedreht|produziert|gemacht|entstanden|her)|produktionsland|wo kommt (?:der|er|das) (?:film "
            r")?her|where (?:was|were) (?:it|this|that|\w+) (?:shot|filmed|set)|wo spielt (?:der|er|das|die)"
        ),
    ),
    (
        "languages",
        (
            r"(?:what|which) languages?|(?:in|is it in) (?:english|german|french|japanese)\s*\?|(?:original|"
            r"spoken) language|welche sprache\w*|in welcher sprache|(?:original)?sprache\s*\?|is (?:it|there) "
            "(?:dubbed|a german version|subtitled|in german)|gibt es (?:den |ihn |eine )?(?:auf deutsch|deutsche "
            r"(?:fassung|synchro\w*|version)|mit untertiteln)|subtitles|untertitel|auf deutsch verfügbar|"
            "synchronisiert"
        ),
    ),
    (
        "certificate",
        (
            r"(?:age|mpa) rating|what(?:['’]s| is) (?:it|the film|the movie) rated|\brated\s*\?|how (?:is it|old "
            "(?:do|must|should) (?:you|one|kids|children|they|i))|(?:suitable|appropriate|okay|ok|good|fit|safe|"
            r"alright) for (?:kids|children|my|a |an |young|\d|families|little|teenagers?)|can (?:my|kids|"
            r"children|a|an|i watch (?:it|this) with) (?:\w+ ){0,4}?(?:watch|see|kids|child\w*)|(?:kid|child|"
            r"family)[ -]?friendly|altersfreigabe|\bfsk\b(?=[^0-9]*(?:\?|$|hat|von|ist))|welche fsk|ab wie "
            "viel(?:en)?|ab welchem alter|(?:kann|darf|können|dürfen) (?:ich|er|sie|wir|man|"
            r"mein\w*)(?=[^.?!]*(?:kind|sohn|tochter|jährig|\d))[^.?!]{0,50}(?:schauen|gucken|sehen)|"
            r"\d[^.?!\d]{0,20}(?:kann|darf) (?:ich|er|sie)\b[^.?!]{0,40}(?:schauen|gucken|sehen)|"
            r"can (?:i|we|he|she|they)\b(?=[^.?!]*(?:kid|son|daughter|child|year|\d))[^.?!]{0,30}\b(?:watch|see)\b|"
            r"ab wann (?:ist|darf|freigegeben|geeignet)|"
            r"(?:geeignet|passend|okay|ok|"
            "gut|was) für (?:kinder|meine|einen|ein|kleine)|für kinder (?:geeignet|okay|ok|was)|kindgerecht|"
            r"dürfen (?:kinder|meine)|darf (?:mein|ein)|freigegeben\b|jugendfrei|is it pg|certificate|is it for "
            "(?:kids|children|adults)|is (?:it|this) ok(?:ay)? for"
        ),
    ),
    (
        "awards",
        (
            r"\bawards?\b|\boscars?\b(?=[^.]*\?|$| did| won| hat| für)|did (?:it|they|the film|[\w ]+) win|"
            r"(?:what|which) (?:prizes?|oscars?)|how many (?:oscars|awards)|preise?\b(?=[^a-z]*(?:\?|$|gewonnen|"
            r"bekommen|hat|für))|welche preise|auszeichnung\w*|wie viele (?:oscars|preise)|prämiert|ausgezeichnet|"
            r"nominiert|nominations?|golden globes?\s*\?|goldene palme|won (?:any|an|the)\b[^.]*\?"
        ),
    ),
    (
        "content_notes",
        (
            r"does (?:the |a |any |an |his |her |their )?(?:\w+ )?(?:dog|cat|animal|horse|pet|animals|anyone|"
            "somebody|someone|child|kid|baby|hero)s? (?:die|get hurt|get killed|suffer|survive)|(?:do|did) "
            r"(?:the |any )?(?:dogs?|animals?|kids|children)(?: \w+)? (?:die|get hurt|survive|make it)|dog (?:die|"
            "dies|survive)|(?:is|are|does|do|has|have|contain)[^.?]{0,20}?(?:there|it|they|contain|have|any|much|"
            r"a lot of)?[^.?]{0,14}?\b(?:violence|gore|blood|sex|nudity|jump ?scares?|swearing|drugs|suicide|rape|"
            r"torture|sex scenes|animal cruelty|guns)\b|how (?:violent|scary|gory|bloody|brutal|explicit|sad|"
            r"disturbing)|content (?:notes?|warnings?)|trigger ?warn\w*|triggers?\b|is (?:it|this|that|the film) "
            "(?:very |too |really |so |that |super |quite )?(?:violent|gory|scary|bloody|brutal|graphic|explicit|"
            "disturbing|creepy)|stirbt (?:der|die|das|ein|eine|am ende|da|in)|(?:sterben|überlebt|überleben) "
            "(?:der|die|das|am|kinder|tiere)|(?:gibt|kommt|kommen|enthält|hat|ist|sieht man|ist "
            "da)[^.?]{0,24}?(?:gewalt|blut|sex|nacktheit|jumpscares?|drogen|suizid|selbstmord|vergewaltigung|"
            r"folter|tierquälerei|sexszenen|waffen|nackte)\b[^.!]*(?:\?|$|vor)|wie (?:brutal|gruselig|blutig|"
            r"heftig|gewalttätig|schlimm|hart|traurig)|inhaltswarnung\w*|triggerwarnung\w*|ist (?:er|der|der film|"
            "das|es) (?:sehr |zu |arg |echt |so |recht )?(?:brutal|gruselig|blutig|gewalttätig|verstörend|"
            "heftig)"
        ),
    ),
    (
        "where",
        (
            r"where (?:can|could|do|to) (?:i|we|you|one|people)?\s*(?:watch|see|stream|find|rent|buy|get)|where "
            r"to (?:watch|stream|see|rent)|where is (?:it|this|that|[\w ]+) (?:streaming|available|showing|"
            r"playing)|where(?:['’]s| is) it on\b|is (?:it|this|that) (?:on|available|streaming)|(?:on|bei|auf) "
            r"(?:netflix|prime|amazon|disney\+?|hulu|hbo|sky|wow|apple tv|mubi|joyn|rtl\+?|ard|zdf|paramount\+?|"
            r"amazon prime)\b|wo (?:kann|könnte|läuft|laeuft|gibt|gibts|finde|sehe|schaue|bekomme|kriege|streamt|"
            r"streame|streamen|kommt der)|auf welche[mnr] (?:plattform|streaming\w*|anbieter|dienst|kanal)|bei "
            r"welchem (?:anbieter|dienst|streaming\w*)|streaming|stream(?:en|bar)?\b|which (?:platform|service|"
            r"streaming)|in (?:the )?(?:cinemas?|theaters?) (?:now|right now)|im kino\b(?=[^a-z]*\?)|läuft (?:der|"
            "er) (?:noch |gerade )?(?:im|bei|auf)"
        ),
    ),
    (
        "genres",
        (
            "(?:what|which) (?:genres?|kind of (?:film|movie)|type of (?:film|movie)|sort of (?:film|movie)) "
            "(?:is|was|does)|what(?:['’]s| is) the genre|(?:welches|was für ein) genre|was für (?:ein|eine art) "
            "film ist|is (?:it|this|that) (?:a|an) (?:comedy|drama|horror|thriller|romance|musical|documentary|"
            r"action|western)\b|ist (?:das|der|er|es) (?:ein|eine) (?:komödie|drama|horrorfilm|thriller|"
            r"liebesfilm|musical|doku|actionfilm|western|krimi)|genre\s*\?"
        ),
    ),
    (
        "synopsis",
        (
            "what(?:['’]s| is| was|s) (?:it|this|that|the (?:film|movie|plot|story|first|second|third|last)|the "
            r"(?:first|second|third|last) one|[\w' :,-]{2,60}) about|what happens|what(?:['’]s| is|s) the (?:plot|"
            "story|premise|synopsis)|(?:tell|say) me (?:something |a bit |a little )?(?:more |something )?about|"
            r"more (?:info|information|details|about)|plot (?:summary|of)|summar\w+|describe (?:it|the)|synopsis|"
            "what is it about|worum (?:geht|gehts|dreht|ging)|wovon (?:handelt|erzählt|geht)|wo(?:rum|von) "
            "(?:gehts|geht['’]?s)|um was (?:geht|gehts)|was (?:passiert|geschieht) (?:in|da|darin|bei)|(?:die "
            ")?(?:handlung|inhaltsangabe|inhalt|geschichte|story) (?:von|des|zu|vom|bei|ist)|(?:handlung|inhalt|"
            r"inhaltsangabe)\s*\?|erzähl\w* (?:mir |uns )?(?:mal )?(?:was |etwas |mehr )?(?:mehr )?(?:über|von|zu|"
            r"davon|darüber)|erzaehl\w* (?:mir )?(?:was |mehr )?(?:ueber|von)|mehr (?:infos?|informationen|"
            r"details|dazu|darüber|über)|beschreib\w*|was ist das für ein film|was für ein film ist"
        ),
    ),
)
_COMPILED = tuple((field, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for field, pattern in _RULES)
_PRONOUNS = words_in(
    "it that this he she him her they them you usher the movie film der das er sie ihn es du wer was directed "
    "made wrote"
)


class FactMention(NamedTuple):
    """A stretch that asks for a fact; `role` is the character asked for."""

    start: int
    end: int
    field: str
    role: str | None = None


def facts(text: str) -> Iterator[FactMention]:
    """The facts asked for, without repeats, those asked first coming first."""
    busy: list[tuple[int, int]] = []
    found: list[FactMention] = []
    for field, pattern in _COMPILED:
        for match in pattern.finditer(text):
            if any(match.start() < end and match.end() > start for start, end in busy) or field in (
                one.field for one in found
            ):
                continue
            mention = _fact(field, match)
            if mention:
                busy.append(match.span())
                found.append(mention)
    yield from sorted(found)


def _fact(field: str, match: re.Match[str]) -> FactMention | None:
    if field != "role":
        return FactMention(match.start(), match.end(), field)
    role = match.group("role1") or match.group("role2") or match.group("role3")
    if (
        role
        and role.split()[0].lower() in _PRONOUNS
        and (len(role.split()) == 1 or role.split()[1].lower() in ("director", "regisseur", "writer", "composer"))
    ):
        return None
    return FactMention(match.start(), match.end(), field, role.strip() if role else None)
