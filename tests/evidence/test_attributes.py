# SPDX-License-Identifier: MIT
"""Values of an attribute are compared as choices or as ranges, however they are written."""

import pytest

from persona_studio.core.fields import Json
from persona_studio.core.persona import Claim
from persona_studio.evidence.attributes import extent, of_claims


@pytest.mark.parametrize(
    ("one", "two", "meet"),
    [
        (("is", "Phone"), ("is", "phone "), True),
        (("is", "Phone"), ("is", "Mail"), False),
        (("any_of", ["Phone", "Mail"]), (None, "mail"), True),
        (("is_not", "Phone"), ("is", "Phone"), False),
        (("is_not", "Phone"), ("is", "Mail"), True),
        (("is_not", "Phone"), ("is_not", "Mail"), True),
        (("between", [30, 45]), ("between", [46, 60]), False),
        (("between", [30, 45]), ("at_least", 45), True),
        (("is", 34), ("between", ["30", "45"]), True),
        ((None, "30\u201345"), (None, "50 to 60 years"), False),
        (("at_most", 30), ("at_least", 31), False),
        (("is", "34"), ("is", "young"), True),
    ],
)
def test_values_meet_or_do_not(
    one: tuple[str | None, Json], two: tuple[str | None, Json], meet: bool
) -> None:
    first, second = extent(*one), extent(*two)
    assert first is not None
    assert second is not None
    assert first.meets(second) is second.meets(first) is meet


@pytest.mark.parametrize(
    ("op", "value"), [("is", None), ("is", " "), ("answered", None), ("between", ["old", "new"])]
)
def test_nothing_to_compare(op: str, value: Json) -> None:
    assert extent(op, value) is None


def test_claims_say_what_they_say_by_attribute() -> None:
    claims = [
        Claim("a", attribute="age", op="is", value=34),
        Claim("b", attribute="age", op="between", value=[34, 34]),
        Claim("c", attribute="gender"),
        Claim("d", op="is", value="x"),
    ]
    assert of_claims(claims) == {"age": frozenset({extent("is", "34")})}
