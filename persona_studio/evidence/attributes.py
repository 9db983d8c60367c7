# SPDX-License-Identifier: MIT
"""What an attribute's value covers, so that claims of the same attribute can be compared; no numpy.

A value is a set of choices or a range of numbers: `is 34`, `between [30, 45]` and the text
"30 to 45" are ranges, `any_of ["Phone", "Mail"]` is a set.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf

from persona_studio.core.fields import Json
from persona_studio.core.persona import Claim
from persona_studio.evidence.question_words import speaks_of
from persona_studio.evidence.reading import fold, value_number

_RANGE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:-|\u2013|to|bis|\u2026)\s*(\d+(?:\.\d+)?)\s*\D*")

_ASKED = ("age", "gender", "income", "household", "occupation", "location")


def attribute_of(label: str) -> str | None:
    """Return the attribute that personas share on this question, None where there is none."""
    return next((attribute for attribute in _ASKED if speaks_of(attribute, label)), None)


@dataclass(frozen=True)
class Extent:
    """The choices or the range a value covers; `but` turns the choices round (`is_not`)."""

    choices: frozenset[str] = frozenset()
    low: float = -inf
    high: float = inf
    number: bool = False
    but: bool = False

    def meets(self, other: "Extent") -> bool:
        """Tell whether something can be both."""
        if self.number != other.number:
            return True  # a word and a number can't be held against each other
        if self.number:
            return self.low <= other.high and other.low <= self.high
        if self.but and other.but:
            return True
        if self.but or other.but:
            (open_, barred) = (other, self) if self.but else (self, other)
            return not open_.choices <= barred.choices
        return bool(self.choices & other.choices)


def extent(op: str | None, value: Json) -> Extent | None:
    """Return what a value covers, None where there is nothing to compare."""
    values = list(value) if isinstance(value, list | tuple) else [value]
    values = [each for each in values if each is not None and str(each).strip()]
    if not values or op == "answered":
        return None
    if op in ("between", "at_least", "at_most"):
        return _range(op, values)
    if len(values) == 1 and op in (None, "is"):
        parts = _RANGE.fullmatch(str(values[0]))
        if parts:
            return _range("between", [parts[1], parts[2]])
        if value_number(values[0]) is not None:
            return _range("between", [values[0], values[0]])
    return Extent(frozenset(fold(each) for each in values), but=op == "is_not")


def _range(op: str, values: list[Json]) -> Extent | None:
    ends = [number for each in values if (number := value_number(each)) is not None]
    if not ends:
        return None
    low = -inf if op == "at_most" else min(ends)
    high = inf if op == "at_least" else max(ends)
    return Extent(low=low, high=high, number=True)


def of_claims(claims: Iterable[Claim]) -> Mapping[str, frozenset[Extent]]:
    """Return what claims say of each attribute."""
    found: dict[str, set[Extent]] = {}
    for claim in claims:
        covered = extent(claim.op, claim.value) if claim.attribute else None
        if claim.attribute and covered:
            found.setdefault(claim.attribute, set()).add(covered)
    return {attribute: frozenset(extents) for attribute, extents in found.items()}
