"""Names that stand for several values of a field: a part of the world for its countries, a prize for its categories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

# Keyed by the numbers of UN M49, which Babel names in both languages; members as far as films come from there.
_TABLE = """
150 AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS
    RU SE SI SK SU UA XC XG XK XY YU
154 DK FI FO GL IS NO SE
151 BA BG BY CZ EE HR HU LT LV MD ME MK PL RO RS RU SI SK SU UA XC XY YU
039 AD AL CY ES GR HR IT MC ME MK MT PT SI
142 AE AF AM AZ BD BT CN GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MY NP PH PK PS QA SA SG SY TH
    TJ TM TR TW UZ VN YE
030 CN HK JP KP KR MN MO TW
145 AE AM AZ CY EG GE IL IQ IR JO KW LB PS QA SA SY TR YE
002 AO BF BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GW KE LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SD SL SN
    SO SS TD TG TN TZ UG ZA ZM ZW
419 AR BO BR CL CO CR CU DO EC GT HN HT JM MX NI PA PE PR PY SV UY VE
009 AU FJ NZ PG WS
"""


def _regions() -> Iterator[tuple[str, frozenset[str]]]:
    for line in _TABLE.replace("\n    ", " ").strip().splitlines():
        code, *countries = line.split()
        yield code, frozenset(countries)


REGIONS = dict(_regions())


def values_meant(field: str, wanted: str, values: Iterable[str]) -> list[str]:
    """Those of `values` that meet what is `wanted` of a field, whatever their case."""
    if field == "countries" and wanted in REGIONS:
        return [value for value in values if value.upper() in REGIONS[wanted]]
    plain = wanted.casefold()
    if field == "awards":
        return [value for value in values if value.casefold() == plain or value.casefold().startswith(f"{plain}/")]
    return [value for value in values if value.casefold() == plain]


def is_group(field: str, wanted: str) -> bool:
    """Whether what is wanted may stand for several values."""
    return field == "awards" or (field == "countries" and wanted in REGIONS)
