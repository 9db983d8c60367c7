# SPDX-License-Identifier: MIT
"""Who is in the room, from what was typed: names with commas between, or a number of people."""

import re

MOST = 60
_BETWEEN = re.compile(r"[,;\n]")


def added(people: tuple[str, ...], text: str, numbered: str = "Person {0}") -> tuple[str, ...]:
    """Return the people with those of a text; a name that is there already is numbered.

    A number brings so many people without names.
    """
    out = list(people)
    for name in _names(text, numbered, len(out)):
        if len(out) < MOST:
            out.append(_free(name, out))
    return tuple(out)


def _names(text: str, numbered: str, there: int) -> list[str]:
    tidy = text.strip()
    if tidy.isdecimal():
        count = min(MOST, int(tidy))
        return [numbered.format(there + place) for place in range(1, count + 1)]
    return [" ".join(part.split()) for part in _BETWEEN.split(text) if part.strip()]


def _free(name: str, taken: list[str]) -> str:
    found, number = name, 2
    while found in taken:
        found, number = f"{name} {number}", number + 1
    return found
