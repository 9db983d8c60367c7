# SPDX-License-Identifier: MIT
"""The bytes of a PDF: reportlab's objects and our structure, packed into object streams.

Reportlab writes every object plainly; packed, a poster is half as large and sooner written.
"""

from collections.abc import Iterator, Sequence
from hashlib import md5
from typing import Any, Protocol
from zlib import compress

from reportlab.pdfbase import pdfdoc

from persona_studio.publish.bookmarks import Bookmarks
from persona_studio.publish.tagged import Structure

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED = 400  # objects a stream


class Later(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab is not typed
    """Stands for a root of ours until all objects of reportlab have their numbers."""

    __RefOnly__ = 1

    def format(self, document: Any) -> bytes:
        """Return nothing yet."""
        del document
        return b""


class Tree(Protocol):
    """Objects of ours that hang on one root."""

    def objects(self, first: int, root: int, pages: Sequence[int]) -> tuple[bytes, list[bytes]]:
        """Return the root and the others, numbered from `first`; `pages` are the pages' numbers."""


def written(canvas: Any, structure: Structure | None, bookmarks: Bookmarks) -> bytes:
    """Return the whole file of a canvas whose pages are finished."""
    document = canvas._doc  # noqa: SLF001 - reportlab gives no other way to the objects
    catalog = document.Catalog
    trees: list[tuple[Later, Tree]] = []
    catalog.Outlines = Later() if bookmarks else None
    if bookmarks:
        trees.append((catalog.Outlines, bookmarks))
    if structure is not None:
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.StructTreeRoot = Later()
        trees.append((catalog.StructTreeRoot, structure))
    for font in document.delayedFonts:
        font.addObjects(document)
    root, info = document.Reference(catalog), document.Reference(document.info)
    objects = list(_formatted(document))
    for later, tree in trees:
        _add(document, objects, later, tree)
    numbers = document.idToObjectNumberAndVersion
    return _joined(objects, numbers[root.name][0], numbers[info.name][0])


def _formatted(document: Any) -> Iterator[bytes]:
    """Yield each object in the order of their numbers; more may come up on the way."""
    number = 1
    while number in document.numberToId:
        found = document.idToObject[document.numberToId[number]]
        yield pdfdoc.format(found, document, toplevel=1)
        number += 1


def _add(document: Any, objects: list[bytes], later: Later, tree: Tree) -> None:
    number = document.idToObjectNumberAndVersion
    place = number[document.Reference(later).name][0]
    pages = [number[page.name][0] for page in document.Pages.Kids.sequence]
    objects[place - 1], others = tree.objects(len(objects) + 1, place, pages)
    objects += others


def _joined(objects: Sequence[bytes], root: int, info: int) -> bytes:
    """Write streams as they are, everything else packed, then where each is found."""
    parts, at = [_HEAD], len(_HEAD)
    where = [bytes(5) + b"\xff\xff", *[b""] * len(objects)]
    packed = [n for n, body in enumerate(objects, start=1) if b"endstream" not in body]
    groups = [packed[start : start + _PACKED] for start in range(0, len(packed), _PACKED)]
    for group, members in enumerate(groups, start=len(objects) + 1):
        for index, number in enumerate(members):
            where[number] = _found(2, group, index)
    where += [b""] * len(groups)
    for number, body in enumerate([*objects, *(_packed(m, objects) for m in groups)], start=1):
        if not where[number]:
            where[number] = _found(1, at, 0)
            part = b"%d 0 obj\n%s\nendobj\n" % (number, body.rstrip())
            parts.append(part)
            at += len(part)
    where.append(_found(1, at, 0))
    body = b"".join(parts)
    mark = md5(body, usedforsecurity=False).hexdigest().encode()
    head = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]"
    last = _stream(head % (len(where), root, info, mark, mark), b"".join(where))
    end = b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n"
    return body + end % (len(where) - 1, last, at)


def _found(kind: int, place: int, index: int) -> bytes:
    """Tell where an object is: 1 at a place of the file, 2 in a stream by its number there."""
    return kind.to_bytes(1) + place.to_bytes(4) + index.to_bytes(2)


def _packed(members: Sequence[int], objects: Sequence[bytes]) -> bytes:
    """Return one object stream: numbers and places first, then the objects."""
    at, places, bodies = 0, [], []
    for number in members:
        body = objects[number - 1] + b"\n"
        places.append(b"%d %d" % (number, at))
        bodies.append(body)
        at += len(body)
    index = b" ".join(places) + b"\n"
    head = b"/Type/ObjStm/N %d/First %d" % (len(members), len(index))
    return _stream(head, index + b"".join(bodies))


def _stream(head: bytes, data: bytes) -> bytes:
    small = compress(data)
    body = b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream"
    return body % (head, len(small), small)
