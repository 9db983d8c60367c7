# SPDX-License-Identifier: MIT
"""What a person has told about the columns of one file, kept over every new look at it.

A new look may part the file into other columns: what was told belongs to a heading, and to a
column's number only where the file has as many columns as before. What fits nothing now is kept
and comes back with its column.
"""

from dataclasses import dataclass, field, replace

from persona_studio.gui.research import draft
from persona_studio.gui.research.draft import TOLD
from persona_studio.research.plan import Column, Plan, Role


@dataclass(frozen=True)
class _Told:
    number: int
    wide: int
    role: Role | None
    use: Column | None


@dataclass
class Choices:
    """Told roles and uses by heading."""

    _told: dict[str, _Told] = field(default_factory=dict)

    def remember(self, plan: Plan) -> None:
        """Take down what is told in a plan."""
        wide = len(draft.numbers(plan))
        for heading, number in _headings(plan).items():
            role = plan.roles[number]
            told = role if role.why == TOLD else None
            use = plan.columns.get(number)
            if told or use:
                self._told[heading] = _Told(number, wide, told, use)

    def applied(self, fresh: Plan) -> Plan:
        """Return a new look at the file with everything told before that still fits."""
        headings = _headings(fresh)
        wide = len(draft.numbers(fresh))
        roles, uses = dict(fresh.roles), dict(fresh.columns)
        for heading, told in self._told.items():
            number = headings.get(heading)
            if number is None and told.wide == wide:
                number = told.number
            if number is None:
                continue
            if told.role is not None:
                roles[number] = told.role.of_column(roles[number])
            if told.use is not None:
                uses[number] = told.use
        return replace(fresh, roles=roles, columns=uses)


def _headings(plan: Plan) -> dict[str, int]:
    """Return each column's number by its heading; equal headings are told apart by their place."""
    found: dict[str, int] = {}
    for number in draft.numbers(plan):
        name = " ".join(draft.label(plan, number).split()).casefold()
        place = 1
        while f"{name}|{place}" in found:
            place += 1
        found[f"{name}|{place}"] = number
    return found
