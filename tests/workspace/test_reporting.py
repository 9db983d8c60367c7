# SPDX-License-Identifier: MIT
"""The review report says everything found, kept, signed and changed, and the settings in force."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from persona_studio.core import clock
from persona_studio.publish import preview
from persona_studio.review.rules import RULES
from persona_studio.storage import claims
from persona_studio.workspace import fixing, reporting, rule_settings, signing
from persona_studio.workspace.workspace import Workspace
from tests.evidence.draft import TODAY
from tests.gui import project
from tests.publish.reading import bag


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with clock.fixed(TODAY):
        made = project.make(tmp_path / "a.persona")
        yield made
        made.close()


def table(workspace: Workspace) -> list[dict[str, str]]:
    data, pages = reporting.written(reporting.report_of(workspace), ".CSV")
    assert pages is None
    assert data.startswith("\ufeff".encode())
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def said(workspace: Workspace) -> str:
    pdf, pages = reporting.written(reporting.report_of(workspace), ".pdf")
    return "\n".join(preview.page_text(pdf, number) for number in range(pages or 0))


def test_the_table_has_a_row_for_each_finding_and_each_setting(workspace: Workspace) -> None:
    findings = workspace.findings()
    rows = table(workspace)
    told = [row for row in rows if row["record"] == "finding"]
    assert [row["sentence"] for row in told] == [finding.sentence for finding in findings]
    assert [row["rule"] for row in rows if row["record"] == "setting"] == [
        "review.pace",
        "review.strict",
        *(rule.id for rule in RULES),
    ]


def test_settings_in_force_are_said_with_what_is_usual(workspace: Workspace) -> None:
    rule_settings.set_limit(workspace, "ST01", "warn_months", 36)
    rule_settings.switch(workspace, "CO06", on=False)
    rule_settings.set_severity(workspace, "EV07", "N")
    rule_settings.set_pace(workspace, "fast")
    rows = {row["rule"]: row for row in table(workspace) if row["record"] == "setting"}
    assert rows["ST01"]["setting"].startswith("Warn after 36 months (usually 24)")
    assert (rows["CO06"]["state"], rows["CO06"]["setting"]) == ("off", "Switched off.")
    assert rows["EV07"]["setting"].startswith("Always a note")
    assert rows["review.pace"]["setting"] == "fast"
    pages = said(workspace)
    assert "36 months (usually 24)" in " ".join(pages.split())
    assert "twice as fast" in pages


def test_what_is_kept_signed_and_changed_is_on_paper(workspace: Workspace) -> None:
    maya = workspace.snapshot.personas[0]
    blocking = signing.in_the_way(workspace, maya.id)
    if blocking:
        fixing.waive_all(workspace, blocking, "Seen at the till", None, "Ana")
    signed = signing.sign(workspace, maya.id, "Ana Keller")
    with workspace.edit("Add claim") as write:
        claims.add(write, maya.id, "goals", "Wants a lid that holds")
    pages = bag(said(workspace))
    content = workspace.snapshot.sign_off_of(maya.id)
    assert content is not None
    assert content.id == signed
    for words in (
        "Signed off on 15 June 2026 by Ana Keller",
        content.content_hash,
        "Changed since.",
        "Wants a lid that holds",
        "Added to goals.",
        *("Seen at the till" for _ in blocking),
    ):
        assert not bag(words) - pages


def test_cells_are_not_carried_out_by_a_spreadsheet(workspace: Workspace) -> None:
    with workspace.edit("Add claim") as write:
        claims.add(write, workspace.snapshot.personas[0].id, "goals", '=HYPERLINK("x")\n@now')
    cells = [cell for row in table(workspace) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)


def test_a_project_without_personas_has_a_report_too(tmp_path: Path) -> None:
    empty = Workspace.create(tmp_path / "empty.persona", "Empty")
    assert "Settings in force" in said(empty)
    empty.close()
