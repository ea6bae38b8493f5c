"""Every setting of the index, read from the environment (and `.env`) in this one place."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class IndexSettings(BaseSettings):
    """Where the films are, where their index goes, and what makes it. Relative paths start at the project's folder."""

    model_config = SettingsConfigDict(
        env_prefix="USHER_", env_file=ROOT / ".env", extra="ignore", frozen=True, env_ignore_empty=True
    )

    build: Path = Field(default=Path("build"), description="folder of everything derived")
    catalogue: str = Field(default="films", pattern=r"^[A-Za-z0-9_-]{1,64}$", description="`films` or an imported one")
    model: str = Field(default="", description="sentence-transformers name or path; empty is the bundled MiniLM")
    titles: Path | None = Field(default=None, description="where the engine reads titles")
    films: Path | None = Field(
        default=None, description="a folder of film files or a films.jsonl, instead of the catalogue's"
    )
    weights: Path = Field(default=Path("index/weights.json"), description="the weight of each signal")
    ranker: Path | None = Field(default=None, description="folder of a learned ranker; off when it is not there")
    versions_kept: int = Field(default=2, ge=1, description="index versions kept on disk")
    threads: int = Field(default=1, ge=1, le=64, description="threads of one search")

    @cached_property
    def build_path(self) -> Path:
        """The folder of everything derived."""
        return ROOT / self.build

    @cached_property
    def source_path(self) -> Path:
        """The folder of film files, or the films.jsonl, that the catalogue is read from."""
        if self.films is not None:
            return ROOT / self.films
        if self.catalogue == "films":
            return ROOT / "data" / "films"
        return self.build_path / "catalogues" / self.catalogue / "films.jsonl"

    @cached_property
    def additions_path(self) -> Path:
        """What imports added to films written by hand."""
        return self.build_path / "catalogues" / self.catalogue / "additions.jsonl"

    @cached_property
    def vocabulary_path(self) -> Path:
        """The controlled lists: beside the films if they have their own, else the project's."""
        own = self.source_path / "vocabulary.yml"
        return own if own.is_file() else ROOT / "data" / "films" / "vocabulary.yml"

    @cached_property
    def index_path(self) -> Path:
        """The folder of the catalogue's index versions."""
        return self.build_path / "index" / self.catalogue

    @cached_property
    def titles_path(self) -> Path:
        """The file that tells the engine which films there are."""
        return ROOT / self.titles if self.titles is not None else self.index_path / "titles.json"

    @cached_property
    def encoder_path(self) -> Path:
        """The folder of exported query encoders, shared by all catalogues."""
        return self.build_path / "encoder"

    @cached_property
    def ranker_path(self) -> Path:
        """The folder of the learned ranker."""
        return ROOT / self.ranker if self.ranker is not None else self.build_path / "ranker" / self.catalogue
