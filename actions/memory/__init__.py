"""What the bot remembers about a person, and that person's buttons: all that the gateway takes from `actions`."""

from actions.memory.buttons import ACTS, Choice, sign, verify
from actions.memory.records import Entry, Shelf, Verdict
from actions.memory.secret import SecretFault, load_secret
from actions.memory.store import Memory, MemoryFault

__all__ = [
    "ACTS",
    "Choice",
    "Entry",
    "Memory",
    "MemoryFault",
    "SecretFault",
    "Shelf",
    "Verdict",
    "load_secret",
    "sign",
    "verify",
]
