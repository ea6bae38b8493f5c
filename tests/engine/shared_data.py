"""The development data beside the project: its catalogue as a gazetteer, its messages with the films they mention."""

from __future__ import annotations

import gzip
import json
import math
import re
import unicodedata
from pathlib import Path
from typing import Any

from bot.engine.nlu.titles import Gazetteer, gazetteer_from

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
_MOST_VOTES = 30000


def rows(name: str) -> list[dict[str, Any]]:
    """The records of one gzipped file of JSON lines."""
    with gzip.open(SHARED / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def title_key(title: str) -> str:
    """A title without accents, leading article and punctuation, as the development data writes keys."""
    plain = unicodedata.normalize("NFKD", title.lower().replace("&", " and ")).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’]", "", plain)).strip()
    return re.sub(r"^(the|a|an) ", "", plain)


def catalogue() -> Gazetteer:
    """The whole development catalogue, as the index build would export it."""
    films, taken, people = [], set(), {}
    for record in rows("catalogue.jsonl.gz"):
        base = f"{title_key(record['title']).replace(' ', '-') or 'film'}-{record['year']}"
        name, number = base, 2
        while name in taken:
            name, number = f"{base}-{number}", number + 1
        taken.add(name)
        directors = record.get("director") or []
        known = min(1.0, math.log1p(record.get("votes") or 0) / math.log1p(_MOST_VOTES))
        films.append(
            {
                "id": name,
                "key": name,
                "title": record["title"],
                "year": record["year"],
                "directors": directors,
                "known": known,
            }
        )
        for job, names in (("director", directors), ("cast", record.get("cast") or [])):
            for one in names:
                person = people.setdefault(one, {"name": one, "jobs": [], "films": 0})
                person["films"] += 1
                person["jobs"] = list(dict.fromkeys([*person["jobs"], job]))
    return gazetteer_from(
        {"format": 1, "version": "shared", "films": films, "people": list(people.values()), "terms": []}
    )
