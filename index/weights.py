"""How much each signal counts: read from the committed file that tuning writes."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from index.errors import IndexFault
from index.version import Version


class Weights(BaseModel):
    """The weight of each signal (`plain`: where films have no themes), of each feature of likeness, and of variety."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    provenance: dict[str, str]  # where each table comes from
    signals: dict[str, float]
    plain: dict[str, float]
    similarity: dict[str, float]
    variety: float = Field(ge=0, le=2)

    def for_version(self, version: Version) -> Weights:
        """The weights for a catalogue with or without themes."""
        chosen = self.signals if version.facts["themes"].values else self.plain
        return self.model_copy(update={"signals": chosen})


def write_weights(path: Path, weights: Weights) -> None:
    """Write the weights where `read_weights` finds them."""
    path.write_text(json.dumps(weights.model_dump(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def read_weights(path: Path) -> Weights:
    """Read the weights; a malformed file is an `IndexFault` that names it."""
    try:
        return Weights.model_validate_json(path.read_text())
    except (OSError, ValidationError, json.JSONDecodeError) as fault:
        raise IndexFault(f"{path}: not usable as signal weights ({fault}); restore it from the repository") from fault
