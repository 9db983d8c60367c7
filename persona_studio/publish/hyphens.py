# SPDX-License-Identifier: MIT
"""Words too wide for a line are parted between syllables, as few times as it takes."""

from collections.abc import Callable

from persona_studio.core.hyphenation import syllables

SOFT = "\u00ad"
"""A hyphen that is seen only where a line ends with it."""
_SHORT = 8  # letters of a word that is never parted

Fits = Callable[[str], bool]


def parted(text: str, fits: Fits) -> str:
    """Return a text with soft hyphens in its words that alone do not fit a line."""
    words = text.split(" ")
    return " ".join(_parted(word, fits) if len(word) > _SHORT else word for word in words)


def _parted(word: str, fits: Fits) -> str:
    if fits(word):
        return word
    parts = [""]
    for syllable in syllables(word):
        if parts[-1] and not fits(f"{parts[-1]}{syllable}-"):
            parts.append("")
        parts[-1] += syllable
    return SOFT.join(parts)
