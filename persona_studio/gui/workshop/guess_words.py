# SPDX-License-Identifier: MIT
"""What is said of guesses beside the data; counts first, shares only where many were asked."""

from PySide6.QtCore import QCoreApplication

from persona_studio.evidence.guesses import Outcome

_PERCENT_FROM = 30


def caption(found: Outcome) -> str:
    """Say the count, and its share with the interval where at least thirty people were asked."""
    counts = _tr("{0} of {1}").format(found.k, found.n)
    if found.n < _PERCENT_FROM:
        return counts
    low, high = round(100 * found.low), round(100 * found.high)
    return f"{counts}: {round(100 * found.share)} % ({low}\u2013{high} %)"


def told(found: Outcome, guesses: int) -> str:
    """Say how the room did."""
    if found.room is None or not found.n:
        return _tr("Nobody guessed.")
    guessed = round(100 * found.room)
    points = guessed - round(100 * found.share)  # of the rounded shares: both are read beside it
    words = _tr("{0} points too high") if points > 0 else _tr("{0} points too low")
    off = words.format(abs(points)) if points else _tr("right")
    middle = _tr("The room's middle guess is {0} %: {1}.").format(guessed, off)
    hits = _tr("{0} of {1} guesses lie where the data may lie.").format(len(found.hits), guesses)
    nearest = _tr("Nearest: {0}.").format(", ".join(found.nearest))
    return f"{middle} {hits} {nearest}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("workshop", text)
