"""Labels and parts of sentences, read from the bot's response files, so that no word stands in Python."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from babel import Locale
from babel.lists import format_list
from babel.units import format_unit
from ruamel.yaml import YAML

from index.film import Film, Language

RESPONSES = Path(__file__).resolve().parents[1] / "bot/engine/domain/responses/actions.yml"
Texts = Mapping[tuple[str, Language], str]


class Words:
    """The bot's short words in both languages. `words.label("more", "de")` is the text of `utter_label_more`."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    @classmethod
    def read(cls, path: Path = RESPONSES) -> Words:
        """Read the first variation of every response and language."""
        texts: dict[tuple[str, Language], str] = {}
        for name, variations in YAML(typ="safe").load(path.read_text("utf-8"))["responses"].items():
            for variation in variations:
                texts.setdefault((name, variation["condition"][0]["value"]), variation["text"])
        return cls(texts)

    def label(self, name: str, language: Language, /, **fields: str) -> str:
        """A label by its name, with its fields filled in."""
        return self._texts[f"utter_label_{name}", language].format_map(fields)


def name_film(film: Film, language: Language) -> str:
    """A film's title with its year."""
    return f"{film.title_in(language)} ({film.year})"


def join(parts: Iterable[str], language: Language) -> str:
    """Several names as one phrase (`A, B und C`)."""
    return format_list(list(parts), locale=language)


def name_minutes(minutes: int, language: Language) -> str:
    """A length as people say it (`1 Std. 48 Min.`)."""
    hours, rest = divmod(minutes, 60)
    parts = [(hours, "duration-hour"), (rest, "duration-minute")]
    return " ".join(format_unit(value, unit, "short", locale=language) for value, unit in parts if value)


def name_language(code: str, language: Language) -> str:
    """A spoken language by its code."""
    return str(Locale(language).languages.get(code, code))


def name_country(code: str, language: Language) -> str:
    """A country by its code."""
    return str(Locale(language).territories.get(code, code))
