# SPDX-License-Identifier: MIT
"""The last look at a client-safe file: its own text and properties, read back from its bytes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from persona_studio.core.errors import StudioError
from persona_studio.evidence import privacy
from persona_studio.publish import preview

_KINDS = {
    "email": "an e-mail address",
    "phone": "a telephone number",
    "url": "a link that names somebody",
    "iban": "a bank account",
    "card": "a card number",
    "ip": "a network address",
    "handle": "a name of somebody online",
    "location": "a place on the map",
    "id_number": "a number somebody is known by",
    "address": "a postal address",
}


@dataclass(frozen=True)
class Leak:
    """What looks like personal data, and where: a page's number, or 0 for the properties."""

    kind: str
    page: int


def leaks(pdf: bytes) -> list[Leak]:
    """Return every kind of personal data on every page and in the file's properties, once."""
    return list(dict.fromkeys(_leaks(pdf)))


def ensure_safe(pdf: bytes) -> None:
    """Refuse a file that holds what looks like personal data; nothing of it is repeated."""
    _refuse(f"{_KINDS.get(leak.kind, leak.kind)} {_where(leak)}" for leak in leaks(pdf))


def ensure_harmless(words: Iterable[str]) -> None:
    """Refuse words, before they are written, that hold what looks like personal data."""
    kinds = dict.fromkeys(hit.kind for text in words for hit in privacy.find(text))
    _refuse(_KINDS.get(kind, kind) for kind in kinds)


def _refuse(found: Iterable[str]) -> None:
    told = "; ".join(found)
    if told:
        raise StudioError(
            f"The file would not be safe: it holds {told}.",
            "Take it out of the words on the persona, then print again.",
            kind="not_client_safe",
        )


def _where(leak: Leak) -> str:
    return f"on page {leak.page}" if leak.page else "in the file's properties"


def _leaks(pdf: bytes) -> Iterator[Leak]:
    for number in range(preview.page_count(pdf)):
        text = preview.page_text(pdf, number)
        for line in text.splitlines():
            yield from (Leak(hit.kind, number + 1) for hit in privacy.find(line))
        joined = "".join(text.splitlines())  # an address may be broken over two lines
        if privacy.mask_certain(joined)[1]:
            kinds = {hit.kind for hit in privacy.find(joined)} & {"email", "url"}
            yield from (Leak(kind, number + 1) for kind in sorted(kinds))
    for text in dict.fromkeys(_unseen(pdf)):
        if not text.startswith("D:"):
            yield from (Leak(hit.kind, 0) for hit in privacy.find(text))


def _unseen(pdf: bytes) -> Iterator[str]:
    """Yield what no page shows: properties, bookmarks, and what pictures are said to show."""
    with pikepdf.open(BytesIO(pdf)) as file:
        yield from map(str, file.docinfo.values())
        for each in file.objects:
            if isinstance(each, pikepdf.Dictionary):
                yield from (str(each[key]) for key in ("/Alt", "/Title") if key in each)
