# SPDX-License-Identifier: MIT
"""Two models look at the same people; the one taken assigns others, and both agreeing is told."""

import json
from dataclasses import replace
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from persona_studio.patterns.blocks import Block, Blocks
from persona_studio.patterns.classes import Classes, parts_of, plain
from persona_studio.patterns.linked import linked
from persona_studio.patterns.models import agreeing
from persona_studio.patterns.placing import assign, place
from persona_studio.patterns.prepare import blocks_coded, blocks_of, code_all, learn, widths
from tests.patterns.crowds import yes_or_no_groups
from tests.patterns.planted import answers_of, survey
from tests.patterns.test_finding import found
from tests.shared import SEGMENTS, needs_shared

STEPS = ("low", "mid", "high")


def coded_of(answers):
    codings = [learn(block, answers, 1.0) for block in blocks_of(answers.columns, answers)]
    return codings, code_all(codings, answers)


def shapes(codings):
    return [(w, c["kind"] == "multi") for c, w in zip(codings, widths(codings), strict=True)]


@cache
def four():
    """Return a survey of four groups, who is who, and what was found: one search for all tests."""
    answers, y = survey(300, 4, 1.2, 77)
    return answers, y, found(answers)


def small(n=240, seed=0):
    """Return a survey of every kind of question, a third of it left blank, and who is who."""
    r = np.random.default_rng(seed)
    y = np.arange(n) % 2
    yes = np.where(y == 1, 0.8, 0.25)
    columns = {
        "scale": [STEPS[int(s)] for s in r.binomial(2, yes)],
        "one": [("a", "b", "c")[int(s)] for s in r.binomial(2, yes)],
        "more": [("x", "y")[int(s)] for s in r.binomial(1, yes)],
        "number": [f"{v:.2f}" for v in r.normal(2.0 * y, 1.0)],
        "ticks": ["; ".join(t for t in "pq" if r.random() < p) for p in yes],
    }
    for name in ("scale", "one", "more", "number"):
        gone = r.random(n) < 0.3
        columns[name] = ["" if g else c for g, c in zip(gone, columns[name], strict=True)]
    roles = {
        "scale": "ordinal",
        "one": "single_choice",
        "more": "single_choice",
        "number": "numeric",
        "ticks": "multi_select",
    }
    answers = answers_of(columns, roles, scale={"order": STEPS}, ticks={"separator": "; "})
    return answers, y


def fallen(answers, codings, classes):
    """Return the class of everybody by a model of classes, stored as JSON."""
    many = sum(widths(codings))
    told = {"codings": codings, "classes": classes, "mean": [0] * many, "axes": [[0]] * many}
    return assign(json.loads(json.dumps(told)), answers)[0]


def test_the_likelihood_never_falls_and_ends_at_the_groups():
    answers, y = small()
    codings, coded = coded_of(answers)
    parts = parts_of(codings, coded)
    classes = Classes(parts, parts.pieces(coded))
    start = np.random.default_rng(1).integers(2, size=len(y))
    reached = [classes.fit(start, 2, rounds)[1] for rounds in (2, 4, 8, 16, 60)]
    assert reached == sorted(reached)
    assert reached[-1] > reached[0]
    table, _ = classes.fit(start, 2)
    labels = fallen(answers, codings, plain(parts, table))
    assert adjusted_rand_score(y, labels) > 0.4


def test_an_answer_nobody_gave_says_nothing_about_a_person():
    answers, _ = small()
    codings, coded = coded_of(answers)
    parts = parts_of(codings, coded)
    pieces = parts.pieces(coded)
    starts = np.concatenate([[0], np.cumsum(parts.units)])
    for name in ("scale", "number"):
        at = next(i for i, c in enumerate(codings) if c["variables"] == [name])
        place = sum(1 if c["kind"] != "multi" else len(c["shares"]) for c in codings[:at])
        blank = np.array([not answers.columns[name].cell(i) for i in range(len(answers))])
        mine = pieces[:, starts[place] : starts[place + 1]]
        assert np.all(mine[blank] == 0)
        assert np.all(np.abs(mine[~blank]).sum(1) > 0)


def test_a_number_has_the_density_of_a_normal():
    """With one class and no prior to speak of: n log sqrt(2 pi var) + n/2, worked by hand."""
    values = [f"{v}" for v in range(400)]
    answers = answers_of({"n": values}, {"n": "numeric"})
    codings, coded = coded_of(answers)
    parts = parts_of(codings, coded)
    _, reached = Classes(parts, parts.pieces(coded)).fit(np.zeros(400, np.int64), 1)
    assert reached == pytest.approx(-400 * (np.log(2 * np.pi) + 1) / 2, rel=1e-3)


@pytest.mark.parametrize("weight", [0.5, 2.0])
def test_numbers_keep_their_own_distances_unless_skewed_or_heavy_tailed(weight):
    r = np.random.default_rng(5)
    heaps = np.concatenate([r.normal(10, 1, 90), r.normal(16, 1, 60)])
    numbers = {"heaps": heaps, "spend": np.exp(heaps), "tails": np.tan(np.linspace(-1.5, 1.5, 150))}
    columns = {name: [*(f"{v:.3f}" for v in values), ""] for name, values in numbers.items()}
    answers = answers_of(columns, dict.fromkeys(columns, "numeric"))
    codings = [learn(block, answers, weight) for block in blocks_of(columns, answers)]
    coded = code_all(codings, answers)
    pieces = parts_of(codings, coded).pieces(coded)
    at = {coding["variables"][0]: 3 * i for i, coding in enumerate(codings)}
    assert [name for name in columns if codings[at[name] // 3]["even"]] == ["heaps"]
    own = (heaps - heaps.mean()) / heaps.std()
    assert np.allclose(pieces[:-1, at["heaps"]], own, atol=1e-3)
    assert np.allclose(pieces[:-1, at["heaps"] + 1], own**2, atol=5e-3)
    assert np.allclose(pieces[:-1, at["spend"]], coded[:-1, at["spend"] // 3], atol=1e-6)
    assert not pieces[-1].any()


def test_people_put_together_alike_are_counted_with_groups_matched_best():
    first = np.array([0, 0, 0, 1, 1, 2])
    second = np.array([2, 2, 1, 0, 0, 1])
    assert agreeing(first, second, 3) == pytest.approx(5 / 6)


def test_the_groups_of_a_result_are_those_its_model_gives():
    answers, y, result = four()
    assert result.method == "classes"
    assert result.agreement > 0.9
    assert adjusted_rand_score(y, result.assignment) > 0.9
    labels, margin = assign(json.loads(json.dumps(result.model)), answers)
    assert np.array_equal(labels, result.assignment)
    assert np.allclose(margin, result.margin)
    assert len(set(np.round(margin, 6))) > 250, "margins of classes end in no heap of ones"


@pytest.mark.parametrize("method", ["classes", "axes"])
def test_everybody_falls_where_a_lone_person_with_these_answers_does(method):
    answers, _, result = four()
    model = {**result.model}
    if method == "axes":
        del model["classes"]
    unseen = np.arange(len(answers)) % 3 == 0
    parts = blocks_coded(model["codings"], answers).parts
    blocks = Blocks([replace(part, hidden=unseen) for part in parts], len(answers))
    whole, coded = place(model, blocks), blocks.rows()
    sizes = np.cumsum([0, *widths(model["codings"])]).tolist()
    for i in range(0, 300, 28):
        person = [coded[i : i + 1, a:b] for a, b in pairwise(sizes)]
        alone = [Block(part.shape[1], ((part, np.zeros(1, np.int64)),)) for part in person]
        found = place(model, Blocks(alone, 1))
        assert np.any(coded[i]) != unseen[i]
        assert found.numbers[0] == whole.numbers[i]
        assert found.margins[0] == pytest.approx(whole.margins[i], abs=1e-9)
        assert np.allclose(found.coords[0], whole.coords[i], atol=2e-6)


def test_a_heavier_question_pulls_people_apart_more():
    answers, _ = small()
    codings, coded = coded_of(answers)
    heavy = [{**c, "weight": 4.0 if c["variables"] == ["more"] else 1.0} for c in codings]
    labels = []
    for each in (codings, heavy):
        parts = parts_of(each, coded)
        classes = Classes(parts, parts.pieces(coded))
        table, _ = classes.fit(np.arange(len(coded)) % 2, 2)
        labels.append(fallen(answers, each, plain(parts, table)))
    said = np.array([answers.columns["more"].cell(i) == "x" for i in range(len(coded))])
    light, strong = (abs(np.corrcoef(said, each)[0, 1]) for each in labels)
    assert strong > light


def test_questions_that_go_with_no_other_form_no_groups():
    answers, _ = survey(700, 3, 1.2, 5)
    r = np.random.default_rng(9)
    noise = {f"noise{i}": [f"answer {s}" for s in r.integers(4, size=700)] for i in range(8)}
    cells = {n: [c.cell(i) for i in range(700)] for n, c in answers.columns.items()}
    roles = {n: q.role for n, q in answers.questions.items()} | dict.fromkeys(
        noise, "single_choice"
    )
    fields = {n: {"order": q.order, "separator": q.separator} for n, q in answers.questions.items()}
    result = found(answers_of({**cells, **noise}, roles, **fields))
    out = {n for n, why in result.left_out.items() if why == "goes with no other question here"}
    assert len(out & set(noise)) >= 6
    assert set(result.basis).isdisjoint(out)
    assert (result.verdict, result.k) == ("clear", 3)


@pytest.mark.parametrize("rho", [0.0, 0.3])
def test_two_numbers_are_linked_where_they_correlate(rho):
    r = np.random.default_rng(4)
    kept = 0
    for _ in range(40):
        x = r.standard_normal((300, 4))
        x[:, 1] = rho * x[:, 0] + np.sqrt(1 - rho**2) * x[:, 1]
        kept += int(linked(x, [(1, False)] * 4)[:2].all())
    assert kept <= 6 if rho == 0 else kept >= 38


@pytest.mark.parametrize("seed", [1000, 91_003])
def test_a_trait_that_runs_through_all_answers_does_not_hide_the_groups(seed):
    """Of the second survey's axes the trait's own is not the widest by far."""
    answers, y = survey(700, 3, 1.2, seed, style=1.0)
    result = found(answers)
    assert (result.verdict, result.k) == ("clear", 3)
    assert adjusted_rand_score(y, result.assignment) > 0.8


@pytest.mark.parametrize(("questions", "seed"), [(10, 1), (8, 2)])
def test_three_groups_in_yes_or_no_answers_are_three(questions, seed):
    """Eight questions show three slices, never six heaps on the one axis left without the first."""
    answers, y = yes_or_no_groups(np.random.default_rng(seed), 300, questions)
    result = found(answers)
    assert (result.verdict, result.k) in {("clear", 3), ("slices", 3)}
    assert result.verdict == "clear" or questions == 8
    assert adjusted_rand_score(y, result.assignment) > 0.6


@needs_shared
def test_classes_meet_known_classes_that_axes_miss():
    from tests.patterns.planted import table

    answers, known = table(SEGMENTS, "mushroom")
    result = found(answers, k=2)
    assert result.method == "classes"
    assert adjusted_rand_score(known, result.assignment) > 0.5
