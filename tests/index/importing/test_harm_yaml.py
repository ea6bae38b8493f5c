"""Film files that are more than plain values. Part of the files made to do harm (see `harm.py`)."""

from __future__ import annotations

import pytest

from index import CatalogueFault
from index.yaml import read_yaml


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: &x [1]\nb: *x\n", "alias"),
        ("a: &x [l, l]\nb: &y [*x, *x]\nc: &z [*y, *y]\nd: [*z, *z]\n", "alias"),
        ("a: &x {k: 1}\nb: {<<: *x}\n", "alias"),
        ("a: !!python/object/apply:os.system [id]\n", "tag"),
        ("a: !!binary aGk=\n", "tag"),
        ("a: !evil x\n", "tag"),
        ("a: 1\na: 2\n", "twice"),
        ("? [a]\n: b\n", "must be a word"),
        ("a: [\n", "not YAML"),
        ("a: \x07\n", "not YAML"),
        ("a: 1\n---\nb: 2\n", "not YAML"),
        ("a: " + "[" * 50_000, "nested"),
        ("a: " + "[" * 5_000 + "]" * 5_000, "nested"),
        ("- " * 5_000, "nested"),
        ("\n".join(" " * depth + "a:" for depth in range(1_200)), "nested"),
        ("a: " + "9" * 20_000, "no usable value"),
        ("x" * 1_000_001, "at most"),
    ],
)
def test_yaml_that_is_more_than_plain_values_is_refused(tmp_path, text, problem):
    path = tmp_path / "film.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueFault, match=problem):
        read_yaml(path)


def test_yaml_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "film.yml"
    path.write_bytes("title: Köln\n".encode("latin-1"))
    with pytest.raises(CatalogueFault, match="not UTF-8"):
        read_yaml(path)
