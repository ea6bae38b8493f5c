"""Writes an evaluation as JSON and as a page with bars that a curator can read, beside the run before it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

STYLE = """body{font:16px system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
table{border-collapse:collapse;width:100%;margin:1rem 0}td,th{padding:.25rem .5rem;text-align:left}
td.n{text-align:right;font-variant-numeric:tabular-nums}svg{vertical-align:middle}.us{font-weight:bold}
@media(prefers-color-scheme:dark){body{background:#111;color:#eee}}"""


def write_report(found: Mapping[str, Any], folder: Path) -> tuple[Path, Path]:
    """Write `<date>-<catalogue>.json` and `.html`; returns both paths."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{found['date']}-{found['catalogue']}"
    before = _latest(folder, str(found["catalogue"]))
    data, page = folder / f"{name}.json", folder / f"{name}.html"
    data.write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")
    page.write_text(_page(found, before), encoding="utf-8")
    return data, page


def _latest(folder: Path, catalogue: str) -> Mapping[str, Any] | None:
    runs = sorted(folder.glob(f"*-{catalogue}.json"))
    return dict(json.loads(runs[-1].read_text(encoding="utf-8"))) if runs else None


def _page(found: Mapping[str, Any], before: Mapping[str, Any] | None) -> str:
    parts = [
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Usher: evaluation</title><style>{STYLE}</style>",
        f"<h1>Evaluation of “{escape(str(found['catalogue']))}”</h1>",
        f"<p>{found['films']} films, {escape(str(found['date']))}</p>",
    ]
    for name, figures in found["sets"].items():
        old = (before or {}).get("sets", {}).get(name, {}).get("figures", {}).get("Usher")
        parts.append(_table(name, figures, old))
    for name in ("agreement", "fidelity_seeds", "fidelity_requests", "speed"):
        if name in found:
            shown = ", ".join(f"{key.replace('_', ' ')} {_number(value)}" for key, value in found[name].items())
            parts.append(f"<h2>{name.replace('_', ' ').capitalize()}</h2><p>{escape(shown)}</p>")
    return "\n".join(parts)


def _table(name: str, figures: Mapping[str, Any], old: Mapping[str, float] | None) -> str:
    most = max(each["high"] for each in figures["figures"].values()) or 1.0
    rows = "".join(_row(who, each, most) for who, each in figures["figures"].items())
    gain = figures.get("gain")
    notes = []
    if gain:
        sure = "beyond the noise" if gain["low"] > 0 or gain["high"] < 0 else "inside the noise"
        notes.append(f"Against the best floor ({figures['best_floor']}): {gain['value']:+.3f}, {sure}.")
    if old:
        ours = figures["figures"]["Usher"]
        inside = old["low"] <= ours["value"] <= old["high"]
        notes.append(f"Last run: {old['value']:.3f}; the change is {'inside' if inside else 'outside'} the noise.")
    return f"<h2>{escape(name)} ({figures['measure']})</h2><table>{rows}</table><p>{escape(' '.join(notes))}</p>"


def _row(who: str, each: Mapping[str, float], most: float) -> str:
    width, low, high = (int(300 * each[key] / most) for key in ("value", "low", "high"))
    bar = (
        f'<svg width=310 height=14 role=img aria-label="{each["value"]:.3f}">'
        f'<rect width={width} height=14 fill="#4a7"/>'
        f'<line x1={low} x2={high} y1=7 y2=7 stroke="#222" stroke-width=2 /></svg>'
    )
    klass = " class=us" if who == "Usher" else ""
    span = f"{each['low']:.3f} to {each['high']:.3f}"
    return f"<tr{klass}><th>{escape(who)}<td class=n>{each['value']:.3f}<td class=n>{span}<td>{bar}</tr>"


def _number(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
