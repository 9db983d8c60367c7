# SPDX-License-Identifier: MIT
"""Roles that the file itself states (SPSS): levels of measurement, value labels, choice sets.

Personal data, people's ids and dates are told by the general rules all the same: no level of
measurement says that a text is an address.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from persona_studio.evidence.privacy import mask_certain
from persona_studio.research.plan import Role
from persona_studio.research.profile import Profile
from persona_studio.research.readers.spss import ChoiceSet, Variable
from persona_studio.research.roles.several import OPTIONS_MOST

_GENERAL = ("pii", "timestamp", "date", "duration")
_PEOPLE = ("respondent_id", "record_id")
_SCALES = ("ordinal", "likert", "nps")
_STEPS_MOST = 25


def stated(
    roles: Mapping[int, Role],
    columns: Sequence[Profile],
    variables: Sequence[Variable],
    sets: Sequence[ChoiceSet],
) -> dict[int, Role]:
    """Return the roles with everything the file says about its variables."""
    found = dict(roles)
    for column, variable in zip(columns, variables, strict=True):
        role = replace(roles[column.number], choice="", tick="")
        if role.role not in _GENERAL and not (role.role in _PEOPLE and not variable.labels):
            choices = next((s for s in sets if variable.name in s.variables), None)
            known = _Known(column, variable, role)
            found[column.number] = known.ticked(choices) if choices else known.role
    return found


class _Known:
    """One variable with what was found in its column."""

    def __init__(self, column: Profile, variable: Variable, role: Role) -> None:
        self._variable, self._role = variable, role
        self._codes = {variable.write(code): code for code in variable.labels}
        bare = [text for text in column.texts if text not in self._codes and _plain(text)]
        self._codes.update({text: float(text) for text in bare})
        self._missing = tuple(t for t, code in self._codes.items() if variable.is_missing(code))
        answers = {t: n for t, n in column.counts.items() if t.strip() not in self._missing}
        self._base = replace(
            role,
            missing=tuple(dict.fromkeys([*role.missing, *self._missing])),
            filled=sum(answers.values()),
            distinct=len(answers),
        )
        self._texts = [text.strip() for text in answers]

    @property
    def role(self) -> Role:
        """What the level of measurement makes of the variable."""
        measure = self._variable.measure
        labelled = [t for t in self._steps if self._codes[t] in self._variable.labels]
        if not labelled and not self._numbers:
            return self._base
        if measure == "nominal":
            return self._choice() if labelled or len(self._steps) <= OPTIONS_MOST else self._base
        if measure == "ordinal" and len(self._steps) <= _STEPS_MOST:
            return self._scale()
        if measure == "scale":
            steps = len(labelled) >= 2 and len(self._steps) <= _STEPS_MOST
            return self._scale() if steps else self._told("numeric", "", order=(), options=())
        if labelled and self._role.role not in (*_SCALES, "yes_no"):
            return self._choice()
        return self._base

    def ticked(self, choices: ChoiceSet) -> Role:
        """Return the role of one choice of a question with several answers."""
        tick = self._variable.write(choices.ticked) if choices.ticked is not None else ""
        return self._told(
            "multi_select",
            "one choice of a question with several answers",
            group=choices.name,
            options=(tick,) if tick else (),
            order=(),
            separator=None,
            missing=tuple(text for text in self._texts if text != tick) + self._missing,
        )

    @property
    def _numbers(self) -> bool:
        return bool(self._texts) and all(map(_plain, self._texts))

    @property
    def _steps(self) -> tuple[str, ...]:
        """The answers by their codes from low to high, those nobody gave among them."""
        asked = [text for text in self._codes if text not in self._missing]
        return tuple(sorted(asked, key=lambda text: _order(self._codes[text])))

    def _choice(self) -> Role:
        kind = "yes_no" if self._role.role == "yes_no" else "single_choice"
        return self._told(kind, "", order=(), options=_safe(self._steps), separator=None)

    def _scale(self) -> Role:
        kind = self._role.role if self._role.role in _SCALES else "ordinal"
        return self._told(kind, "", order=_safe(self._steps), options=_safe(self._steps))

    def _told(self, kind: str, why: str, **rest: Any) -> Role:
        measure = self._variable.measure
        labels = "value labels" if self._variable.labels else ""
        said = ", ".join(part for part in (measure, labels) if part)
        return replace(
            self._base, role=kind, sure=1.0, why=why or f"the file says so ({said})", **rest
        )


def _plain(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _order(code: Any) -> tuple[int, Any]:
    return (1, code) if isinstance(code, str) else (0, code)


def _safe(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(mask_certain(text)[0] for text in texts)
