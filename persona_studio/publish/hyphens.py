# SPDX-License-Identifier: MIT
"""Where words are parted: too wide for a line between syllables, short ones of East Asia not."""

import re
from collections.abc import Callable

from persona_studio.core.hyphenation import syllables
from persona_studio.publish.language import EASTERN_LETTERS

SOFT = "\u00ad"
"""A hyphen that is seen only where a line ends with it."""
_WORDS = re.compile(f"( |{EASTERN_LETTERS.pattern})")
_SHORT = 8  # letters of a word that is never parted
_KEPT = 8  # letters of a word of East Asia that is not parted
_PLAIN = "\uffff"  # places are counted in units of UTF-16

Width = Callable[[str], float]


def parted(text: str, line: float, width: Width) -> str:
    """Return a text with soft hyphens in its words that alone are wider than a line.

    Each has room on the line it ends: readers lose a letter of a line that begins with one.
    Between letters of East Asia lines break anyway: words are what stands between those, too.
    """
    return "".join(
        _parted(word, line, width) if len(word) > _SHORT else word for word in _WORDS.split(text)
    )


def kept(text: str, start: int, length: int) -> int:
    """Return the blank that a line must end at, for a word of East Asia not to be parted; else 0.

    Lines may break between its letters; where blanks set short words apart, as in names, readers
    expect the end of a line there.
    """
    end = start + length
    blank = text.rfind(" ", start, end)
    word = text[blank + 1 :].split(" ", 1)[0]
    parts = blank > start and blank + 1 < end < blank + 1 + len(word)
    if not parts or len(word) > _KEPT or max(text) > _PLAIN:
        return 0
    return blank if EASTERN_LETTERS.search(word) else 0


def _parted(word: str, line: float, width: Width) -> str:
    if EASTERN_LETTERS.match(word) or width(word) <= line:
        return word
    room = line - width("-")
    said, part, rest = "", "", word
    for syllable in syllables(word):
        following = rest[len(syllable) :]
        if part and _before(part + syllable, following, width) > room:
            said += part + (SOFT if _before(part, rest, width) <= room else "")
            part = ""
        part, rest = part + syllable, following
    return said + part


def _before(part: str, rest: str, width: Width) -> float:
    """Return the width of a part that ends with a hyphen, as it is drawn before the next letter."""
    return width(f"{part}{SOFT}{rest[0]}") - width(rest[0]) if rest else width(part)
