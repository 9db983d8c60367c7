# SPDX-License-Identifier: MIT
"""What groups are worth, by their own answers or by the orders of the same people; and tiers."""

import json

import numpy as np
import pytest

from persona_studio.core.errors import StudioError
from persona_studio.core.research import Question, Segmentation, Wave
from persona_studio.evidence import worth
from persona_studio.storage import rows, waves
from persona_studio.workspace import drafting, valuing
from persona_studio.workspace.workspace import Workspace
from tests.patterns.sample import ROOT, project
from tests.test_cli import run
from tests.workspace.test_moving import group


def test_a_share_is_the_sum_and_its_interval_holds_what_drawing_again_brings():
    random = np.random.default_rng(3)
    groups = np.repeat([0, 1], [30, 170])
    amounts = np.where(groups == 0, 70.0, 10.0) * random.lognormal(0, 0.5, 200)
    first, second = worth.shares(amounts, groups, 2)
    assert first.share == pytest.approx(amounts[groups == 0].sum() / amounts.sum())
    assert first.share + second.share == pytest.approx(1)
    assert first.low < first.share < first.high < first.low + 0.25
    mixed = random.permutation(200)
    assert worth.shares(amounts[mixed], groups[mixed], 2)[0].high == pytest.approx(first.high)
    assert worth.shares(amounts * 0, groups, 2) is None


def test_the_interval_holds_the_true_share_about_as_often_as_it_says():
    random, held = np.random.default_rng(5), 0
    for run_ in range(60):
        drawn = random.random(200) < 0.3
        group_of = np.where(drawn, 0, 1)
        amounts = np.where(drawn, 3.0, 1.0) * random.lognormal(0, 0.6, 200)
        found = worth.shares(amounts, group_of, 2, run_)[0]
        held += found.low <= 0.9 / (0.9 + 0.7) <= found.high
    assert held >= 50


def test_equal_values_share_a_third_and_most_who_bought_once_are_low():
    values = np.array([1.0] * 70 + [2.0] * 20 + [5.0] * 10 + [np.nan])
    found = worth.thirds(values)
    assert [sorted(set(found[values == v])) for v in (1.0, 2.0, 5.0)] == [[2], [3], [3]]
    assert found[-1] == 1
    assert worth.thirds(np.arange(9.0)).tolist() == [1, 1, 1, 2, 2, 2, 3, 3, 3]


def test_questions_on_money_orders_and_days_are_told_from_their_words():
    def kind(label, role="numeric"):
        return worth.value_kind(Question("q", "w", label=label, role=role))

    assert [kind(x) for x in ("Spend", "Umsatz 2025", "Orders", "Days since last order")] == [
        "money",
        "money",
        "orders",
        "recency",
    ]
    assert kind("Minutes spent in the shop") is None
    assert kind("Household income (€)") is None
    assert kind("How much do you spend?", "single_choice") is None


@pytest.fixture
def survey(tmp_path):
    workspace, wave = project(tmp_path / "p.persona")
    yield workspace, wave
    workspace.close()


def test_groups_are_valued_by_a_question_of_their_own_wave(survey):
    workspace, wave = survey
    spend = next(q for q in workspace.snapshot.questions_of(wave) if "£" in q.label)
    cells = [float(cell or 0) for cell in workspace.cells(wave, spend.variable)]
    top = sorted(range(len(cells)), key=lambda i: -cells[i])[:40]
    group(workspace, wave, "g", {i + 2: "AB"[i not in top] for i in range(len(cells))})
    (valued,) = [v for v in valuing.values(workspace, "g") if v.question == spend]
    assert valued.shares[0].people == 40
    assert valued.shares[0].share == pytest.approx(sum(cells[i] for i in top) / sum(cells))
    assert valued.said(0).startswith("10 % of the people, ")
    assert "% of the money (could be" in valued.said(0)


def test_orders_make_tiers_that_are_called_a_cut_and_can_be_drafted(tmp_path, capfdbinary):
    path = tmp_path / "shop.persona"
    run(capfdbinary, "new", path, "--name", "Shop")
    orders = ROOT / "resources" / "samples" / "orders_2026.csv"
    wave = run(capfdbinary, "import", path, orders, "--roll-up")[1]["rolled_up"]["wave"]
    code, made = run(capfdbinary, "tiers", path, "--wave", wave)
    assert (code, made["verdict"]) == (0, "none")
    assert "not groups that were found" in made["sentence"]
    names = [group["name"] for group in made["groups"]]
    assert names == ["High value tier", "Middle value tier", "Low value tier"]
    assert {group["stability"] for group in made["groups"]} == {None}
    told = run(capfdbinary, "value", path, "--segmentation", made["segmentation"])[1]["values"]
    assert {each["label"] for each in told} == {"Orders", "Spend"}
    for each in told:
        assert f"under “{each['label']}”, as recorded: " in each["origin"]
        high, _, low = each["groups"]
        assert high["share"] / high["people"] > 3 * low["share"] / low["people"]
    workspace = Workspace.open(path)
    drafting.draft(workspace, made["segmentation"])
    assert "SE07" in {finding.rule for finding in workspace.findings()}
    workspace.undo()
    workspace.undo()
    assert not workspace.snapshot.table(Segmentation)
    workspace.close()


def test_a_shop_of_two_customers_has_no_tiers(survey):
    workspace, wave = survey
    with workspace.edit("Fewer") as write:
        write.change(Wave, wave, n=29)
    with pytest.raises(StudioError, match="at least 30 people"):
        valuing.make_tiers(workspace, wave)


def test_orders_of_the_same_people_value_the_groups_of_a_survey(survey):
    workspace, wave = survey
    group(workspace, wave, "g", {row: "AB"[row > 101] for row in range(2, 402)})
    keys = [workspace.data.respondent(wave, row) for row in range(2, 402)]
    with workspace.edit("Orders") as write:
        write.change(Wave, wave, linked=True)
        source = workspace.snapshot.source_of(wave).id
        cells = [(n, key, json.dumps([str(30 * (n < 100) + 10)])) for n, key in enumerate(keys, 2)]
        other = Wave("orders", source, file_name="orders.csv", n=len(cells), linked=True)
        rows.register(workspace.database.connection, "row", other.id)
        rows.add_rows(workspace.database.connection, other.id, cells)
        waves.show(write, other, [Question("s", other.id, "s", label="Spend", role="numeric")])
    (valued,) = [v for v in valuing.values(workspace, "g") if v.wave == "orders"]
    assert [share.people for share in valued.shares] == [100, 300]
    assert valued.shares[0].share == pytest.approx((98 * 40 + 20) / (98 * 40 + 302 * 10))
