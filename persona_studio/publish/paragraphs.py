# SPDX-License-Identifier: MIT
"""What a flowing document is made of; light enough to be built anywhere, set by `flow.py`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

PAPER = "A4"


@dataclass(frozen=True)
class Para:
    """A paragraph in one of the styles of `flow.py`; `tag` stands in the margin beside it."""

    text: str
    style: str = "body"
    tag: str = ""


Block: TypeAlias = tuple[Para, ...]


@dataclass(frozen=True)
class Flow:
    """What to set: the file's title, the words at the foot of each page, and the blocks."""

    title: str
    foot: str
    blocks: tuple[Block, ...]


def under(heading: Para, blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with a heading that stays with the first of them; nothing without blocks."""
    return [(heading, *blocks[0]), *blocks[1:]] if blocks else []
