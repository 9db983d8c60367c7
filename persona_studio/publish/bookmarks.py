# SPDX-License-Identifier: MIT
"""The list of headings that a reader shows beside the pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from persona_studio.publish.tagged import text_string


@dataclass
class Bookmark:
    """A heading at a level, and where it is: the page's place, and how far up its lower edge."""

    title: str
    level: int
    page: int
    up: float
    kids: "list[Bookmark]" = field(default_factory=list)
    number: int = 0
    entries: int = 0  # of all that stand under it


class Bookmarks:
    """All headings of a document in their order; no level is skipped."""

    def __init__(self) -> None:
        self._all: list[Bookmark] = []
        self._open: list[Bookmark] = [Bookmark("", -1, 0, 0.0)]

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._all)

    def add(self, title: str, level: int, page: int, up: float) -> int:
        """Add a heading; return the level it came to stand on."""
        del self._open[level + 1 :]
        found = Bookmark(title, len(self._open) - 1, page, up)
        self._open[-1].kids.append(found)
        for above in self._open:
            above.entries += 1
        self._open.append(found)
        self._all.append(found)
        return found.level

    def objects(self, first: int, root: int, pages: Sequence[int]) -> tuple[bytes, list[bytes]]:
        """Return the list's own object and those of all headings, numbered from `first`."""
        top = self._open[0]
        top.number = root
        for place, each in enumerate(self._all):
            each.number = first + place
        around = {id(kid): (up, n) for up in [top, *self._all] for n, kid in enumerate(up.kids)}
        found = [_entry(each, *around[id(each)], pages) for each in self._all]
        return f"<</Type/Outlines{_inside(top)}>>".encode(), found


def _entry(own: Bookmark, above: Bookmark, place: int, pages: Sequence[int]) -> bytes:
    code = f"<</Title{text_string(own.title)}/Parent {above.number} 0 R{_inside(own)}"
    code += f"/Dest[{pages[own.page]} 0 R/XYZ 0 {own.up:.2f} 0]"
    if place:
        code += f"/Prev {above.kids[place - 1].number} 0 R"
    if place + 1 < len(above.kids):
        code += f"/Next {above.kids[place + 1].number} 0 R"
    return (code + ">>").encode()


def _inside(own: Bookmark) -> str:
    if not own.kids:
        return ""
    first, last = own.kids[0].number, own.kids[-1].number
    return f"/First {first} 0 R/Last {last} 0 R/Count {own.entries}"
