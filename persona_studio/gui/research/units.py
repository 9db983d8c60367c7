# SPDX-License-Identifier: MIT
"""Places in a text as the project counts them (characters) and as Qt does (UTF-16 units)."""

from bisect import bisect_left

_BREAKS = str.maketrans({"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n"})


class Units:
    """One text, shown in a text widget; every place in it is known both ways."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._wide = [place for place, letter in enumerate(text) if ord(letter) > 0xFFFF]
        self._starts = [place + count for count, place in enumerate(self._wide)]

    @property
    def shown(self) -> str:
        """The text as a widget shows it: as long as the text, its line ends made one kind."""
        return self.text.replace("\r\n", " \n").translate(_BREAKS)

    def to_qt(self, place: int) -> int:
        """Return Qt's position of a character."""
        return place + bisect_left(self._wide, place)

    def from_qt(self, position: int) -> int:
        """Return the character at Qt's position."""
        return position - bisect_left(self._starts, position)

    def passage(self, start: int, end: int) -> tuple[int, str] | None:
        """Return (where it begins, text) of what lies between two of Qt's positions, trimmed."""
        first, last = self.from_qt(start), self.from_qt(end)
        text = self.text[first:last]
        bare = text.strip()
        return (first + len(text) - len(text.lstrip()), bare) if bare else None
