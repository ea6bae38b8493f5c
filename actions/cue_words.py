"""Words by which the actions tell what a message is about, kept as patterns in `actions/cues/`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from index.film import Language

_CUES = Path(__file__).parent / "cues"


@cache
def cues_in(language: Language) -> dict[str, re.Pattern[str]]:
    """The patterns of `cues/<language>.yml` by name."""
    words = YAML(typ="safe").load((_CUES / f"{language}.yml").read_text("utf-8"))
    return {name: re.compile(rf"\b(?:{'|'.join(each)})\b", re.IGNORECASE) for name, each in words.items()}
