# SPDX-License-Identifier: MIT
"""A forgotten person leaves rows, quotes, codes, groups, history and file; backups are named."""

from pathlib import Path

import pytest

from persona_studio import paths
from persona_studio.core.child import Child
from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Evidence, Measure
from persona_studio.core.research import Question, Quote, Segment, Wave
from persona_studio.core.reviewing import Review, Waiver
from persona_studio.evidence.columns import encode
from persona_studio.storage import backup, claims, evidence, personas, rows
from persona_studio.workspace.backups import keep_backup
from persona_studio.workspace.bringing import bring_in, inspect_one
from persona_studio.workspace.counting import count_evidence
from persona_studio.workspace.forgetting import LOST, forget, traces, traces_of
from persona_studio.workspace.importing import Choice
from persona_studio.workspace.said import Said
from persona_studio.workspace.stakes import of_source, of_waves
from persona_studio.workspace.theme_sorting import Sorter
from persona_studio.workspace.themes_kept import Proposed, Sorting, sorting_of
from persona_studio.workspace.workspace import Workspace
from tests.workspace.conftest import Bring
from tests.workspace.survey import grouped, people, write

NEEDLE = "Zwölfeinhalb Quittenkörbe"
CHOICE = "Only via carrier pigeon"


@pytest.fixture
def built(workspace: Workspace, bring: Bring, tmp_path: Path) -> tuple[str, str]:
    """Bring in two linked waves whose person 7 says what nobody else does."""
    found = []
    for name, last in (("spring.csv", 60), ("autumn.csv", 90)):
        table = people(0, last)
        table[7]["What should we change?"] = f"Please sell {NEEDLE} again, it was so good."
        table[7]["How do you order?"] = f"App; {CHOICE}"
        found.append(bring(write(tmp_path / name, table), source="Guests").wave)
    return found[0], found[1]


def by_label(workspace: Workspace, wave: str) -> dict[str, Question]:
    return {q.label: q for q in workspace.snapshot.questions_of(wave)}


def rested(workspace: Workspace, wave: str) -> str:
    """Rest a measured and a quoted line on a wave; return the quoted claim."""
    asked = by_label(workspace, wave)
    with workspace.edit("A persona") as hand:
        maya = personas.add(hand, "Maya")
        young = claims.add(hand, maya, "demographics", "Is young", quantifier="some")
        age = Measure(asked["Age group"].variable, "is", "18-24", "all")
        evidence.link_measure(hand, young, wave, age)
        wish = asked["What should we change?"]
        quote = evidence.mark_quote(hand, wave, wish.id, 9, f"sell {NEEDLE} again", 7)
        claim = claims.add(hand, maya, "quotes", f"Please sell {NEEDLE} again")
        evidence.link_quote(hand, claim, quote)
    return claim


def test_nothing_of_a_forgotten_person_stays_in_the_file(
    workspace: Workspace, built: tuple[str, str]
) -> None:
    claim = rested(workspace, built[0])
    segmentation = grouped(workspace, built[0])
    (quote,) = workspace.snapshot.table(Quote)
    with workspace.edit("Review") as hand:
        said = {"rule": "ET01", "target": {"kind": "quote", "id": quote, "text": NEEDLE}}
        other = {"rule": "ST01", "target": {"kind": "claim", "id": claim}}
        hand.add(Review("r", findings=[said, other]))
        hand.add(Waiver("w", "ET01", "quote", quote, f"{NEEDLE} is no name"))
    with workspace.edit("Take it off the poster") as hand:
        claims.edit_text(hand, claim, "Wants the old baskets back")
    assert keep_backup(workspace.database, "Spring") is not None
    found = traces(workspace, built[0], 9, paths.backups())
    assert found.respondent == "C-0007"
    assert found.rows == tuple(sorted(((built[0], 9), (built[1], 9))))
    assert (len(found.quotes), found.evidence, len(found.backups)) == (1, 1, 1)
    assert found.lines == ()
    said = Said(workspace)
    said.read_all()
    assert len(said.find("quittenkorbe")) == 2
    forget(workspace, found)
    said.forget()
    said.read_all()
    assert said.find("quittenkorbe") == []
    snapshot = workspace.snapshot
    assert not snapshot.table(Quote)
    assert snapshot.table(Review)["r"].findings == [other]
    assert not snapshot.table(Waiver)
    assert workspace.undo_label is None
    assert {n.n for n in snapshot.table(Wave).values()} == {59, 89}
    members = rows.read_memberships(workspace.database.connection, segmentation)
    assert len(members) == 59
    assert sum(s.n for s in snapshot.table(Segment).values()) == 59
    for item in snapshot.table(Evidence).values():
        if item.measure:
            counted = count_evidence(workspace.data, snapshot, item)
            assert counted is not None
            assert counted[:2] == (item.n_for, item.n_against)
            assert item.n_for + item.n_against == 59
        else:
            assert (item.lost, item.quote) == (LOST, None)
    for wave in built:
        answers = workspace.answers(wave)
        assert "C-0007" not in answers.respondents
        for variable, column in answers.columns.items():
            fresh = encode(workspace.cells(wave, variable))
            assert [column.cell(i) for i in range(len(column))] == [
                fresh.cell(i) for i in range(len(fresh))
            ]
    workspace.close()
    stored = workspace.path.read_bytes()
    for needle in (NEEDLE, "Quittenk", CHOICE, "C-0007"):
        assert needle.encode() not in stored, needle
    reopened = Workspace.open(workspace.path)
    assert reopened.history() == []
    reopened.close()
    (copy,) = backup.listed(paths.backups())
    assert found.backups == (copy,)
    backup.remove(copy)
    assert backup.listed(paths.backups()) == []


def test_a_forgotten_person_leaves_the_themes_of_what_people_said(
    workspace: Workspace, built: tuple[str, str], tmp_path: Path
) -> None:
    wish = by_label(workspace, built[0])["What should we change?"].id
    under = bytes(0 if row < 2 else 1 for row in range(62))
    themes = (Proposed(1, "opening hours", ("open",)),)
    sorting = Sorting(wish, themes, under, under, ((NEEDLE, 1),))
    with workspace.edit("Themes") as hand:
        Sorter(workspace, hand, sorting).rename(1, "Opening hours")
    (row,) = {n for wave, n in traces(workspace, built[0], 9, tmp_path).rows if wave == built[0]}
    forget(workspace, traces(workspace, built[0], row, tmp_path))
    left = sorting_of(workspace.snapshot, wish)
    assert left is not None
    assert [n for n, mark in enumerate(left.marks) if mark] == [n for n in range(2, 62) if n != row]
    assert left.near == left.marks
    assert left.counts == ()


def test_lines_in_the_persons_own_words_are_named(
    workspace: Workspace, built: tuple[str, str]
) -> None:
    claim = rested(workspace, built[0])
    assert traces_of(workspace, "C-0007", paths.backups()).lines == (claim,)
    with pytest.raises(StudioError):
        traces_of(workspace, "C-9999", paths.backups())


def test_a_refused_forgetting_leaves_everything(
    workspace: Workspace, built: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = traces(workspace, built[0], 9, paths.backups())
    before = workspace.cells(built[0], by_label(workspace, built[0])["Person"].variable)

    def broken(*_: object) -> None:
        raise StudioError("The disk is full.", "Free some space.")

    monkeypatch.setattr(rows, "remove_row", broken)
    with pytest.raises(StudioError):
        forget(workspace, found)
    assert workspace.cells(built[0], by_label(workspace, built[0])["Person"].variable) == before
    assert workspace.undo_label is not None
    assert len(workspace.answers(built[0])) == 60


def test_what_rests_on_a_wave_or_source_is_listed_before_it_goes(
    workspace: Workspace, built: tuple[str, str]
) -> None:
    claim = rested(workspace, built[0])
    found = of_waves(workspace.snapshot, {built[0]})
    assert [(s.persona, s.text, s.lost, s.of) for s in found.lines] == [
        ("Maya", "Is young", 1, 1),
        ("Maya", f"Please sell {NEEDLE} again", 1, 1),
    ]
    assert (found.evidence, found.quotes, found.groups) == (2, 1, ())
    assert not of_waves(workspace.snapshot, {built[1]}).lines
    source = workspace.snapshot.source_of(built[0]).id
    with workspace.edit("A note") as hand:
        evidence.link_note(hand, claim, source, "Heard at the counter", 3, 0)
    assert of_source(workspace.snapshot, source).evidence == 3


def test_a_person_behind_a_code_is_found_by_what_it_was_made_of(
    workspace: Workspace, child: Child, bring: Bring, tmp_path: Path
) -> None:
    path = write(tmp_path / "club.csv", people(0, 30))
    plan = inspect_one(child, path)
    plan["uses"] = {"1": "leave_out", "2": {"use": "pseudonymise", "reason": "to link waves"}}
    found = bring_in(workspace, child, path, Choice("Club"), plan)
    told = traces_of(workspace, " Person7@example.org ", paths.backups())
    assert told.rows == ((found.wave, 9),)
    assert told.respondent.startswith("P-")
    forget(workspace, told)
    assert len(workspace.answers(found.wave)) == 29
