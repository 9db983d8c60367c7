# SPDX-License-Identifier: MIT
"""Rules are switched, weighed and given other numbers, one undoable step each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from persona_studio.core.errors import StudioError
from persona_studio.review.rules import RULES
from persona_studio.workspace import rule_settings
from persona_studio.workspace.rule_settings import InForce
from persona_studio.workspace.workspace import Workspace
from tests.review.planted.faults_evidence import few_asked
from tests.review.planted.faults_staleness import old_note
from tests.review.planted.world import clean, loaded


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A project with a claim of 27 month old support, and one measured among 30 people."""
    world = clean(5, 2, 90)
    old_note(world, "persona-0")
    few_asked(world, "persona-1")
    with loaded(world, tmp_path) as found:
        yield found


def rules(workspace: Workspace) -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity) for finding in workspace.findings()]


def of(workspace: Workspace, rule: str) -> InForce:
    return next(r for r in rule_settings.in_force(workspace.snapshot) if r.rule.id == rule)


def test_every_rule_is_listed_on_with_its_own_numbers(workspace: Workspace) -> None:
    found = rule_settings.in_force(workspace.snapshot)
    assert [each.rule for each in found] == list(RULES)
    assert len(found) == 53
    assert all(each.on and not each.changed and each.severity is None for each in found)
    assert of(workspace, "ST01").limits == {"warn_months": 24.0, "block_months": 48.0}
    assert {each.family for each in found} == set(rule_settings.FAMILIES.values())


def test_a_rule_is_switched_off_and_undo_switches_it_on(workspace: Workspace) -> None:
    assert rules(workspace) == [("EV07", "W"), ("ST01", "W")]
    rule_settings.switch(workspace, "ST01", on=False)
    assert rules(workspace) == [("EV07", "W")]
    assert not of(workspace, "ST01").on
    assert workspace.undo_label == "Switch off Evidence old"
    workspace.undo()
    assert rules(workspace) == [("EV07", "W"), ("ST01", "W")]


def test_limits_and_severities_are_changed_and_what_is_as_before_is_not_kept(
    workspace: Workspace,
) -> None:
    rule_settings.set_limit(workspace, "ST01", "warn_months", 36)
    rule_settings.set_severity(workspace, "EV07", "N")
    assert rules(workspace) == [("EV07", "N")]
    rule_settings.set_limit(workspace, "ST01", "warn_months", 24)
    rule_settings.set_severity(workspace, "EV07", None)
    assert "review.limits" not in workspace.snapshot.settings
    before = workspace.undo_label
    rule_settings.switch(workspace, "EV07", on=True)
    assert workspace.undo_label == before, "nothing changed, so there is no step"


def test_pace_and_strictness(workspace: Workspace) -> None:
    rule_settings.set_pace(workspace, "slow")
    assert rule_settings.pace(workspace.snapshot) == "slow"
    assert rules(workspace) == [("EV07", "W")]
    rule_settings.set_strict(workspace, on=True)
    assert rule_settings.strict(workspace.snapshot)
    rule_settings.switch(workspace, "EV07", on=False)
    rule_settings.reset(workspace)
    assert rules(workspace) == [("EV07", "W"), ("ST01", "W")]
    assert (rule_settings.pace(workspace.snapshot), rule_settings.strict(workspace.snapshot)) == (
        "normal",
        False,
    )
    workspace.undo()
    assert rules(workspace) == []
    rule_settings.reset(workspace, "EV07")
    assert rules(workspace) == [("EV07", "W")]


def test_what_makes_no_sense_is_refused(workspace: Workspace) -> None:
    def refused(act: object) -> str:
        with pytest.raises(StudioError) as error:
            act()  # type: ignore[operator]
        return error.value.kind

    set_limit = rule_settings.set_limit
    assert refused(lambda: set_limit(workspace, "ST01", "nights", 3)) == "bad_setting"
    assert refused(lambda: set_limit(workspace, "ST01", "warn_months", -1)) == "bad_setting"
    assert refused(lambda: set_limit(workspace, "ST01", "warn_months", float("nan"))) == (
        "bad_setting"
    )
    assert refused(lambda: rule_settings.switch(workspace, "XX01", on=False)) == "bad_setting"
    assert refused(lambda: rule_settings.set_severity(workspace, "EV01", "X")) == "bad_setting"
    assert refused(lambda: rule_settings.set_pace(workspace, "hasty")) == "bad_setting"


@pytest.mark.parametrize(
    "setting",
    [
        [],
        "off",
        {"ST01": "off"},
        {"ST01": {"on": "no", "severity": "X", "warn_months": "many"}},
        {"ST01": {"warn_months": -3, "block_months": True}, "nonsense": {"on": False}},
    ],
)
def test_settings_of_a_stranger_break_nothing(workspace: Workspace, setting: object) -> None:
    from persona_studio.storage import settings

    with workspace.edit("Set") as write:
        settings.put(write, "review.limits", setting)
    assert rules(workspace) == [("EV07", "W"), ("ST01", "W")]
