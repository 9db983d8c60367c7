# SPDX-License-Identifier: MIT
"""A question whose choices have a column each: which columns those are, and what they make whole.

Whether it has one answer or several is in the roles of its columns, so a person can change it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from persona_studio.evidence.reading import fold
from persona_studio.research.plan import Plan, Role
from persona_studio.research.profile import Profile
from persona_studio.research.roles.spread import NOT_TICKED

ROLES = ("single_choice", "ordinal", "likert", "nps", "yes_no", "numeric")
"""What a question with one answer may be."""
TOGETHER = "one answer over several columns: nobody ticked two"
"""Why a question is put together where nobody has told so."""
BETWEEN = "; "
"""What stands between two answers where only one was awaited."""


def groups(roles: Mapping[int, Role]) -> list[tuple[int, ...]]:
    """Return the columns of each question that has a column for each choice."""
    found: dict[int, list[int]] = {}
    place, before = 0, ""
    for number in sorted(roles):
        role = roles[number]
        place += role.group != before
        before = role.group
        if role.group and role.choice:
            found.setdefault(place, []).append(number)
    return [tuple(columns) for columns in found.values() if len(columns) > 1]


def questions(roles: Mapping[int, Role]) -> list[tuple[int, ...]]:
    """Return the columns of each question that has one answer."""
    ones = {n: role for n, role in roles.items() if role.role in ROLES or not role.choice}
    return groups(ones)


def stored(plan: Plan) -> list[tuple[int, tuple[int, ...]]]:
    """Return the columns that are stored; those of a question with one answer once, by the first.

    Beside each stand all columns that are put together in it, none where it stands alone.
    """
    kept = [n for n in range(1, plan.columns_count + 1) if plan.use(n) != "leave_out"]
    over = questions({n: plan.roles[n] for n in kept if n in plan.roles})
    first = {columns[0]: columns for columns in over}
    later = {n for columns in over for n in columns[1:]}
    return [(n, first.get(n, ())) for n in kept if n not in later]


class Ticks(dict[str, str]):
    """The answer each cell of a choice's column stands for: "" where it is not ticked.

    What is neither a tick nor blank stays as it is: no answer is lost.
    """

    _MOST = 1_000

    def __init__(self, role: Role, missing: Iterable[str] = ()) -> None:
        super().__init__()
        self._tick, self._answer = fold(role.tick), role.choice
        self._blank = {fold(text) for text in (*role.missing, *missing)} - {self._tick} | {""}

    def __missing__(self, cell: str) -> str:
        said = fold(cell)
        answer = self._answer if said == self._tick else cell.strip()
        answer = "" if said in self._blank else answer
        if len(self) < self._MOST:
            self[cell] = answer
        return answer


def together(roles: Mapping[int, Role], columns: Sequence[int]) -> Profile:
    """Return the columns of a question as the one column it could have been."""
    whole = Profile(columns[0], roles[columns[0]].group)
    for n in columns:
        whole.counts[roles[n].choice] += roles[n].filled
    return whole


def missing_of(roles: Mapping[int, Role], columns: Sequence[int]) -> tuple[str, ...]:
    """Return the choices of a question with one answer that mean no answer."""
    offered = {fold(roles[n].choice) for n in columns} - NOT_TICKED
    told = dict.fromkeys(text for n in columns for text in roles[n].missing)
    return tuple(text for text in told if fold(text) in offered)


def whole_of(roles: Mapping[int, Role], columns: Sequence[int]) -> Role:
    """Return the role of a question with one answer, as if it had one column."""
    first = roles[columns[0]]
    return replace(
        first,
        label=first.group,
        text="",
        group="",
        choice="",
        tick="",
        missing=missing_of(roles, columns),
        filled=sum(roles[n].filled for n in columns),
        distinct=sum(roles[n].filled > 0 for n in columns),
    )


class Answers:
    """Puts the columns of a question with one answer together, row by row; loses no answer.

    Whoever ticked two keeps both in one cell; how many did is counted in `twice`.
    """

    def __init__(
        self, roles: Mapping[int, Role], columns: Sequence[int], missing: Iterable[str] = ()
    ) -> None:
        self.columns = list(columns)
        self._ticks = [Ticks(roles[n], missing) for n in columns]
        self.twice = 0

    def of(self, columns: Sequence[Sequence[str]]) -> list[str]:
        """Return the answer of each of some rows."""
        cells = (columns[n - 1] for n in self.columns)
        said = [map(t.__getitem__, c) for t, c in zip(self._ticks, cells, strict=True)]
        found = [[*filter(None, row)] for row in zip(*said, strict=True)]
        self.twice += sum(len(answers) > 1 for answers in found)
        return list(map(BETWEEN.join, found))


def choice_of(whole: Role, role: Role) -> Role:
    """Return the role of one choice of a question that is known as a whole."""
    missing = tuple(dict.fromkeys([*role.missing, *whole.missing]))
    return replace(whole.of_column(role), missing=missing, ident=role.ident)


def one_of_several(role: Role) -> Role:
    """Return the role of a choice where the question has several answers."""
    options = (role.tick,) if role.tick else ()
    return replace(role, role="multi_select", options=options, order=(), separator=None)
