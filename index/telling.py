"""How much each word of a long description tells of the film meant: "remember" little, "dragon" much."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "words" / "telling.txt"


@lru_cache(maxsize=1)
def telling() -> dict[str, float]:
    """The factor of each English stem that does not count in full, as learned from descriptions."""
    return read_telling(TABLE)


def read_telling(path: Path) -> dict[str, float]:
    """Read lines of `factor: stem stem …`."""
    found: dict[str, float] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            factor, _, stems = line.partition(":")
            found.update(dict.fromkeys(stems.split(), float(factor)))
    return found


def write_telling(path: Path, factors: dict[str, float], note: str) -> None:
    """Write the factors, rounded to a tenth, stems of one factor in one line; what counts in full is left out."""
    lines: dict[float, list[str]] = {}
    for stem, factor in sorted(factors.items()):
        lines.setdefault(round(factor, 1), []).append(stem)
    told = [f"{factor}: {' '.join(stems)}" for factor, stems in sorted(lines.items()) if factor != 1.0]
    path.write_text("\n".join((f"# {note}", *told)) + "\n", encoding="utf-8")
