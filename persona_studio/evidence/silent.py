# SPDX-License-Identifier: MIT
"""Which answers say something without their question; no numpy.

A yes, a number, "Other" and "None of the above" need it: they name no group and are no line of
their own. The words lie in `silent.txt`.
"""

import re
from functools import cache
from pathlib import Path

from persona_studio.evidence.reading import fold

_EDGES = " \t.!?…*\"'“”„«»()[]"
_REMARK = re.compile(r"\s*(?:[,:;/(\[\uff08]|[-\u2013\u2014]\s).*", re.DOTALL)


@cache
def texts(name: str) -> frozenset[str]:
    """Return the texts of one list, as they are folded."""
    return frozenset(fold(text) for text in _lists()[name])


def says_something(answer: str) -> bool:
    """Tell whether an answer is understood alone, whatever stands after it as a remark.

    What begins with a number, or is one letter, is a code, an amount or a step.
    """
    said = _bare(answer)
    first = next(filter(str.isalnum, said), "")
    if not first or first.isnumeric():
        return False
    is_letter = len(said) == 1 and said.upper() != said.lower()
    return not (is_letter or said in _silent() or _bare(_REMARK.sub("", said)) in _silent())


@cache
def _silent() -> frozenset[str]:
    return frozenset(_bare(text) for listed in _lists().values() for text in listed)


def _bare(answer: str) -> str:
    return fold(answer).replace("\u2019", "'").strip(_EDGES)


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    name = ""
    for line in Path(__file__).with_name("silent.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("# "):
            found[name] = (*found.get(name, ()), *line.split(" | "))
    return found
