# SPDX-License-Identifier: MIT
"""The shades and the words of a table of shares, on the screen and in what is saved of it."""

from persona_studio.evidence.shares import Count, Middle
from persona_studio.gui.patterns.wording import LEAST_FOR_SHARES, percent
from persona_studio.gui.tokens import Tokens

DEEPEST = 0.47
"""How much of the accent the shade of 100 % holds: figures stay readable on it, in grey too."""
_SIGNS = {1: "▲", -1: "▼", 0: ""}


def shade(share: float, tokens: Tokens) -> str:
    """Return the ground of a share (0-1): from the paper towards the accent, as #RRGGBB."""
    part = DEEPEST * min(1.0, max(0.0, share))
    pairs = zip(_parts(tokens.paper), _parts(tokens.accent), strict=True)
    return "#" + "".join(f"{round(paper + (ink - paper) * part):02X}" for paper, ink in pairs)


def cell_words(count: Count, everyone: Count | None = None) -> str:
    """Return a share, or counts of few people; ▲ and ▼ tell what is surely above or below."""
    if not count.n:
        return "\u2013"
    sign = _SIGNS[count.beside(everyone)] if everyone else ""
    said = f"{count.k} / {count.n}" if count.n < LEAST_FOR_SHARES else percent(count.share)
    return f"{said} {sign}".strip()


def middle_words(middle: Middle) -> str:
    """Return the middle person's number and where the middle half lies."""
    if not middle.n:
        return "\u2013"
    return f"{number(middle.median)} ({number(middle.low)}\u2013{number(middle.high)})"


def number(value: float) -> str:
    """Return a number in at least three figures, no more than can be taken in."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
