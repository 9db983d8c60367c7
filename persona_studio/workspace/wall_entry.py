# SPDX-License-Identifier: MIT
"""The line cards are typed into: `12 b` puts evidence E12 into group B, other words are a note.

A number comes first for evidence (E12 or 12 a figure, Q3 a quote, T2 a theme), then the letter or
the name of a group. A note goes into a group with `/b` at its end; one that begins with a number
is written with a dash before it.
"""

import re
from dataclasses import dataclass

from persona_studio.core.snapshot import Snapshot
from persona_studio.core.wall import WallGroup

_CODE = re.compile(r"([eqt]?)\s?0*(\d{1,6})(?:\s+/?\s*(.*))?", re.IGNORECASE | re.DOTALL)
_NOTE = re.compile(r"(.*?\S)\s+/(\S[^/]*)", re.DOTALL)
_LETTERS = re.compile(r"[A-Za-z]{1,2}")


@dataclass(frozen=True)
class Typed:
    """What was typed: the number of evidence or the words of a note, and the group it goes to."""

    code: str = ""
    note: str = ""
    group: str = ""


def read(words: str) -> Typed:
    """Return what a typed line means."""
    text = words.strip()
    if found := _CODE.fullmatch(text):
        kind, number, group = found.groups()
        return Typed(f"{kind.upper() or 'E'}{int(number)}", "", " ".join((group or "").split()))
    text = text.removeprefix("-").strip()
    if found := _NOTE.fullmatch(text):
        return Typed("", found.group(1).strip(), " ".join(found.group(2).split()))
    return Typed("", text)


def group_meant(snapshot: Snapshot, words: str) -> WallGroup | None:
    """Return the group of a letter or a name; the beginning of one name will do."""
    wanted = words.casefold()
    groups = list(snapshot.table(WallGroup).values())
    for group in groups:
        if wanted in (group.letter.casefold(), group.name.casefold()):
            return group
    begun = [group for group in groups if group.name.casefold().startswith(wanted)]
    return begun[0] if len(begun) == 1 and len(wanted) > 2 else None


def new_group(words: str) -> tuple[str, str]:
    """Return the name and the letter of a group that is not there yet."""
    return ("", words.upper()) if _LETTERS.fullmatch(words) else (words, "")
