# SPDX-License-Identifier: MIT
"""How well a few typed letters fit a line of text; whole words and word starts come first."""

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")

_WHOLE, _START, _INSIDE, _SCATTERED = 400, 300, 200, 100


def score(query: str, text: str) -> int | None:
    """Return how well `query` fits `text`, higher is better; None when it does not.

    Every word of the query must fit: as a word, as the start of one, inside one, or as the first
    letters of words in this order ("np" finds "New project").
    """
    line = text.casefold()
    total = 0
    for word in query.casefold().split():
        found = _fit(word, line)
        if found is None:
            return None
        total += found
    return total - min(len(line), 99)


def ranked(query: str, items: Iterable[tuple[str, T]], limit: int) -> list[T]:
    """Return the best fitting items of (text, item), best first, equal ones in given order."""
    found = [(fit, item) for text, item in items if (fit := score(query, text)) is not None]
    found.sort(key=lambda pair: -pair[0])
    return [item for _, item in found[:limit]]


def _fit(word: str, line: str) -> int | None:
    place = line.find(word)
    while place >= 0:
        starts = place == 0 or not line[place - 1].isalnum()
        end = place + len(word)
        if starts:
            return _WHOLE if end == len(line) or not line[end].isalnum() else _START
        following = line.find(word, place + 1)
        if following < 0:
            return _INSIDE
        place = following
    return _SCATTERED if len(word) >= 2 and _starts_hold(word, line) else None


def _starts_hold(letters: str, line: str) -> bool:
    """Tell whether `letters` are the first letters of words of `line`, in order."""
    starts = iter(part[0] for part in line.split())
    return all(letter in starts for letter in letters)
