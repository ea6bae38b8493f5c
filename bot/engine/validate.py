"""What Rasa itself finds wrong with our dialogue files: `rasa data validate`, in one process and with one exception.

Rasa calls a response that only actions use "unused". Those are compared with the code of the actions in
`tests/engine/dialogue/test_responses.py`; every other complaint counts here.
"""

from __future__ import annotations

import re
import warnings

from bot.engine.hollow import leave_out
from bot.engine.quiet import quiet_rasa
from bot.engine.settings import ROOT
from bot.engine.train import TRAINING_DATA

_UNUSED = re.compile(r"The utterance 'utter_\w+' is not used in any story or rule")


def validate() -> list[str]:
    """All complaints about domain, examples and rules; none is what we want."""
    quiet_rasa()
    leave_out(ROOT / "config.yml")
    from rasa.shared.importers.rasa import RasaFileImporter
    from rasa.validator import Validator

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        importer = RasaFileImporter(
            config_file=str(ROOT / "config.yml"),
            domain_path=str(ROOT / "bot" / "engine" / "domain"),
            training_data_paths=[str(ROOT / data) for data in TRAINING_DATA],
        )
        validator = Validator.from_importer(importer)
        checks = {
            "the domain": validator.verify_domain_validity(),
            "the slot mappings": validator.verify_slot_mappings(),
            "the actions in rules": validator.verify_actions_in_stories_rules(),
            "the examples": validator.verify_nlu(ignore_warnings=True),
            "the order of the stories": validator.verify_story_structure(ignore_warnings=False),
        }
    said = [str(warning.message) for warning in caught if warning.category in (UserWarning, FutureWarning)]
    complaints = [text for text in said if not _UNUSED.search(text) and "Slot auto-fill" not in text]
    return complaints + [f"Rasa does not accept {what}." for what, fine in checks.items() if not fine]
