# SPDX-License-Identifier: MIT
"""What each piece of a page is, in the order it is read: the structure a screen reader follows.

Everything on a page belongs to one element or is decoration. What is drawn in several pieces, over
columns or pages, is one element where it is asked for by the same key.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field

# Kinds that hold text themselves; in all others each text is a paragraph of its own.
LEAVES = frozenset({"P", "H1", "H2", "H3"})

Content = tuple[int, int]  # the page's place, and the number of the marked piece on it


@dataclass(eq=False)
class Element:
    """One element; `alt` tells what a picture shows, `attributes` is PDF code as it stands.

    `language` is None until it has words, "" where they are of the document's.
    """

    kind: str
    parent: "Element | None" = None
    alt: str = ""
    attributes: str = ""
    language: str | None = None
    kids: "list[Element | Content]" = field(default_factory=list)
    keyed: "dict[Hashable, Element]" = field(default_factory=dict)
    number: int = 0

    @property
    def is_leaf(self) -> bool:
        """Whether it holds text itself."""
        return self.kind in LEAVES

    def child(
        self, kind: str, key: Hashable = None, alt: str = "", attributes: str = ""
    ) -> "Element":
        """Return a new element within this one, or the one that was made for this key."""
        found = self.keyed.get(key) if key is not None else None
        if found is None:
            found = Element(kind, self, alt, attributes)
            self.kids.append(found)
            if key is not None:
                self.keyed[key] = found
        return found

    def prune(self) -> bool:
        """Drop what holds nothing but a cell of a table; tell whether anything is left."""
        self.kids = [kid for kid in self.kids if isinstance(kid, tuple) or kid.prune()]
        return bool(self.kids) or self.kind in ("TD", "TH")


class Structure:
    """The tree of one document, and whose each marked piece of each page is."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.root = Element("Document")
        self.pages: list[list[Element]] = []

    def mark(self, element: Element) -> int:
        """Begin another piece of an element on the last page; return its number there."""
        owners = self.pages[-1]
        owners.append(element)
        element.kids.append((len(self.pages) - 1, len(owners) - 1))
        return len(owners) - 1

    def objects(self, first: int, root: int, pages: Sequence[int]) -> tuple[bytes, list[bytes]]:
        """Return the tree's own object and those of all elements, numbered from `first`."""
        elements = list(self._numbered(first))
        parents = " ".join(
            f"{place}[{' '.join(f'{owner.number} 0 R' for owner in owners)}]"
            for place, owners in enumerate(self.pages)
        )
        tree = (
            f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree<</Nums[{parents}]>>"
            f"/ParentTreeNextKey {len(self.pages)}>>"
        )
        return tree.encode(), [_object(element, root, pages) for element in elements]

    def _numbered(self, first: int) -> Iterator[Element]:
        self.root.prune()
        waiting = [self.root]
        while waiting:
            element = waiting.pop()
            element.number = first
            first += 1
            yield element
            waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]


def _object(element: Element, tree: int, pages: Sequence[int]) -> bytes:
    """Write one element; its page is that of its first piece."""
    parent = element.parent.number if element.parent else tree
    own = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
    kids = " ".join(_kid(kid, own, pages) for kid in element.kids)
    kids = kids if len(element.kids) == 1 else f"[{kids}]"
    code = f"<</S/{element.kind}/P {parent} 0 R/K {kids}"
    code += f"/Pg {pages[own]} 0 R" if own is not None else ""
    code += f"/Alt{text_string(element.alt)}" if element.alt else ""
    code += f"/Lang({element.language})" if element.language else ""
    code += f"/A<<{element.attributes}>>" if element.attributes else ""
    return (code + ">>").encode()


def _kid(kid: Element | Content, own: int | None, pages: Sequence[int]) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    page, mark = kid
    return str(mark) if page == own else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>"


def text_string(text: str) -> str:
    """Return a text as PDF writes it outside of pages."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
