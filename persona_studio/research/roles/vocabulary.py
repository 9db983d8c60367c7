# SPDX-License-Identifier: MIT
"""Words by which headings say what a column holds; the lists lie in `headings.txt`."""

import re
from functools import cache
from pathlib import Path

_CAMEL = re.compile(r"([^\W\d_A-Z])([A-Z])")
_REMARK = re.compile(r"[(\[][^()\[\]]*[)\]]")
_PARTING = re.compile(r"[\s_:;,.?!*#/\\|&+\"'\u2019\u00bf\u00a1-]+")
_MARKS = re.compile(r"[_:?*()\"'.]+")


@cache
def _lists() -> dict[str, str]:
    """Return the shipped lists by name, each as one pattern."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in Path(__file__).with_name("headings.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("# "):
            found.setdefault(name, []).append(line)
    return {name: "|".join(lines) for name, lines in found.items()}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_lists()[name])


@cache
def is_called(name: str, heading: str) -> bool:
    """Tell whether a heading is one of the words of a list and nothing more.

    Marks, remarks in brackets, and words of whom or where it is ("billing", "your", "contact")
    do not matter.
    """
    bare = " ".join(_MARKS.sub(" ", heading.casefold()).split())
    if not bare:
        return False
    pattern = _pattern(name)
    return any(pattern.fullmatch(each) for each in (bare, *_cores(heading)))


@cache
def _cores(heading: str) -> tuple[str, ...]:
    """Return a heading as parted words, and with the words of whom it is taken away in turn."""
    said = _CAMEL.sub(r"\1 \2", _REMARK.sub(" ", heading)).casefold()
    parts = _PARTING.sub(" ", said).split()
    while len(parts) > 1 and parts[-1].isdigit():
        parts.pop()
    found = [" ".join(parts)]
    of_whom = _pattern("of whom")
    while len(parts) > 1 and of_whom.fullmatch(parts[0]):
        parts = parts[1:]
        found.append(" ".join(parts))
    while len(parts) > 1 and of_whom.fullmatch(parts[-1]):
        parts = parts[:-1]
        found.append(" ".join(parts))
    return tuple(each for each in found if each)


def speaks_of(name: str, heading: str) -> bool:
    """Tell whether a heading has one of the words of a list in it."""
    return bool(_pattern(name).search(heading.casefold()))


@cache
def personal_kind(heading: str) -> str | None:
    """Return the kind of personal data a heading announces."""
    kinds = [name for name in _lists() if name.startswith("pii ")]
    return next((name[4:] for name in kinds if is_called(name, heading)), None)


@cache
def asks_for(question: str) -> str | None:
    """Return the kind of personal data a whole question asks for."""
    kinds = [name for name in _lists() if name.startswith("asks ")]
    return next((name[5:] for name in kinds if speaks_of(name, question)), None)
