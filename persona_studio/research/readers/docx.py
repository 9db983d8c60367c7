# SPDX-License-Identifier: MIT
"""The words of a .docx document: paragraphs in order, headings marked as in Markdown.

Deleted and moved-away text, field codes, comments, headers and footers are left out. The archive
is measured before anything is unpacked, and XML that declares entities is refused.
"""

import re
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO
from xml.parsers import expat

from persona_studio.core.errors import StudioError

UNPACKED_LIMIT = 64 * 1024 * 1024
"""The most that the document's text or its styles may unpack to."""
_DENSE, _SMALL = 100, 1024 * 1024
"""Text that unpacks to so many times its size was made to burst; a small one may."""

_CHUNK = 1 << 16
_BODY, _STYLES = "word/document.xml", "word/styles.xml"
_HIDDEN = frozenset({"del", "moveFrom", "Fallback", "rPrChange", "pPrChange"})
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_HEADING = re.compile(r"heading ([1-6])")


def weight(opener: Callable[[], BinaryIO]) -> int:
    """Return how many bytes of a document unpack when it is read; 0 where it cannot be read."""
    try:
        with opener() as file, zipfile.ZipFile(file) as archive:
            return sum(i.file_size for i in archive.infolist() if i.filename in (_BODY, _STYLES))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
        return 0


def text(opener: Callable[[], BinaryIO]) -> str:
    """Return the words of a document, a blank line between paragraphs."""
    try:
        with opener() as file, zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            if _BODY not in names:
                raise damaged()
            styles = _Styles()
            if _STYLES in names:
                _feed(archive, _STYLES, styles)
            body = _Body(styles.levels)
            _feed(archive, _BODY, body)
            return "\n\n".join(body.paragraphs)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise damaged(error) from error
    except expat.ExpatError as error:
        raise damaged(error) from error


class _Styles:
    """Which paragraph styles are headings of which level, whatever they are called."""

    def __init__(self) -> None:
        self.levels: dict[str, int] = {}
        self._style = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style":
            self._style = _value(attributes, "styleId")
        elif name == "name" and self._style:
            said = _value(attributes, "val").casefold()
            if said == "title":
                self.levels[self._style] = 1
            elif found := _HEADING.fullmatch(said):
                self.levels[self._style] = int(found[1])

    def end(self, name: str) -> None:
        if name == "style":
            self._style = ""

    def data(self, _text: str) -> None:
        """Nothing is written in styles."""


class _Body:
    """The paragraphs of a document."""

    def __init__(self, levels: dict[str, int]) -> None:
        self.paragraphs: list[str] = []
        self._levels = levels
        self._parts: list[str] = []
        self._level = self._hidden = 0
        self._said = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _HIDDEN:
            self._hidden += 1
        elif self._hidden:
            return
        elif name == "t":
            self._said = True
        elif name == "pStyle":
            self._level = self._levels.get(_value(attributes, "val"), 0)
        elif name in _BREAKS:
            self._parts.append(_BREAKS[name])

    def end(self, name: str) -> None:
        if name in _HIDDEN:
            self._hidden -= 1
        elif name == "t":
            self._said = False
        elif name == "p" and not self._hidden:
            self._close()

    def data(self, text: str) -> None:
        if self._said and not self._hidden:
            self._parts.append(text)

    def _close(self) -> None:
        said = "".join(self._parts).strip()
        if said:
            self.paragraphs.append(f"{'#' * self._level} {said}" if self._level else said)
        self._parts, self._level = [], 0


def _feed(archive: zipfile.ZipFile, name: str, reader: "_Styles | _Body") -> None:
    """Let a reader hear one part of the archive, piece by piece."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attributes: reader.start(_local(tag), attributes)
    parser.EndElementHandler = lambda tag: reader.end(_local(tag))
    parser.CharacterDataHandler = reader.data
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    read = 0
    info = archive.getinfo(name)
    if info.file_size > min(UNPACKED_LIMIT, max(_SMALL, _DENSE * info.compress_size)):
        raise too_big()
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            read += len(chunk)
            if read > UNPACKED_LIMIT:
                raise too_big()
            parser.Parse(chunk)
    parser.Parse(b"", True)  # noqa: FBT003 - expat takes it by place


def _local(tag: str) -> str:
    return tag.rpartition(" ")[2]


def _value(attributes: dict[str, str], name: str) -> str:
    return next((value for key, value in attributes.items() if _local(key) == name), "")


def _refuse(*_: object) -> None:
    raise StudioError(
        "This document holds instructions that could do harm, and was not opened.",
        "Open it in a word processor you trust and save it again.",
        kind="unsafe",
    )


def damaged(error: Exception | None = None) -> StudioError:
    """Return the error for a document that cannot be read."""
    return StudioError(
        "This document is damaged or incomplete.",
        "Open it in a word processor and save it again as .docx or as plain text.",
        type(error).__name__ if error else "",
        kind="damaged",
    )


def too_big() -> StudioError:
    """Return the error for a document whose text unpacks to more than the studio reads."""
    return StudioError(
        "The text of this document unpacks to more than 64 MB, or to 100 times its size.",
        "Split it, or save it as plain text.",
        kind="too_big",
    )
