"""Two ordinary Rasa projects to compare with: a bare one (for starting), one with the default pipeline (for turns)."""

from __future__ import annotations

import subprocess
from pathlib import Path

# The one thing that the projects can answer: whatever else they hear may end in silence.
MESSAGE = "films like Her"
DOMAIN = """
version: "3.1"
intents: [greet, ask_film]
responses:
  utter_film:
    - text: "Have a look at Her, a film from 2013."
"""
NLU = """
version: "3.1"
nlu:
  - intent: greet
    examples: |
      - hello
      - hi there
      - good morning
      - hey
  - intent: ask_film
    examples: |
      - films like Her
      - recommend me something
      - what should I watch
      - a film for tonight
"""
RULES = """
version: "3.1"
rules:
  - rule: a film
    steps: [{intent: ask_film}, {action: utter_film}]
  - rule: hello
    steps: [{intent: greet}, {action: utter_film}]
"""
BARE_CONFIG = """
recipe: default.v1
assistant_id: bare
language: en
pipeline: [{name: KeywordIntentClassifier}]
policies: [{name: RulePolicy}]
"""
DEFAULT_CONFIG = """
recipe: default.v1
assistant_id: stock
language: en
"""


def make_project(folder: Path, engine: Path, *, config: str) -> None:
    """Write a Rasa project into `folder` and train it with the engine environment's Rasa."""
    (folder / "data").mkdir(parents=True)
    files = {"domain.yml": DOMAIN, "config.yml": config, "credentials.yml": "rest:\n", "endpoints.yml": ""}
    files |= {"data/nlu.yml": NLU, "data/rules.yml": RULES}
    for name, text in files.items():
        (folder / name).write_text(text)
    subprocess.run([engine / "rasa", "train", "--quiet"], cwd=folder, check=True, capture_output=True)


def serve_command(engine: Path, port: int) -> list[str]:
    """The command that a tutorial gives to run the project, on loopback."""
    return [str(engine / "rasa"), "run", "-p", str(port), "-i", "127.0.0.1"]
