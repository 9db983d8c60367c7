# SPDX-License-Identifier: MIT
"""Cells that hold several of a few choices, the mark between them, and choices that contain it.

Taken apart at the right mark, cells have the fewest different pieces. Pieces that never come one
without the other are one choice ("Phone, incl. SMS"), and so is what stands in brackets.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from persona_studio.research.plan import Role
from persona_studio.research.profile import Profile
from persona_studio.research.shapes import NUMBER

SEPARATORS = (";", "┋", "、", "،", "|", "\n", "\uff1b", "\uff0c", ",")
OPTIONS_MOST = 60
_UNSPACED = "┋、\n\uff1b\uff0c"
_FEW = 30
_ENDS = (".", "!", "?", "\u3002", "\uff01", "\uff1f")
_ROUNDS = 4


@dataclass(frozen=True)
class Parted:
    """The choices of a multi-select column under one separator."""

    separator: str
    options: tuple[str, ...]
    containing: tuple[str, ...]
    share: float


def several(column: Profile) -> Role | None:
    """Return the role of a column where one cell holds several of a few choices."""
    found = [parted for mark in SEPARATORS if (parted := part(column, mark))]
    best = min(found, key=lambda parted: (len(parted.options), -parted.share), default=None)
    if best is None:
        return None
    return Role(
        "multi_select",
        round(min(0.95, 0.6 + best.share / 2), 2),
        "the same choices come together in different cells",
        separator=best.separator,
        options=best.options,
        choices_containing_separator=best.containing,
    )


def part(column: Profile, mark: str) -> Parted | None:
    """Return the choices under a mark, None when cells are no sets of recurring choices."""
    least = max(2, 0.05 * column.filled)
    marked = [(text, n) for text, n in column.counts.items() if mark in text]
    marked = [(text, n) for text, n in marked if mark in text.strip().rstrip(mark)]
    if sum(n for _, n in marked) < least or column.share(NUMBER) > 0.6:
        return None
    spaced = sum(n for text, n in marked if f"{mark} " in text)
    always = spaced > 0.9 * sum(n for _, n in marked) and mark not in _UNSPACED
    separator = f"{mark} " if always else mark
    cells = [(_pieces(text, separator), n) for text, n in column.counts.items()]
    for _ in range(_ROUNDS):
        if not (pairs := _inseparable(cells)):
            break
        cells = [(_put_together(pieces, pairs, separator), n) for pieces, n in cells]
    cells = [([piece.strip() for piece in pieces], n) for pieces, n in cells]
    joined = sum(n for pieces, n in cells if len(pieces) > 1)
    counts = _counted(cells)
    if joined < least or not _are_choices(counts, column) or not _mixed(cells):
        return None
    inside = tuple(option for option in counts if mark in option)
    return Parted(separator, tuple(counts), inside, joined / column.filled)


def _mixed(cells: Sequence[tuple[Sequence[str], int]]) -> bool:
    """Tell whether choices that stand together also stand in other cells, alone or with others."""
    among = Counter(piece for pieces, _ in cells for piece in set(pieces))
    together = {piece for pieces, _ in cells if len(pieces) > 1 for piece in pieces}
    return sum(among[piece] > 1 for piece in together) >= 0.5 * len(together)


def _are_choices(counts: Counter[str], column: Profile) -> bool:
    """Tell whether pieces are few, short, recurring, and no sentences."""
    whole = sum(counts.values())
    if len(counts) > max(8, min(OPTIONS_MOST, 0.35 * column.filled)):
        return False
    if sum(n for piece, n in counts.items() if piece.endswith(_ENDS)) > 0.2 * whole:
        return False
    if sum(len(piece) * n for piece, n in counts.items()) > 60 * whole:
        return False
    often = 3 if column.filled >= _FEW else 2
    if sum(n for n in counts.values() if n >= often) < 0.8 * whole:
        return False
    return len(column.texts) > len(counts) * 0.6 or len(column.texts) >= 12


def _pieces(text: str, separator: str) -> list[str]:
    """Part a cell; a mark inside brackets, or one with a space where others have none, stays."""
    found: list[str] = []
    for piece in text.strip().rstrip(separator.strip() or separator).split(separator):
        before = found[-1] if found else ""
        open_ = before.count("(") > before.count(")") and ")" in piece
        if found and (open_ or (separator == "," and piece[:1] == " ")):
            found[-1] += separator + piece
        elif piece.strip():
            found.append(piece)
    return found


def _counted(cells: Sequence[tuple[Sequence[str], int]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for pieces, n in cells:
        for piece in pieces:
            counts[piece] += n
    return counts


def _inseparable(cells: Sequence[tuple[Sequence[str], int]]) -> dict[str, str]:
    """Return pieces that always have the same piece after them, which never comes without.

    Two choices that always come together are told from one choice by chance: at least five
    cells, or three where the second begins with a small letter.
    """
    counts = _counted(cells)
    beside: dict[str, Counter[str]] = {}
    for pieces, n in cells:
        for left, right in pairwise(pieces):
            beside.setdefault(left, Counter())[right] += n
    found: dict[str, str] = {}
    for left, after in beside.items():
        right, n = after.most_common(1)[0]
        alone = counts[left] == n == counts[right] and left != right
        if alone and n >= (3 if right.strip()[:1].islower() else 5):
            found[left] = right
    return {left: right for left, right in found.items() if left not in found.values()}


def _put_together(pieces: Sequence[str], pairs: dict[str, str], separator: str) -> list[str]:
    found: list[str] = []
    last = ""
    for piece in pieces:
        if found and pairs.get(last) == piece:
            found[-1] += separator + piece
        else:
            found.append(piece)
        last = piece
    return found
