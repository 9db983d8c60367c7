# SPDX-License-Identifier: MIT
"""What a template is: a name, the papers it is made for, and how it draws one persona."""

from collections.abc import Callable
from dataclasses import dataclass

from persona_studio.publish.document import Document
from persona_studio.publish.fit import Report
from persona_studio.publish.sheet import Sheet
from persona_studio.publish.theme import Paper, Theme
from persona_studio.publish.typeset import Typesetter


@dataclass(frozen=True)
class Order:
    """One persona to be set: into which document, on which paper, read from how far (metres).

    `face` is the picture as PNG or JPEG bytes, square, or None for initials.
    """

    document: Document
    setter: Typesetter
    sheet: Sheet
    paper: Paper
    theme: Theme
    distance: float
    face: bytes | None = None


@dataclass(frozen=True)
class Template:
    """One kind of page; `compose` draws all sheets of one persona and reports."""

    id: str
    title: str
    papers: tuple[str, ...]
    compose: Callable[[Order], Report]
