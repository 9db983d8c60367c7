# SPDX-License-Identifier: MIT
"""What a template is: a name, the papers it is made for, and where its drawing is found."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from persona_studio.publish.comparison import Comparison
from persona_studio.publish.sheet import Sheet
from persona_studio.publish.theme import Paper, Sizes, Theme, sizes

if TYPE_CHECKING:
    from persona_studio.publish.document import Document
    from persona_studio.publish.fit import Report
    from persona_studio.publish.typeset import Typesetter


FARTHEST = 1.5  # of its usual distance, up to which a page that goes on bears larger type


@dataclass(frozen=True)
class Member:
    """One persona of an order: its sheet, its colours, its picture (None for initials)."""

    sheet: Sheet
    theme: Theme
    face: bytes | None = None


@dataclass(frozen=True)
class Order:
    """One persona to be set: into which document, on which paper, read from how far (metres).

    `face` is the picture as PNG or JPEG bytes, square, or None for initials. A template that
    shows several together finds all of them in `group`, the first being that of the order. `side`
    is the way the grid runs, ltr or rtl; "" for that in which a persona is written. `usual` is from
    how far the template is read on this paper.
    """

    document: "Document"
    setter: "Typesetter"
    sheet: Sheet
    paper: Paper
    theme: Theme
    distance: float
    face: bytes | None = None
    group: tuple[Member, ...] = ()
    comparison: Comparison | None = None
    side: str = ""
    usual: float = 0.0

    def borne(self, farthest: float = FARTHEST) -> Sizes:
        """Return the sizes for the distance, up to so many times the usual one.

        A page that moved all its lines for the sake of type would have nothing to read.
        """
        return sizes(min(self.distance, farthest * (self.usual or self.paper.distance)))


@dataclass(frozen=True)
class Template:
    """One kind of page; its module's `compose(order)` is imported when first used.

    `distance` (metres) is from where it is read on any paper; None where that follows the paper.
    `tells_all` templates need the ledger of all claims, `compares` ones what sets personas apart;
    `together` ones get all personas at once; those that `turn` may be printed the other way round
    than usual. `near` is how much closer than a poster it is read, `bars` how many shares are drawn
    where the team chose none.
    """

    id: str
    title: str
    papers: tuple[str, ...]
    module: str
    distance: float | None = None
    tells_all: bool = False
    together: bool = False
    compares: bool = False
    landscape: bool = False
    turns: bool = False
    near: float = 1.0
    bars: int = 0

    def read_from(self, paper: Paper) -> float:
        """Return the usual reading distance on a paper, in metres."""
        return self.distance or round(paper.distance * self.near, 2)

    def compose(self, order: Order) -> "Report":
        """Draw all sheets of one persona and report."""
        return cast("Report", import_module(self.module).compose(order))
