# SPDX-License-Identifier: MIT
"""Findings are ordered, waived and silenced alike whatever the order of the project's values."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.core.persona import Evidence, Persona
from persona_studio.core.reviewing import Finding, SignOff, Target, Waiver
from persona_studio.core.snapshot import Snapshot
from persona_studio.review.engine import check
from persona_studio.review.rule import Case, Rule
from tests.evidence.draft import TODAY, Draft
from tests.review.examples import EXAMPLES, rules


def everything() -> Draft:
    draft = Draft()
    for fires, _ in EXAMPLES.values():
        if fires is not EXAMPLES["ST02"][0]:
            fires(draft)
    draft.claim("persona1", "A key line", key=True)
    return draft


@given(st.randoms())
def test_findings_do_not_depend_on_the_order_of_values(draw: Random) -> None:
    draft = everything()
    expected = check(draft.snapshot(), TODAY, rules=rules())
    mixed = {}
    for name, values in draft.values.items():
        pairs = list(values.items())
        draw.shuffle(pairs)
        mixed[name] = dict(pairs)
    assert check(Snapshot(mixed), TODAY, rules=rules()) == expected


def test_blockers_come_first_then_key_claims() -> None:
    found = check(everything().snapshot(), TODAY, rules=rules())
    ranks = ["BWN".index(hit.severity) for hit in found]
    assert ranks == sorted(ranks)
    blockers = [hit for hit in found if hit.severity == "B"]
    assert blockers[0].target.text == "A key line"


def waiver(**more: object) -> Waiver:
    fields = {
        "rule": "EV08",
        "target": "claim1",
        "reason": "Asked in another town",
        "created": TODAY,
    }
    numbers = {"share": 0.3, "quantifier": "most"}
    return Waiver("v1", **(fields | {"numbers": numbers} | more))  # type: ignore[arg-type]


def contradicted(with_waiver: Waiver) -> tuple[Draft, Waiver]:
    draft = Draft()
    EXAMPLES["EV08"][0](draft)
    draft.add(with_waiver)
    return draft, with_waiver


def test_a_waived_finding_is_marked_and_kept() -> None:
    draft, given_reason = contradicted(waiver(until=TODAY))
    (hit,) = check(draft.snapshot(), TODAY, rules=rules())
    assert hit.waived == given_reason
    assert check(draft.snapshot(), TODAY + timedelta(days=1), rules=rules())[0].waived is None


def test_a_waiver_without_a_day_ends_with_the_next_yearly_review() -> None:
    draft, _ = contradicted(waiver())
    assert check(draft.snapshot(), TODAY + timedelta(days=365), rules=rules())[0].waived
    assert check(draft.snapshot(), TODAY + timedelta(days=366), rules=rules())[0].waived is None


def kept_on(draft: Draft, days: int) -> bool:
    hits = check(draft.snapshot(), TODAY + timedelta(days=days), rules=rules())
    return next(hit for hit in hits if hit.rule == "EV08").waived is not None


def test_a_waiver_ends_when_the_persona_is_due_for_review() -> None:
    """Signed 100 days ago and due every 180, the waiver of today has 80 days left."""
    draft, _ = contradicted(waiver(until=TODAY + timedelta(days=300)))
    draft.change(Persona, "persona1", review_every_days=180)
    assert [kept_on(draft, 180), kept_on(draft, 181)] == [True, False]
    signed = TODAY - timedelta(days=100)
    draft.add(SignOff("s1", "persona1", None, "Ana Keller", signed))
    assert [kept_on(draft, 80), kept_on(draft, 81)] == [True, False]
    draft.change(SignOff, "s1", signed_on=TODAY - timedelta(days=400))
    assert [kept_on(draft, 180), kept_on(draft, 181)] == [True, False], "overdue when it was kept"


@pytest.mark.parametrize("numbers", [None, [], "30", {"share": "a third"}, {"share": None}])
def test_numbers_of_a_stranger_break_nothing(numbers: object) -> None:
    draft, _ = contradicted(waiver(numbers=numbers))
    assert kept_on(draft, 0) is not isinstance(numbers, dict)


def test_a_waiver_lapses_when_the_numbers_move() -> None:
    draft, _ = contradicted(waiver())
    draft.change(Evidence, "evidence1", n_for=21, n_against=79)
    assert check(draft.snapshot(), TODAY, rules=rules())[0].waived
    draft.change(Evidence, "evidence1", n_for=19, n_against=81)
    assert check(draft.snapshot(), TODAY, rules=rules())[0].waived is None


def test_a_waiver_lapses_when_another_thing_is_claimed() -> None:
    draft, _ = contradicted(waiver(numbers={"share": 0.3, "quantifier": "almost_all"}))
    assert check(draft.snapshot(), TODAY, rules=rules())[0].waived is None


def speaking(name: str, target: str) -> Rule:
    def find(case: Case) -> list[Finding]:
        return [Finding(name, "W", Target("claim", target), f"{name} spoke. Why. Do.")]

    return Rule(name, name, "", "W", find)


def test_one_cause_gives_one_finding() -> None:
    rules = [speaking("EV08", "c1"), speaking("EV11", "c1"), speaking("ST01", "c1")]
    hits = check(Draft().snapshot(), TODAY, rules=rules)
    assert [hit.rule for hit in hits] == ["EV08", "ST01"]
    hits = check(Draft().snapshot(), TODAY, rules=[speaking("EV08", "c2"), *rules[1:]])
    assert [hit.rule for hit in hits] == ["EV08", "EV11", "ST01"]


def test_a_project_may_switch_a_rule_off_or_change_its_numbers() -> None:
    draft = Draft()
    EXAMPLES["ST01"][0](draft)
    assert check(draft.snapshot(), TODAY, limits={"ST01": {"warn_months": 36}}, rules=rules()) == []
    assert (
        check(draft.snapshot(), TODAY, limits={"ST01": {"severity": "N"}}, rules=rules())[
            0
        ].severity
        == "N"
    )
    draft.setting("review.limits", {"ST01": {"on": False}})
    assert check(draft.snapshot(), TODAY, rules=rules()) == []


def test_a_finding_carries_the_numbers_it_used() -> None:
    for fires, _ in EXAMPLES.values():
        draft = Draft()
        fires(draft)
        for hit in check(draft.snapshot(), date(2026, 6, 15), rules=rules()):
            assert hit.numbers
