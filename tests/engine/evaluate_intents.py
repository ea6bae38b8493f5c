"""How well intents are understood: `make evaluate-nlu`.

Cross-validates the real classifier on data/nlu, titles masked as in training, and prints the confusion matrix, the
worst confusions, each intent's F1 and macro-F1 for each language.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from ruamel.yaml import YAML
from sklearn.metrics import confusion_matrix, f1_score
from sklearn.model_selection import StratifiedKFold

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bot.engine.nlu.intent_model import IntentModel  # noqa: E402
from bot.engine.nlu.masking import mask_examples, mask_names  # noqa: E402

LANGUAGES = ("en", "de")
GOAL = 0.90


def read_examples(language: str) -> list[tuple[str, str]]:
    """All (text, intent) pairs of one language."""
    examples = []
    for path in sorted((ROOT / "data" / "nlu" / language).glob("*.yml")):
        for block in YAML(typ="safe").load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = (line.strip() for line in block["examples"].splitlines())
            examples += [(line[2:], block["intent"]) for line in lines if line.startswith("- ")]
    return examples


def cross_validate(texts: list[str], intents: list[str], folds: int) -> list[str]:
    """The intent of each text as told by a model that has not seen it."""
    told: list[str] = [""] * len(texts)
    splitter = StratifiedKFold(folds, shuffle=True, random_state=1)
    for training, testing in splitter.split(texts, intents):
        model = IntentModel().fit(*mask_examples([(texts[i], intents[i]) for i in training]))
        for i in testing:
            told[i] = model.rank(mask_names(texts[i]))[0][0]
    return told


def print_confusion(intents: list[str], told: list[str]) -> None:
    """The confusion matrix, one row an intent: right ones on the diagonal, dots for none."""
    names = sorted(set(intents))
    print("\nConfusion (rows: meant, columns in the same order: understood)")
    for name, row in zip(names, confusion_matrix(intents, told, labels=names), strict=True):
        print(f"{name:17}" + "".join(f"{count or '·':>4}" for count in row))


def print_worst(texts: list[str], intents: list[str], told: list[str], count: int) -> None:
    """The pairs of intents that are mistaken most, with examples."""
    pairs = Counter((meant, heard) for meant, heard in zip(intents, told, strict=True) if meant != heard)
    print("\nWorst confusions")
    for (meant, heard), times in pairs.most_common(count):
        shown = [text for text, a, b in zip(texts, intents, told, strict=True) if (a, b) == (meant, heard)][:4]
        print(f"{times:4} {meant} → {heard}: {' | '.join(shown)}")


def main() -> int:
    """Evaluate and print; the exit code is 1 where a language misses the goal."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--folds", type=int, default=5)
    arguments.add_argument("--worst", type=int, default=20)
    options = arguments.parse_args()
    examples = {language: read_examples(language) for language in LANGUAGES}
    texts = [text for language in LANGUAGES for text, _ in examples[language]]
    intents = [intent for language in LANGUAGES for _, intent in examples[language]]
    languages = np.array([language for language in LANGUAGES for _ in examples[language]])
    told = cross_validate(texts, intents, options.folds)
    print_confusion(intents, told)
    print_worst(texts, intents, told, options.worst)
    names = sorted(set(intents))
    print(f"\n{'intent':17}" + "".join(f"{language:>8}" for language in LANGUAGES))
    scores = {}
    for language in LANGUAGES:
        here = languages == language
        meant, heard = np.array(intents)[here], np.array(told)[here]
        scores[language] = f1_score(meant, heard, labels=names, average=None)
    for place, name in enumerate(names):
        print(f"{name:17}" + "".join(f"{scores[language][place]:8.2f}" for language in LANGUAGES))
    means = {language: float(np.mean(scores[language])) for language in LANGUAGES}
    print(f"{'macro-F1':17}" + "".join(f"{means[language]:8.3f}" for language in LANGUAGES))
    print(f"{len(texts)} examples, {len(names)} intents, {options.folds} folds; goal {GOAL:.2f} in each language.")
    return 0 if min(means.values()) >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
