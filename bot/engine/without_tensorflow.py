"""Start Rasa without TensorFlow, which it imports always and which our pipeline never calls.

TensorFlow costs about 15 seconds and 350 MB at every start. Rasa only needs its names while modules are read (base
classes, decorators, type hints), so a hollow module of the same name serves: it hands out empty classes, and says
plainly what is wrong once somebody calls one. A pipeline that does need TensorFlow gets the real one.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

HOLLOW = frozenset({"tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras"})
NEEDS_TENSORFLOW = (
    "DIETClassifier",
    "TEDPolicy",
    "UnexpecTEDIntentPolicy",
    "ResponseSelector",
    "ConveRTFeaturizer",
    "LanguageModelFeaturizer",
)


class _HollowClass(type):
    """A class whose every attribute is another empty class."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _make_class(f"{cls.__name__}.{name}")

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if cls.__module__ != "tensorflow":
            return super().__call__(*args, **kwargs)
        raise RuntimeError(
            f"tensorflow.{cls.__name__} was called, but the engine runs without TensorFlow: add the component that "
            "needs it to NEEDS_TENSORFLOW in bot/engine/without_tensorflow.py."
        )


def _make_class(name: str) -> Any:
    return _HollowClass(name, (), {"__module__": "tensorflow"})


class _HollowModule(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _make_class(name)


class _HollowFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the hollow modules and everything below them."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Answer for the hollow names, leave all others to the usual finders."""
        del path, target
        if fullname.partition(".")[0] not in HOLLOW:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        """Make the empty module."""
        return _HollowModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run: the module is hollow."""


def needs_tensorflow(config: Path) -> bool:
    """Whether the pipeline in `config` names a component that computes with TensorFlow."""
    lines = [line.split("#")[0] for line in config.read_text(encoding="utf-8").splitlines()]
    return any(name in line for line in lines for name in NEEDS_TENSORFLOW)


def leave_tensorflow_out() -> None:
    """Put the hollow modules in TensorFlow's place, unless it is loaded already."""
    if "tensorflow" not in sys.modules:
        sys.meta_path.insert(0, _HollowFinder())
