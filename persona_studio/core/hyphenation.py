# SPDX-License-Identifier: MIT
"""Where a long word may break with a hyphen: between syllables, told by vowels alone.

A rule for alphabets that write their vowels (Latin, Greek, Cyrillic), not for one language; it is
meant for words that would not fit otherwise.
"""

import re

_VOWEL = (
    "aeiouy\u00e0-\u00e6\u00e8-\u00ef\u00f2-\u00f6\u00f8-\u00fc\u0153"
    "\u03b1\u03b5\u03b7\u03b9\u03bf\u03c5\u03c9\u03ac-\u03af\u03ca-\u03ce\u0390\u03b0"
    "\u0430\u0435\u0451\u0438\u0456\u0457\u043e\u0443\u044b\u044d\u044e\u044f\u0454"
)
_SOUND = (
    "b-df-hj-np-tv-xz\u00df\u00e7\u00f1"
    "\u03b2-\u03b4\u03b6\u03b8\u03ba-\u03be\u03c0-\u03c4\u03c6-\u03c8"
    "\u0431-\u0434\u0436\u0437\u0439-\u043d\u043f-\u0442\u0444-\u0449\u0452-\u0455\u0458-\u045c\u0491"
)
_ONSET = (
    f"(?:sch[lmnrw]?|ch|ck|ph|th|qu|[bcdfgkptvw][lr]|[\u03b2\u03b3\u03b4\u03b8\u03ba\u03c0\u03c4\u03c6\u03c7][\u03bb\u03c1]"
    f"|[\u0431\u0433\u0434\u043a\u043f\u0442\u0444][\u043b\u0440]|[{_SOUND}])"
)
_SYLLABLE = re.compile(
    f"(?<=[{_VOWEL}])[{_SOUND}]*?[\u044c\u044a]?(?={_ONSET}[{_VOWEL}])", re.IGNORECASE
)
_ADDRESS = re.compile(r"[/@_=&#\\]|[.:?]\w")
_LEAST, _BETWEEN = 3, 2  # letters before the first and after the last hyphen, and between two


def syllables(word: str) -> list[str]:
    """Return the parts of a word between which a hyphen may stand; an address has only one."""
    if _ADDRESS.search(word):
        return [word]
    parts, last = [], 0
    for place in _SYLLABLE.finditer(word):
        at = place.end()
        if at >= _LEAST and len(word) - at >= _LEAST and at - last >= _BETWEEN:
            parts.append(word[last:at])
            last = at
    return [*parts, word[last:]]
