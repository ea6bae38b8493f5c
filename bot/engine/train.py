"""Train the dialogue model, but only when something it is made of has changed."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from bot.engine.hollow import leave_out
from bot.engine.quiet import quiet_rasa
from bot.engine.settings import ROOT, EngineSettings

INPUTS = ("config.yml", "requirements/engine.txt", "bot/engine/domain", "bot/engine/nlu")
TRAINING_DATA = ("data/nlu", "data/rules")
MODELS_KEPT = 3


def train(settings: EngineSettings) -> bool:
    """Train into the models folder and return whether that was needed; says on the way what it does."""
    fingerprint = compute_fingerprint()
    model = settings.models / f"dialogue-{fingerprint[:16]}.tar.gz"
    if model.exists():
        os.utime(model)  # the newest model is the one that is served
        print("Dialogue model: nothing changed.", flush=True)
        return False
    print("Dialogue model: training (about half a minute) …", flush=True)
    _train_into(settings, model)
    _drop_old_models(settings.models)
    print(f"Dialogue model: {model.name} is ready.", flush=True)
    return True


def compute_fingerprint(root: Path = ROOT, inputs: tuple[str, ...] = INPUTS + TRAINING_DATA) -> str:
    """Hash every file the model is made of, names included."""
    digest = hashlib.sha256()
    for path in _list_inputs(root, inputs):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _list_inputs(root: Path, inputs: tuple[str, ...]) -> Iterator[Path]:
    for name in inputs:
        path = root / name
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (file for file in found if file.is_file() and file.suffix in {".yml", ".py", ".txt", ".json"})


def _prepare_cache(folder: Path) -> Path:
    """Where Rasa keeps trained components: apart for each state of our code, which its own fingerprint leaves out."""
    mine = folder / compute_fingerprint(inputs=("bot/engine/nlu",))[:16]
    for old in folder.iterdir() if folder.is_dir() else ():
        if old != mine:
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    mine.mkdir(parents=True, exist_ok=True)
    return mine


def _train_into(settings: EngineSettings, model: Path) -> None:
    os.environ.setdefault("RASA_CACHE_DIRECTORY", str(_prepare_cache(settings.build / "training-cache")))
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    workshop = settings.models / ".training"
    shutil.rmtree(workshop, ignore_errors=True)
    workshop.mkdir(parents=True)
    log = settings.build / "training.log"
    try:
        with log.open("w", encoding="utf-8") as file, redirect_stdout(file), redirect_stderr(file):
            trained = _train_with_rasa(workshop, model.name)
        if not trained:
            raise RuntimeError(f"Rasa could not train the dialogue model: {log} says why.")
        Path(trained).replace(model)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _train_with_rasa(workshop: Path, name: str) -> str | None:
    quiet_rasa()
    leave_out(ROOT / "config.yml")
    from rasa.model_training import train as train_with_rasa

    result = train_with_rasa(
        domain=str(ROOT / "bot" / "engine" / "domain"),
        config=str(ROOT / "config.yml"),
        training_files=[str(ROOT / data) for data in TRAINING_DATA],
        output=str(workshop),
        fixed_model_name=name,
    )
    return result.model if result.code == 0 else None


def _drop_old_models(models: Path) -> None:
    by_age = sorted(models.glob("dialogue-*.tar.gz"), key=lambda path: path.stat().st_mtime)
    for old in by_age[:-MODELS_KEPT]:
        old.unlink()
