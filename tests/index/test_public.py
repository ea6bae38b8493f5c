import subprocess
import sys

import index


def test_the_public_names_are_these_and_all_exist():
    assert sorted(index.__all__) == index.__all__
    assert all(getattr(index, name) is not None for name in index.__all__)


def test_importing_the_index_loads_nothing_heavy():
    code = (
        "import index, sys; print([m for m in ('torch', 'faiss', 'onnxruntime', 'numpy', 'scipy') if m in sys.modules])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_a_film_key_is_short_and_stable():
    assert index.film_key("her-2013") == index.film_key("her-2013")
    assert len(index.film_key("her-2013")) == 10
    assert set(index.film_key("her-2013")) <= set("abcdefghijklmnopqrstuvwxyz234567")
