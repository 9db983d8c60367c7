# SPDX-License-Identifier: MIT
"""What a finished PDF tells a screen reader, read back from its bytes; faults are listed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

SHOWN = {"Tj", "TJ", "S", "s", "f", "b", "B", "Do"}
HEADINGS = ("H1", "H2", "H3")


@dataclass
class Told:
    """One element: its kind, what its own pieces are, and the elements within it."""

    kind: str
    alt: str = ""
    pieces: list[tuple[int, int]] = field(default_factory=list)
    kids: list["Told"] = field(default_factory=list)

    def all(self) -> Iterator["Told"]:
        """Walk it and all within it in the order they are read."""
        yield self
        for kid in self.kids:
            yield from kid.all()


def tree(pdf: bytes) -> Told:
    """Return the document's one top element."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return _tree(file)


def _tree(file):
    pages = {page.objgen: n for n, page in enumerate(p.obj for p in file.pages)}
    return _told(file.Root.StructTreeRoot.K, pages)


def _told(element, pages):
    found = Told(str(element.S)[1:], str(element.get("/Alt", "")))
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            found.pieces.append((pages[element.Pg.objgen], kid))
        elif kid.get("/Type") == "/MCR":
            found.pieces.append((pages[kid.Pg.objgen], int(kid.MCID)))
        else:
            assert kid.P.objgen == element.objgen
            found.kids.append(_told(kid, pages))
    return found


def faults(pdf: bytes) -> list[str]:
    """Return what is in no tag or in two, and where the two ways to find an owner differ."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return faults_of(file)


def faults_of(file: pikepdf.Pdf) -> list[str]:
    """Return the same of an open file."""
    told = Counter(piece for element in _tree(file).all() for piece in element.pieces)
    found = [f"{piece} is in two elements" for piece, times in told.items() if times > 1]
    drawn = []
    numbers = list(file.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for place, page in enumerate(file.pages):
        marks, wrong = _marks(page)
        found += [f"page {place}: {word}" for word in wrong]
        drawn += [(place, mark) for mark, _ in marks]
        kinds = [str(owner.S) for owner in owners[int(page.StructParents)]]
        if kinds != [kind for _, kind in marks]:
            found.append(f"page {place}: the parent tree is another one")
    return found + [f"{piece} hangs nowhere" for piece in set(drawn) ^ set(told)]


def _marks(page):
    """Return the marked pieces of a page (number, kind), and what is drawn outside of any."""
    stack, marks, wrong = [], [], []
    for word in pikepdf.parse_content_stream(page):
        name = str(word.operator)
        if name in ("BDC", "BMC"):
            kind = str(word.operands[0])
            if name == "BDC" and "/MCID" in word.operands[1]:
                marks.append((int(word.operands[1].MCID), kind))
                kind = "tag"
            stack.append(kind)
        elif name == "EMC":
            stack.pop()
        elif name in SHOWN and sum(kind in ("tag", "/Artifact") for kind in stack) != 1:
            wrong.append(f"{name} within {stack}")
    return marks, [*wrong, *stack]


def languages(pdf: bytes) -> dict[str, set[str]]:
    """Return by kind of element which languages are said of them, "" for the document's."""
    found: dict[str, set[str]] = {}
    with pikepdf.open(BytesIO(pdf)) as file:
        for each in file.objects:
            if isinstance(each, pikepdf.Dictionary) and "/S" in each and "/P" in each:
                found.setdefault(str(each.S)[1:], set()).add(str(each.get("/Lang", "")))
    return found


def outline(pdf: bytes) -> list[tuple[int, str]]:
    """Return all bookmarks with their levels."""
    with pikepdf.open(BytesIO(pdf)) as file, file.open_outline() as found:
        return list(_listed(found.root, 0))


def _listed(items, level):
    for item in items:
        yield level, item.title
        yield from _listed(item.children, level + 1)


def labels(pdf: bytes) -> list[str]:
    """Return the names of the pages."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return [page.label for page in file.pages]
