"""Reads small XML files from strangers: no document types, hence no entities, and nothing deep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

DEPTH_AT_MOST = 30
TAGS_AT_MOST = 50_000


class XmlFault(Exception):
    """Why a text cannot be read as plain XML."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class Tag:
    """One tag: its attributes, the text directly in it, and the tags in it."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    tags: list[Tag] = field(default_factory=list)

    def tags_of(self, name: str) -> list[Tag]:
        """The tags of a name directly in this one."""
        return [tag for tag in self.tags if tag.name.lower() == name]

    def texts_of(self, name: str) -> list[str]:
        """The texts of the tags of a name, without the empty ones."""
        return [text for tag in self.tags_of(name) if (text := tag.text.strip())]

    def text_of(self, name: str) -> str:
        """The text of the first tag of a name that has one."""
        return next(iter(self.texts_of(name)), "")


def read_xml(text: bytes) -> Tag:
    """The outermost tag of a text; a `XmlFault` where it is no XML or more than plain XML."""
    reader = _Reader()
    try:
        reader.parser.Parse(text, True)
    except expat.ExpatError as fault:
        raise XmlFault(f"not XML: {expat.ErrorString(fault.code)}", fault.lineno) from fault
    except ValueError as fault:
        raise XmlFault(f"not XML: {fault}", reader.parser.CurrentLineNumber) from fault
    return reader.top.tags[0]


class _Reader:
    def __init__(self) -> None:
        self.top = Tag("")
        self._open, self._count = [self.top], 0
        self._texts: list[list[str]] = [[]]
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self.parser.EntityDeclHandler = self._refuse_doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._read

    def _refuse_doctype(self, *_: object) -> None:
        raise XmlFault(
            "a document type or entity (<!DOCTYPE …>), which no film needs; take it out", self.parser.CurrentLineNumber
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) > DEPTH_AT_MOST or self._count > TAGS_AT_MOST:
            raise XmlFault(
                f"over {DEPTH_AT_MOST} tags deep, or over {TAGS_AT_MOST} tags", self.parser.CurrentLineNumber
            )
        tag = Tag(name, attributes)
        self._open[-1].tags.append(tag)
        self._open.append(tag)
        self._texts.append([])

    def _end(self, _name: str) -> None:
        self._open.pop().text = "".join(self._texts.pop())

    def _read(self, text: str) -> None:
        self._texts[-1].append(text)
