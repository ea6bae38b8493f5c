"""Start Rasa without the libraries that it imports always and that our engine never calls.

TensorFlow alone costs about 15 seconds and 350 MB at every start; the clients of other channels and databases, plots
and terminal prompts cost another third of what is left. Rasa only needs their names while modules are read (base
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

TENSORFLOW = frozenset({"tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras"})
CHANNELS = frozenset({"aiogram", "fbmessenger", "mattermostwrapper", "rocketchat_API", "slack_sdk", "twilio"})
CHANNELS |= {"engineio", "socketio", "webexteamssdk"}
STORES = frozenset({"boto3", "botocore", "pymongo"})
TERMINAL = frozenset({"matplotlib", "prompt_toolkit", "questionary"})
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
        if cls.__module__ != __name__:
            return super().__call__(*args, **kwargs)
        raise RuntimeError(
            f"{cls.__name__} was called, but the engine runs without {cls.__name__.partition('.')[0]}: take it out of "
            "the hollow modules in bot/engine/hollow.py, or name there the component that needs TensorFlow."
        )


def _make_class(name: str) -> Any:
    return _HollowClass(name, (), {"__module__": __name__})


class _HollowModule(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _make_class(f"{self.__name__}.{name}")


class _HollowFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the hollow modules and everything below them."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Answer for the hollow names, leave all others to the usual finders."""
        del path, target
        if fullname.partition(".")[0] not in self._names:
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


def leave_out(config: Path) -> None:
    """Put hollow modules in the place of what the pipeline in `config` never calls, unless it is loaded already."""
    unused = CHANNELS | STORES | TERMINAL | (frozenset() if needs_tensorflow(config) else TENSORFLOW)
    sys.meta_path.insert(0, _HollowFinder(frozenset(unused - sys.modules.keys())))
