# SPDX-License-Identifier: MIT
"""Where a long word may break: between syllables with a hyphen, or anywhere in an address."""

import re

_TOKEN = re.compile(r"\S{16,}")
_ADDRESS = re.compile(r"[/@_=&#\\]|[.:?]\w")
_ENDLESS = 25
_PART = re.compile(r"([\w.,:;/@&=?#_-]{12})(?=\w)")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{16,}")
_VOWEL = "[aeiouy\u00e0-\u00e6\u00e8-\u00ef\u00f2-\u00f6\u00f8-\u00fc\u0153]"
_SOUND = "[b-df-hj-np-tv-xz\u00df\u00e7\u00f1]"
_ONSET = f"(?:sch[lmnrw]?|ch|ck|ph|th|qu|[bcdfgkptvw][lr]|{_SOUND})"
_SYLLABLE = re.compile(f"(?<={_VOWEL}){_SOUND}*?(?={_ONSET}{_VOWEL})", re.IGNORECASE)
_LEAST = 3
_MAY_BREAK, _HYPHEN = "\u200b", "\u00ad"


def breakable(text: str) -> str:
    """Return text whose long words may break: one of them would widen a whole page."""
    return _TOKEN.sub(_broken, text)


def _broken(found: re.Match[str]) -> str:
    word = found[0] if _ADDRESS.search(found[0]) else _WORD.sub(_hyphenated, found[0])
    return _PART.sub(rf"\1{_MAY_BREAK}", word) if len(found[0]) >= _ENDLESS else word


def _hyphenated(found: re.Match[str]) -> str:
    """Return a word with soft hyphens between its syllables, none near its ends."""
    word, out, last = found[0], "", 0
    for place in _SYLLABLE.finditer(word):
        at = place.end()
        if at >= _LEAST and len(word) - at >= _LEAST and at - last >= 2:
            out, last = out + word[last:at] + _HYPHEN, at
    return out + word[last:]
