# SPDX-License-Identifier: MIT
"""Select-all questions spread over columns: one column a choice, ticked or left empty."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from persona_studio.evidence.reading import fold
from persona_studio.research import headings
from persona_studio.research.plan import Role
from persona_studio.research.profile import Profile

_NOT_TICKED = frozenset({"0", "n", "false", "not selected", "unchecked", "-"})
_TICKED = frozenset({"1", "yes", "y", "true", "selected", "checked", "x", "ja", "oui"})
_KEEP = ("pii", "respondent_id", "record_id", "timestamp", "date", "ignore", "free_text")


def gather(
    roles: Mapping[int, Role], columns: Sequence[Profile], stems: Mapping[int, str]
) -> tuple[dict[int, Role], tuple[tuple[int, int], ...]]:
    """Return the roles with spread questions marked, and each one's first and last column.

    `stems` names the question that neighbouring columns share by their headings. Without a shared
    heading, columns belong together when each holds nothing but its own heading.
    """
    found = dict(roles)
    groups = []
    for run in _runs(columns, stems):
        ticked = [c for c in run if _ticks(c, stems.get(c.number, "")) is not None]
        if len(ticked) < 2:
            continue
        first, last = ticked[0].number, _last(run, ticked[-1], found)
        name = stems.get(first) or f"Columns {first} to {last}"
        groups.append((first, last))
        for column in ticked:
            role = found[column.number]
            if role.role not in _KEEP:
                found[column.number] = _choice(role, column, name)
        for column in run:  # offered as well, and ticked by nobody
            if first < column.number <= groups[-1][1] and not column.filled:
                found[column.number] = _choice(found[column.number], column, name)
    return found, tuple(groups)


def _runs(columns: Sequence[Profile], stems: Mapping[int, str]) -> list[list[Profile]]:
    """Return neighbouring columns that may be one question."""
    runs: list[list[Profile]] = []
    before = ""
    for column in columns:
        stem = stems.get(column.number, "")
        loose = column.holds_own_heading or (before == "=" and _is_rest(column))
        key = stem or ("=" if loose else "")
        if key and key == before:
            runs[-1].append(column)
        elif key:
            runs.append([column])
        before = key
    return runs


def _is_rest(column: Profile) -> bool:
    """Tell whether a column may be a choice nobody ticked, or the words of those who said other."""
    return not column.filled or fold(column.label) in ("other", "andere", "sonstiges", "autre")


def _last(run: Sequence[Profile], ticked: Profile, roles: Mapping[int, Role]) -> int:
    """Return the last column of the question; one for other answers in words belongs to it."""
    last = ticked.number
    for column in run:
        worded = roles[column.number].role in ("free_text", "ignore")
        if column.number == last + 1 and (worded or _is_rest(column)):
            last = column.number
    return last


def _ticks(column: Profile, stem: str) -> str | None:
    """Return the text that means "ticked" in a column; None where it is no tick box."""
    texts = {fold(text): text for text in column.texts}
    ticks = [said for said in texts if said not in _NOT_TICKED]
    if len(ticks) != 1 or len(texts) > 2:
        return None
    if stem and len(texts) == 1 and column.filled == column.rows and ticks[0] not in _TICKED:
        return None
    heading = fold(f"{column.label} {column.text}")
    if ticks[0] in _TICKED or ticks[0] in heading or len(texts) == 1:
        return texts[ticks[0]]
    return None


def _choice(role: Role, column: Profile, name: str) -> Role:
    tick = _ticks(column, name)
    blank = [text for text in column.texts if fold(text) in _NOT_TICKED]
    heading = role.text or role.label
    called = headings.choice(heading, name)
    return replace(
        role,
        label=called or role.label,
        text=heading if called else role.text,
        role="multi_select",
        sure=0.8,
        why="one choice of a question over several columns",
        group=name,
        options=(tick,) if tick else (),
        order=(),
        missing=tuple(dict.fromkeys([*role.missing, *blank])),
    )
