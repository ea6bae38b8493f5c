from __future__ import annotations

import pytest
from babel import Locale

from index.groups import REGIONS, is_group, values_meant


def test_every_region_has_a_name_in_both_languages() -> None:
    for language in ("en", "de"):
        assert set(REGIONS) <= set(Locale(language).territories)


@pytest.mark.parametrize(
    ("field", "wanted", "values", "meant"),
    [
        ("countries", "154", ["SE", "US", "DK"], ["SE", "DK"]),
        ("countries", "DE", ["DE", "US"], ["DE"]),
        ("awards", "oscar", ["oscar/best picture", "bafta/best film"], ["oscar/best picture"]),
        ("awards", "oscar/best picture", ["oscar/best picture", "oscar/best song"], ["oscar/best picture"]),
        ("awards", "palme d'or", ["palme d'or", "cannes/best director"], ["palme d'or"]),
    ],
)
def test_values_that_are_meant(field: str, wanted: str, values: list[str], meant: list[str]) -> None:
    assert values_meant(field, wanted, values) == meant


def test_a_country_alone_is_no_group() -> None:
    assert is_group("countries", "142")
    assert not is_group("countries", "JP")
    assert is_group("awards", "oscar")
