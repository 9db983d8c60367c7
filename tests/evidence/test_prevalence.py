# SPDX-License-Identifier: MIT
"""A persona's lines are held against every person; the set is held against everybody."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.core.persona import Claim, Measure
from persona_studio.evidence.assign import by_lines, rows_in
from persona_studio.evidence.columns import Answers
from persona_studio.evidence.prevalence import (
    Line,
    coverage,
    fitting,
    left_out,
    lines_of,
    matrix,
    prevalence,
)
from tests.evidence.draft import Draft
from tests.evidence.survey import question, wave


def yes_no(rows: list[str], keys: list[str] | None = None) -> Answers:
    """One column per letter: y yes, n no, - no answer."""
    words = {"y": "yes", "n": "no", "-": ""}
    columns = [[words[row[i]] for row in rows] for i in range(len(rows[0]))]
    return wave([(question(f"v{i}", i), cells) for i, cells in enumerate(columns)], keys)


def lines(count: int, start: int = 0) -> list[Line]:
    return [Line(f"c{i}", Measure(f"v{i}", "is", "yes")) for i in range(start, start + count)]


def test_strict_wants_every_line_and_soft_two_in_three() -> None:
    found = prevalence(lines(3), yes_no(["yyy", "yyn", "ynn", "nnn", "---", "yy-"]))
    assert (found.n, found.strict, found.soft) == (5, 2, 3)


@pytest.mark.parametrize(("row", "fits"), [("yyyynn", 1), ("yyynnn", 0), ("yyyyyynnn", 1)])
def test_two_in_three_is_exact(row: str, fits: int) -> None:
    assert prevalence(lines(len(row)), yes_no([row])).soft == fits


def test_the_costliest_line_is_the_one_that_alone_keeps_most_people_out() -> None:
    found = prevalence(lines(3), yes_no(["yyy", "yny", "yny", "nyy", "ynn"]))
    assert found.cost == {"c0": 1, "c1": 2, "c2": 0}
    assert found.costliest == "c1"
    assert prevalence(lines(2), yes_no(["yy"])).costliest is None


def test_members_narrow_the_people_and_people_with_two_rows_count_once() -> None:
    answers = yes_no(["yyy", "nnn", "yyy", "yyy"], ["a", "b", "a", "c"])
    found = prevalence(lines(3), answers)
    assert (found.n, found.strict) == (3, 2)
    narrowed = prevalence(lines(3), answers, np.array([True, True, True, False]))
    assert (narrowed.n, narrowed.strict) == (2, 1)
    assert narrowed.share(1)[0] == 0.5


def test_a_claim_about_few_holds_for_those_it_is_not_true_of() -> None:
    turned = [Line("c0", Measure("v0", "is", "yes"), turned=True)]
    assert prevalence(turned, yes_no(["y", "n", "n", "-"])).strict == 2


def test_lines_are_the_claims_that_tell_something_about_one_person() -> None:
    draft = Draft()
    first = draft.wave(draft.source())
    persona = draft.persona()
    quantifiers = ["most", "few", "some", None]
    made = [draft.claim(persona, quantifier=word) for word in quantifiers]
    for claim in made:
        draft.measured(claim, first, 50, 100)
    draft.claim(persona)
    snapshot = draft.snapshot()
    found = lines_of(snapshot.claims_of(persona), snapshot, first)
    assert [(line.claim, line.turned) for line in found] == [
        (made[0], False),
        (made[1], True),
        (made[3], False),
    ]
    assert isinstance(snapshot.table(Claim)[made[0]], Claim)


def test_coverage_counts_people_who_fit_none_one_or_several() -> None:
    answers = yes_no(["yyyyyy", "yyynnn", "nnnyyy", "nnnnnn", "------"])
    found = coverage({"a": lines(3), "b": lines(3, 3)}, answers)
    assert (found.n, found.fits, found.none, found.several) == (4, {"a": 2, "b": 2}, 1, 1)


@given(st.lists(st.text("yn-", min_size=4, max_size=4), min_size=1, max_size=12))
def test_prevalence_equals_a_count_by_hand(rows: list[str]) -> None:
    found = prevalence(lines(4), yes_no(rows))
    told = [[c == "y" for c in row if c != "-"] for row in rows]
    told = [each for each in told if each]
    assert found.n == len(told)
    assert found.strict == sum(all(each) for each in told)
    assert found.soft == sum(3 * sum(each) >= 2 * len(each) for each in told)
    assert found.strict <= found.soft


def test_a_person_is_assigned_to_the_one_persona_that_clearly_fits() -> None:
    personas = {"a": lines(6), "b": lines(6, 6)}
    answers = yes_no(["yyyyyynnnnnn", "nnnnnnyyyyyn", "yyyyyyyyyyyy", "yyynnnnnnnnn"])
    found = by_lines(personas, answers)
    assert found["a"].tolist() == [True, False, False, False]
    assert found["b"].tolist() == [False, True, False, False]


def test_a_line_left_out_leaves_too_few_to_assign_by() -> None:
    found = by_lines({"a": lines(6)}, yes_no(["yyyyyy"]), without="c3")
    assert not found["a"].any()


def test_lines_never_confirm_themselves_on_noise() -> None:
    draw = np.random.default_rng(5)
    noise = ["".join(draw.choice(["y", "n"], 14)) for _ in range(4000)]
    answers = yes_no(noise)
    personas = {"a": lines(7), "b": lines(7, 7)}

    def share(claim: int, without: str | None) -> float:
        rows = by_lines(personas, answers, without)["a"]
        return float((answers.columns[f"v{claim}"].codes[rows] == code(claim)).mean())

    def code(claim: int) -> int:
        return answers.columns[f"v{claim}"].labels.index("yes")

    circular = np.mean([share(i, None) for i in range(7)])
    honest = np.mean([share(i, f"c{i}") for i in range(7)])
    assert circular > 0.62
    assert abs(honest - 0.5) < 0.03


def test_a_frozen_model_says_who_belongs_and_may_decline() -> None:
    rows = rows_in(["s1", None, "s2", "s1"], "s1")
    assert rows is not None
    assert rows.tolist() == [True, False, False, True]
    assert rows_in(None, "s1") is None


def test_every_pair_of_lines_and_answers_keeps_strict_below_soft() -> None:
    rows = ["".join(each) for each in product("yn-", repeat=3)]
    found = prevalence(lines(3), yes_no(rows))
    assert found.strict <= found.soft <= found.n == 26


def test_a_line_is_held_against_those_who_fit_by_the_others() -> None:
    answers = yes_no(["yyn", "yyy", "nyy", "nny", "ynn"])
    found = left_out(lines(3), answers)
    assert found == {"c0": (1, 2), "c1": (1, 1), "c2": (1, 2)}


def test_chosen_by_itself_a_line_confirms_itself_and_left_out_it_does_not() -> None:
    rng = np.random.default_rng(7)
    rows = ["".join(rng.choice(["y", "n"], 6)) for _ in range(3000)]
    answers = yes_no(rows)
    fits = fitting(matrix(lines(6), answers))
    circular = np.mean([np.mean(row[fits] == 1) for row in matrix(lines(6), answers)])
    honest = [k / n for k, n in left_out(lines(6), answers).values()]
    assert circular > 0.65
    assert abs(float(np.mean(honest)) - 0.5) < 0.02
