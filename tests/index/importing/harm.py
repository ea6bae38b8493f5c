"""What the tests of files made to do harm share. All such files are made there, none lies in the repository.

Whatever stands in a file, an import ends in a report or in a `CatalogueFault` that a person can read; nothing is run,
nothing outside the input is read or written, and memory stays small.
"""

from __future__ import annotations

import json

FILM = {"id": 7, "title": "Fine", "overview": "A robot.", "release_date": "2011-04-03", "vote_count": 3, "adult": False}
TABLE = "title,year\nFine,2011\n"
MEGABYTES = 1_000_000
HEADS = {
    "f.csv": b"title,year\nFine,2011\n",
    "tmdb.csv": b"id,title,release_date,overview,popularity,vote_count\n7,Fine,2011-01-01,x,1,2\n",
    "f.jsonl": json.dumps(FILM).encode() + b"\n",
    "f.json": b"[" + json.dumps({**FILM, "original_title": "Fine"}).encode() + b', {"title": "',
    "movies.csv": b"movieId,title,genres\n1,Fine (2011),Drama\n",
    "title.basics.tsv": b"tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\t"
    b"genres\ntt0000007\tmovie\tFine\tFine\t0\t2011\t\\N\t90\tDrama\n",
    "f.nfo": b"<movie><title>Fine</title><year>2011</year><plot>",
    "f.html": b'<script type="application/ld+json">{"@type": "Movie", "name": "',
}


def why(outcome) -> str:
    """Why an import took nothing: the fault, then the reasons of every refusal."""
    _, refusals, fault = outcome
    return " / ".join([fault, *(refusal["reason"] for refusal in refusals)])
