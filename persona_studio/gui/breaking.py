# SPDX-License-Identifier: MIT
"""Where a long word may break: between syllables with a hyphen, or anywhere in an address."""

import re

from persona_studio.core.hyphenation import syllables

_TOKEN = re.compile(r"\S{16,}")
_ADDRESS = re.compile(r"[/@_=&#\\]|[.:?]\w")
_ENDLESS = 25
_PART = re.compile(r"([\w.,:;/@&=?#_-]{12})(?=\w)")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f]{16,}")
_MAY_BREAK, _HYPHEN = "\u200b", "\u00ad"


def breakable(text: str) -> str:
    """Return text whose long words may break: one of them would widen a whole page."""
    return _TOKEN.sub(_broken, text)


def _broken(found: re.Match[str]) -> str:
    word = found[0] if _ADDRESS.search(found[0]) else _WORD.sub(_hyphenated, found[0])
    return _PART.sub(rf"\1{_MAY_BREAK}", word) if len(found[0]) >= _ENDLESS else word


def _hyphenated(found: re.Match[str]) -> str:
    return _HYPHEN.join(syllables(found[0]))
