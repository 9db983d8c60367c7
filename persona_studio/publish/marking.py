# SPDX-License-Identifier: MIT
"""Says on the page itself whose each piece of it is, while it is drawn."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager

from persona_studio.publish import language
from persona_studio.publish.tagged import Element, Structure, text_string

_DECORATION = Element("Artifact")


class Marking:
    """The marks of one page; without a structure nothing is marked."""

    def __init__(
        self, structure: Structure | None, within: Element, put: Callable[[list[str]], None]
    ) -> None:
        self._structure = structure
        self._at = within
        self._put = put
        self._open: Element | None = None

    @contextmanager
    def inside(
        self, kind: str, key: Hashable = None, alt: str = "", attributes: str = ""
    ) -> Iterator[None]:
        """Draw what belongs to an element; within one that holds text itself all is its own."""
        before = self._at
        if not before.is_leaf and before is not _DECORATION:
            self._at = before.child(kind, key, alt, attributes)
            self._spoken(self._at, alt)
        yield
        self._at = before

    @contextmanager
    def aside(self, *, when: bool = True) -> Iterator[None]:
        """Draw decoration, words too: what only repeats what was told before."""
        before = self._at
        self._at = _DECORATION if when else before
        yield
        self._at = before

    @property
    def is_told(self) -> bool:
        """Whether what is drawn now is told, not decoration."""
        return self._at is not _DECORATION

    def text(self, words: str = "") -> None:
        """Begin words: those of the element around them, or a paragraph."""
        at = self._at
        at = at if at.is_leaf or at is _DECORATION else at.child("P")
        self._spoken(at, words)
        self._switch(at)

    def _spoken(self, element: Element, words: str) -> None:
        """Say in which language an element is read: that of the first words in it."""
        if self._structure and words and element is not _DECORATION and element.language is None:
            element.language = language.within(words, self._structure.language)

    def drawing(self) -> None:
        """Begin lines and fills: a picture's own within one, else decoration."""
        self._switch(self._at if self._at.kind == "Figure" else _DECORATION)

    def sign(self, word: str) -> str:
        """Begin a drawn sign that is read as a word; return what opens it, "" for decoration."""
        if self._structure is None or not word or self._at is _DECORATION:
            self.drawing()
            return ""
        self.text()
        spoken = language.within(word, self._structure.language)
        told = f"/Lang({spoken})" if spoken else ""
        return f"/Span <<{told}/ActualText {text_string(word + ' ')}>> BDC"

    def close(self) -> None:
        """End the piece that is open."""
        if self._open is not None:
            self._put(["EMC"])
            self._open = None

    def _switch(self, owner: Element) -> None:
        if self._structure is None or owner is self._open:
            return
        self.close()
        self._open = owner
        if owner is _DECORATION:
            self._put(["/Artifact BMC"])
        else:
            self._put([f"/{owner.kind} <</MCID {self._structure.mark(owner)}>> BDC"])
