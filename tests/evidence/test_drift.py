# SPDX-License-Identifier: MIT
"""Changes are told from chance, in both directions, and said in plain words."""

from datetime import date

import numpy as np
import pytest

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Measure
from persona_studio.evidence.columns import Answers
from persona_studio.evidence.data import Data
from persona_studio.evidence.drift import Pair, compare, people_needed, visible_points
from persona_studio.evidence.validate import validate
from persona_studio.evidence.wording import sentence
from tests.evidence.draft import Draft
from tests.evidence.survey import question, wave


def test_the_example_of_the_method_is_a_real_drop() -> None:
    (shift,) = compare([Pair(62, 100, 41, 98, key=True)])
    assert shift.answer == "changed"
    assert round(shift.difference * 100) == -20
    assert (round(shift.low * 100), round(shift.high * 100)) == (-33, -6)
    said = sentence(Claim("c", quantifier="most"), shift, "cannot_tell", "", "all")
    assert said == (
        "62 of 100 before, 41 of 98 now. That is a real drop (20 points; could be 6 to 33). "
        "“most” can't be told from this wave."
    )


def test_a_gap_among_few_people_is_a_maybe_and_says_how_many_would_settle_it() -> None:
    pairs = [Pair(14, 20, 6, 18), *[Pair(10, 20, 10, 20)] * 9]
    shift = compare(pairs)[0]
    assert (shift.answer, shift.chance <= 0.05, shift.q > 0.05) == ("maybe", True, True)
    needed = people_needed(shift)
    assert needed is not None
    assert 20 < needed < 120
    said = sentence(Claim("c"), shift, "cannot_tell", "", "all")
    assert f"About {needed - 18} more people would settle it." in said


def test_a_small_gap_among_many_is_no_change_and_holds() -> None:
    (shift,) = compare([Pair(5000, 10_000, 5300, 10_000)])
    assert shift.q < 0.01
    assert shift.answer == "holds"


def test_few_people_cannot_tell() -> None:
    (shift,) = compare([Pair(7, 12, 6, 11)])
    assert shift.answer == "cannot_tell"
    said = sentence(Claim("c"), shift, "cannot_tell", "", "all")
    assert "changes under about 60 points could be missed" in said
    assert round(visible_points(100)) == 20


def test_a_side_nobody_answered_takes_no_part_in_the_correction() -> None:
    with_empty = compare([Pair(62, 100, 41, 98), Pair(0, 0, 5, 9)])
    assert with_empty[0].q == compare([Pair(62, 100, 41, 98)])[0].q
    assert with_empty[1].answer == "cannot_tell"


def test_key_claims_are_corrected_among_themselves() -> None:
    others = [Pair(50, 100, 50, 100)] * 29
    weak = Pair(60, 100, 42, 100)
    assert compare([weak, *others])[0].answer == "maybe"
    assert compare([Pair(60, 100, 42, 100, key=True), *others])[0].answer == "changed"


@pytest.mark.parametrize("people", [40, 150])
def test_unchanged_projects_seldom_raise_an_alarm_and_plain_tests_would(people: int) -> None:
    draw = np.random.default_rng(people)
    runs, alarms, naive = 200, 0, 0
    for _ in range(runs):
        shares = draw.uniform(0.15, 0.85, 30)
        then, now = draw.binomial(people, shares), draw.binomial(people, shares)
        found = compare(
            [Pair(int(a), people, int(b), people) for a, b in zip(then, now, strict=True)]
        )
        alarms += any(shift.answer == "changed" for shift in found)
        naive += any(shift.chance <= 0.05 for shift in found)
    assert alarms / runs <= 0.09
    assert naive / runs >= 0.6


def test_a_real_change_of_20_points_is_found_with_400_people() -> None:
    draw = np.random.default_rng(1)
    found = 0
    for _ in range(60):
        shares = draw.uniform(0.3, 0.6, 30)
        later = shares + np.where(np.arange(30) < 3, 0.2, 0.0)
        then, now = draw.binomial(400, shares), draw.binomial(400, later)
        shifts = compare([Pair(int(a), 400, int(b), 400) for a, b in zip(then, now, strict=True)])
        found += sum(shift.answer == "changed" for shift in shifts[:3])
    assert found >= 0.97 * 180


def two_waves() -> tuple[Draft, dict[str, Answers]]:
    """A study of two waves: channel drops from 70 to 40 of 100, age stays, region stays."""
    draft = Draft()
    source = draft.source("survey", "Customer survey")
    first, second = draft.wave(source, date(2025, 11, 1)), draft.wave(source)
    answers = {}
    for each, phone in ((first, 70), (second, 40)):
        for name in ("channel", "age", "region"):
            draft.question(each, name)
        asked = [question(name, i) for i, name in enumerate(("channel", "age", "region"))]
        cells = [
            ["Phone"] * phone + ["Mail"] * (100 - phone),
            (["Phone"] * 9 + ["Mail"]) * 10,
            ["North", "South"] * 50,
        ]
        answers[each] = wave(list(zip(asked, cells, strict=True)), wave_id=each)
    return draft, answers


def test_a_wave_is_validated_against_the_one_before() -> None:
    draft, answers = two_waves()
    persona = draft.persona()
    dropped = draft.claim(persona, "Prefers phone", quantifier="most", key=True)
    held = draft.claim(persona, "Is young", quantifier="almost_all")
    typed = draft.claim(persona, "Likes us")
    draft.measured(dropped, "wave1", 70, 100)
    draft.measured(held, "wave1", 90, 100, variable="age")
    found = validate(draft.snapshot(), "wave2", Data(lambda key: answers[key]))
    assert (found["wave"], found["before"]) == ("wave2", "wave1")
    assert found["asked"] == {"same": True, "differences": []}
    by_claim = {each["claim"]: each for each in found["claims"]}
    assert [each["claim"] for each in found["claims"]] == [dropped, held, typed]
    changed = by_claim[dropped]
    assert (changed["answer"], changed["before"], changed["after"]) == (
        "changed",
        {"k": 70, "n": 100},
        {"k": 40, "n": 100},
    )
    assert (changed["key"], changed["verdict_now"]) == (True, "contradicted")
    assert by_claim[held]["answer"] == "holds"
    assert (by_claim[typed]["answer"], by_claim[typed]["before"]) == ("untested", None)
    (cover,) = found["coverage"]
    assert cover["persona"] == persona
    assert cover["low"] < cover["after"] < cover["high"] < cover["before"] + 0.2


def test_other_people_asked_are_noticed() -> None:
    draft, answers = two_waves()
    draft.claim(draft.persona())
    later = answers["wave2"]
    south = [("South" if i < 75 else "North") for i in range(100)]
    columns = dict(later.columns) | {
        "region": wave([(question("region"), south)]).columns["region"]
    }
    from dataclasses import replace

    answers["wave2"] = replace(later, columns=columns)
    found = validate(draft.snapshot(), "wave2", Data(lambda key: answers[key]))
    assert not found["asked"]["same"]
    assert {"north", "south"} <= {d["answer"] for d in found["asked"]["differences"]}


def test_a_claim_is_not_tested_on_the_group_its_own_question_formed() -> None:
    draft, answers = two_waves()
    persona = draft.persona(segment=draft.segment("wave1", ("channel", "age")))
    claim = draft.claim(persona, quantifier="most")
    draft.measured(claim, "wave1", 70, 100)
    asked_without = []

    def model(found: Answers, without: str | None) -> list[str | None] | None:
        asked_without.append(without)
        return None if without else ["segment1"] * len(found)

    data = Data(lambda key: answers[key], model=lambda _: model)
    (told,) = validate(draft.snapshot(), "wave2", data)["claims"]
    assert asked_without == ["channel", "channel"]
    assert told["answer"] == "untested"
    assert "formed the group" in told["sentence"]


def test_a_model_that_can_leave_the_question_out_tests_the_claim_on_its_people() -> None:
    draft, answers = two_waves()
    persona = draft.persona(segment=draft.segment("wave1", ("channel", "age")))
    draft.measured(draft.claim(persona, quantifier="most"), "wave1", 70, 100)

    def model(found: Answers, without: str | None) -> list[str | None]:
        return ["segment1" if i % 2 else None for i in range(len(found))]

    data = Data(lambda key: answers[key], model=lambda _: model)
    (told,) = validate(draft.snapshot(), "wave2", data)["claims"]
    assert (told["people"], told["before"]["n"], told["after"]["n"]) == ("model", 50, 50)


def test_a_group_that_cannot_be_found_again_is_counted_among_everyone_and_says_so() -> None:
    draft, answers = two_waves()
    persona = draft.persona(segment=draft.segment("wave1", ("other",)))
    draft.measured(draft.claim(persona, quantifier="most"), "wave1", 70, 100)
    data = Data(lambda key: answers[key], members=lambda _: ("wave1", [2, 3, 4]))
    (told,) = validate(draft.snapshot(), "wave2", data)["claims"]
    assert (told["people"], told["before"]["n"]) == ("everyone", 100)
    assert "everyone asked" in told["sentence"]


def test_the_first_wave_of_a_study_has_nothing_to_compare_with() -> None:
    draft, answers = two_waves()
    with pytest.raises(StudioError) as refused:
        validate(draft.snapshot(), "wave1", Data(lambda key: answers[key]))
    assert refused.value.kind == "no_earlier_wave"


def test_a_question_asked_otherwise_is_not_compared() -> None:
    draft, answers = two_waves()
    draft.measured(draft.claim(draft.persona()), "wave1", 70, 100)
    from dataclasses import replace

    later = answers["wave2"]
    asked = dict(later.questions) | {"channel": replace(later.questions["channel"], same=False)}
    answers["wave2"] = replace(later, questions=asked)
    (told,) = validate(draft.snapshot(), "wave2", Data(lambda key: answers[key]))["claims"]
    assert told["answer"] == "untested"
    assert "same way" in told["sentence"]


def two_waves_of(role: str, then: list[str], now: list[str]) -> tuple[Draft, dict[str, Answers]]:
    """A study of two waves with one question."""
    draft = Draft()
    source = draft.source("survey", "Customer survey")
    answers = {}
    for day, cells in ((date(2025, 11, 1), then), (date(2026, 5, 1), now)):
        key = draft.wave(source, day)
        draft.question(key, "asked", role=role)
        answers[key] = wave([(question("asked", role=role), cells)], wave_id=key)
    return draft, answers


@pytest.mark.parametrize(
    ("role", "measure", "then", "now", "answer"),
    [
        ("single_choice", Measure("asked", "is", "Card", "all"),
         ["Card"] * 60 + ["Cash"] * 40, ["Card"] * 55 + ["Phone"] * 45, "changed"),
        ("single_choice", Measure("asked", "is", "Card", "all"),
         ["Card"] * 600 + ["Cash"] * 400, ["Card"] * 590 + ["Cash"] * 410, "holds"),
        ("numeric", Measure("asked", "between", [20, 60], "all"),
         [str(20 + n % 30) for n in range(90)], [str(28 + n % 30) for n in range(90)], "changed"),
        ("numeric", Measure("asked", "between", [0, 90], "all"),
         [str(20 + n % 30) for n in range(90)], [str(20 + n % 31) for n in range(90)], "holds"),
    ],
)  # fmt: skip
def test_what_is_typical_is_compared_as_a_whole(
    role: str, measure: Measure, then: list[str], now: list[str], answer: str
) -> None:
    """A share may stay as it is while the other answers, or the middle of the numbers, move."""
    draft, answers = two_waves_of(role, then, now)
    claim = draft.claim(draft.persona(), "Typically pays", quantifier="typical")
    draft.evidence(claim, "source1", wave="wave1", measure=measure, n_for=1)
    found = validate(draft.snapshot(), "wave2", Data(lambda key: answers[key]))["claims"][0]
    assert found["answer"] == answer
    words = "What people answer has changed." if answer == "changed" else "It holds."
    assert words in found["sentence"]
