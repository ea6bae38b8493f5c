"""What the columns of strangers' tables mean, guessed from their headings in English and German."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from index.text import fold

Columns = Mapping[str, tuple[str, ...]]
FILM: Mapping[str, str] = {
    "title": "title; movietitle; seriestitle; filmtitle; name; film; movie; moviename; filmname; primarytitle; titel; "
    "filmtitel; englishtitle; englischertitel; titleen",
    "year": "year; releaseyear; titleyear; releasedyear; startyear; releasedate; released; premiered; jahr; "
    "erscheinungsjahr; produktionsjahr; filmjahr; kinostart; date",
    "original_title": "originaltitle; originaltitel; originalername",
    "german_title": "germantitle; deutschertitel; titelde; titlede; verleihtitel",
    "other_titles": "othertitles; alternatetitles; alternativetitles; aka; akas; weiteretitel; andertitel; aliases",
    "overview": "synopsis; overview; description; plot; summary; storyline; extract; inhalt; beschreibung; handlung; "
    "kurzinhalt; zusammenfassung; plotsummary",
    "english": "synopsisen; overviewen; descriptionen; plotenglish; englishsynopsis",
    "german": "synopsisde; overviewde; descriptionde; inhaltde; beschreibungde; germansynopsis",
    "runtime": "runtime; duration; runtimeminutes; runtimemins; length; minutes; laufzeit; lange; dauer; "
    "minuten; spieldauer",
    "genres": "genres; genre; listedin; category; categories; kategorie; kategorien",
    "keywords": "keywords; plotkeywords; tags; stichworte; schlagworte; schlagworter; themen",
    "directors": "directors; director; directorname; directedby; regie; regisseur; regisseurin; regisseure",
    "writers": "writers; writer; writtenby; screenplay; screenwriter; drehbuch; autor; autoren; buch",
    "cast": "cast; actors; actor; actorname; star; stars; starring; castmembers; besetzung; "
    "darsteller; schauspieler; mit",
    "music": "music; composer; composers; musicby; musik; komponist",
    "cinematography": "cinematography; cinematographer; camera; kamera; bildgestaltung",
    "countries": "countries; country; productioncountries; productioncountry; land; lander; "
    "produktionsland; herkunftsland",
    "languages": "languages; language; originallanguage; spokenlanguages; lang; sprache; sprachen; originalsprache",
    "fsk": "fsk; altersfreigabe; freigabe",
    "mpa": "mpa; mpaa; contentrating; certificate; certification; rating; mparating; mpaarating",
    "imdb": "imdb; imdbid; const; tconst; movieimdblink; imdblink; imdburl; imdbtitleid",
    "tmdb": "tmdb; tmdbid; themoviedbid",
    "wikidata": "wikidata; wikidataid; qid",
    "votes": "votes; votecount; numvotes; numvotedusers; noofvotes; stimmen; bewertungen",
    "poster": "poster; posterurl; posterlink; plakat",
    "series": "series; collection; belongstocollection; franchise; reihe; filmreihe",
    "type": "type; titletype; contenttype; typ; art",
}
REVIEW: Mapping[str, str] = {
    "text": "text; review; reviewtext; reviewcontent; quote; comment; body; kritik; rezension; "
    "besprechung; kommentar; zitat",
    "author": "author; critic; criticname; reviewer; username; user; by; verfasser; kritiker; rezensent; "
    "autor; von; name",
    "publisher": "publisher; publication; publicationname; source; medium; zeitung; quelle",
    "rating": "rating; reviewscore; score; stars; originalscore; grade; note; sterne; wertung; bewertung",
    "verdict": "fresh; reviewtype; sentiment; tomatometer; urteil",
    "language": "language; lang; sprache",
    "aspect": "aspect; aspekt",
    "title": "film; movie; title; movietitle; moviename; filmtitle; titel; filmtitel; name",
}
SHOWING: Mapping[str, str] = {
    "provider": "provider; service; platform; streamingservice; anbieter; dienst; plattform; kinoname; streamingdienst",
    "country": "country; region; market; land; staat",
    "kind": "kind; offer; monetization; monetizationtype; art; angebot; typ; type",
    "address": "address; url; link; deeplink; adresse; verweis",
}
WORD = re.compile(r"[^a-z]+")


def heading_key(heading: str) -> str:
    """A heading without case, accents, digits and signs: `actor_1_name` is `actorname`."""
    return WORD.sub("", fold(heading))


def guess(headings: Iterable[str], *, names: Mapping[str, str] = FILM) -> Columns:
    """The columns of each field, the field's best heading first; a column belongs to one field."""
    keys = {heading: heading_key(heading) for heading in headings if heading}
    ranked = sorted(
        (rank, place, heading, field)
        for field, known in names.items()
        for rank, name in enumerate(known.split("; "))
        for place, (heading, key) in enumerate(keys.items())
        if key == name
    )
    found: dict[str, list[str]] = {}
    used: set[str] = set()
    for _, _, heading, field in ranked:
        if heading not in used:
            used.add(heading)
            found.setdefault(field, []).append(heading)
    return {field: tuple(found[field]) for field in names if field in found}
