"""What a check hands back: findings that editors can jump to, and the films it could read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from index.film import Film


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: where it is and how to mend it."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        """Print as `file:line: message`, the form editors jump to."""
        return f"{self.path}:{self.line}: {self.message}"


@dataclass
class CheckedFilm:
    """A film file that could be read, with its text for line numbers."""

    path: Path
    text: str
    film: Film

    def line_of(self, name: str) -> int:
        """The line on which the top-level field `name` begins, 1 if it is not there."""
        match = re.search(rf"^{re.escape(name.split('.')[0])}:", self.text, re.MULTILINE)
        return self.text.count("\n", 0, match.start()) + 1 if match else 1

    def line_of_words(self, words: str) -> int:
        """The line on which `words` (folded over lines or not) begin, 1 if they are not there."""
        pattern = r"\s+".join(re.escape(word) for word in words.split()[:6])
        match = re.search(pattern, self.text)
        return self.text.count("\n", 0, match.start()) + 1 if match else 1

    def finding(self, name: str, message: str) -> Finding:
        """A finding on the field `name`."""
        return Finding(self.path, self.line_of(name), f"{name}: {message}")


@dataclass
class Check:
    """What a check found, and the films it could read."""

    findings: list[Finding] = field(default_factory=list)
    films: list[CheckedFilm] = field(default_factory=list)
    facts_checked: dict[str, list[str]] = field(default_factory=dict)
    facts_note: str = ""
