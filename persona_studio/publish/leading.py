# SPDX-License-Identifier: MIT
"""How far lines lie apart: letters of Arabic and Devanagari reach higher and lower than others."""

from functools import lru_cache
from re import compile as pattern

_TALL = pattern("[\u0600-\u08ff\u0900-\u097f\ufb50-\ufdff\ufe70-\ufeff]")
_LEAST = 1.36  # times the size, so that two such lines do not touch
_TEXTS = 6_000


@lru_cache(_TEXTS)
def lead_of(text: str, usual: float) -> float:
    """Return the leading of a text: the usual one, or what its letters need."""
    return max(usual, _LEAST) if _TALL.search(text) else usual
