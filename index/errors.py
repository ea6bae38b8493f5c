"""What can go wrong in the index, as one small family.

IndexFault
├── CatalogueFault      a film file or the vocabulary is wrong: file, field, what was seen, the cure
├── VersionFault        an index version is missing, corrupted or made by another model
└── ModelFault          the embedding model cannot be loaded or is not the expected one
"""

from __future__ import annotations


class IndexFault(Exception):
    """Base of everything the index raises on purpose; its message is meant for a person."""


class CatalogueFault(IndexFault):
    """A film file, the vocabulary or an imported record cannot be used as it stands."""


class VersionFault(IndexFault):
    """No usable index version: never built, damaged, or built with a different model."""


class ModelFault(IndexFault):
    """The embedding model is missing or does not have the expected checksum."""
