# SPDX-License-Identifier: MIT
"""Questions spread over columns: one column a choice, ticked or left empty."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from persona_studio.evidence import silent
from persona_studio.evidence.privacy import mask_certain
from persona_studio.evidence.reading import fold
from persona_studio.research import headings
from persona_studio.research.plan import Role
from persona_studio.research.profile import Profile

NOT_TICKED = frozenset({"0", "n", "false", "-"}) | silent.texts("not ticked")
_TICKED = frozenset({"1", "y", "x"}) | silent.texts("ticked")
_OTHER = silent.texts("other")
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
        ticks = {c.number: tick for c in run if (tick := _ticks(c, stems.get(c.number, "")))}
        if len(ticks) < 2:
            continue
        first, last = min(ticks), _last(run, max(ticks), found)
        name = stems.get(first) or f"Columns {first} to {last}"
        groups.append((first, last))
        start = run[0].number if stems.get(first) else first
        for column in run[start - run[0].number : last - run[0].number + 1]:
            found[column.number] = _gathered(found[column.number], column, name, ticks)
    return found, tuple(groups)


def _gathered(role: Role, column: Profile, name: str, ticks: Mapping[int, str]) -> Role:
    """Return a column's role as one choice of a question, where it is one."""
    tick = ticks.get(column.number, "")
    if tick and (_is_own(column, tick, name) or role.role not in _KEEP):
        shared = sum(fold(each) == fold(tick) for each in ticks.values()) > 1
        return _answering(_choice(role, column, name, tick), shared=shared)
    return (
        _choice(role, column, name) if role.role != "free_text" and _is_unticked(column) else role
    )


def with_several(
    groups: Iterable[tuple[int, int]], roles: Mapping[int, Role]
) -> tuple[tuple[int, int], ...]:
    """Return the groups that are questions with several answers."""
    several = {n for n, role in roles.items() if role.role == "multi_select"}
    return tuple(g for g in groups if not several.isdisjoint(range(g[0], g[1] + 1)))


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
    return not column.filled or fold(column.label) in _OTHER


def _last(run: Sequence[Profile], ticked: int, roles: Mapping[int, Role]) -> int:
    """Return the last column of the question; one for other answers in words belongs to it."""
    last = ticked
    for column in run:
        worded = roles[column.number].role in ("free_text", "ignore")
        if column.number == last + 1 and (worded or _is_rest(column)):
            last = column.number
    return last


def _ticks(column: Profile, stem: str) -> str:
    """Return the text that means "ticked" in a column; "" where it is no tick box."""
    texts = {fold(text): text for text in column.texts}
    ticks = [said for said in texts if said not in NOT_TICKED]
    if not ticks and len(texts) == 1 and _is_own(column, column.texts[0], stem):
        return column.texts[0]
    if len(ticks) != 1 or len(texts) > 2:
        return ""
    if stem and len(texts) == 1 and column.filled == column.rows and ticks[0] not in _TICKED:
        return ""
    heading = fold(f"{column.label} {column.text}")
    if ticks[0] in _TICKED or ticks[0] in heading or len(texts) == 1:
        return texts[ticks[0]]
    return ""


def _called(column: Profile, name: str) -> str:
    """Return what a column's heading adds to the question."""
    return headings.choice(column.text or column.label, name) or column.label


def _is_own(column: Profile, tick: str, name: str) -> bool:
    """Tell whether a column holds nothing but what its heading calls it: nobody's own words."""
    return len(column.texts) == 1 and fold(tick) == fold(_called(column, name))


def _is_unticked(column: Profile) -> bool:
    """Tell whether a column may be a choice that is offered and was ticked by nobody."""
    return all(fold(text) in NOT_TICKED for text in column.texts)


def _choice(role: Role, column: Profile, name: str, tick: str = "") -> Role:
    heading = role.text or role.label
    called = _called(column, name)
    blank = [text for text in column.texts if text != tick and fold(text) in NOT_TICKED]
    return replace(
        role,
        label=called,
        text=heading if called != role.label else role.text,
        role="multi_select",
        sure=0.8,
        why="one choice of a question over several columns",
        group=name,
        choice=mask_certain(called)[0],
        tick=tick,
        options=(tick,) if tick else (),
        order=(),
        pii=None,
        missing=tuple(dict.fromkeys([*role.missing, *blank])),
        filled=sum(n for text, n in column.counts.items() if tick and text.strip() == tick),
    )


def _answering(role: Role, *, shared: bool) -> Role:
    """Return a choice with its answer as it is written: a tick that is more than a mark."""
    worded = any(map(str.isalpha, role.tick)) and fold(role.tick) not in _TICKED
    own = (worded and not shared) or fold(role.tick) == fold(role.choice)
    return replace(role, choice=mask_certain(role.tick)[0]) if own else role
