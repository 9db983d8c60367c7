# SPDX-License-Identifier: MIT
"""Every fix a rule offers, pressed on a real file, takes its finding away; undo brings it back."""

from datetime import date
from pathlib import Path

import pytest

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Evidence
from persona_studio.core.research import Quote
from persona_studio.core.reviewing import Finding, Fix, Review, SignOff
from persona_studio.review.engine import check
from persona_studio.workspace import fixing, signing
from persona_studio.workspace.workspace import Workspace
from tests.evidence.draft import TODAY, Draft
from tests.review.examples import EXAMPLES, rules
from tests.review.opened import opened


def prepared(rule: str) -> Draft:
    """The rule's example, enriched so that every kind of fix is on offer."""
    draft = Draft()
    EXAMPLES[rule][0](draft)
    wave = next(iter(draft.values["wave"]))
    if rule in ("EV01", "EV02"):
        draft.question(wave, "when", options=("Sale", "Friends"))
        words = "Always waits for the sale, asks friends first"
        draft.add(Quote("q1", wave, f"{wave}-when", 3, words))
        for key, claim in draft.values["claim"].items():
            if claim.text != "Prefers phone":
                draft.change(Claim, key, text="Waits always, asks friends first")
    return draft


def answers_of(draft: Draft) -> dict[str, list[list[str]]]:
    """Rows that bear out the counts the draft claims for its first question of every wave."""
    cells = {}
    for wave in draft.values["wave"]:
        items = [e for e in draft.values["evidence"].values() if e.wave == wave and e.measure]
        k, n = (items[0].n_for, items[0].n_for + items[0].n_against) if items else (90, 100)
        wide = sum(q.wave == wave for q in draft.values["question"].values())
        cells[wave] = [["Phone" if i < k else "Mail"] + ["Friends"] * (wide - 1) for i in range(n)]
    return cells


def hits(workspace: Workspace, rule: str) -> list[Finding]:
    return [hit for hit in workspace.findings() if hit.rule == rule]


def _fixes(rule: str) -> tuple[Fix, ...]:
    return check(prepared(rule).snapshot(), TODAY, rules=rules(rule))[0].fixes


def offered() -> list[tuple[str, int]]:
    return [(rule, place) for rule in EXAMPLES for place in range(len(_fixes(rule)))]


@pytest.mark.parametrize(("rule", "place"), offered())
def test_a_pressed_fix_takes_its_finding_away(rule: str, place: int, tmp_path: Path) -> None:
    draft = prepared(rule)
    with opened(draft, tmp_path, answers_of(draft)) as workspace:
        (hit,) = hits(workspace, rule)
        before = workspace.findings()
        fixing.apply(workspace, hit, hit.fixes[place])
        assert hits(workspace, rule) == []
        workspace.undo()
        assert workspace.findings() == before


def test_all_kinds_of_fixes_are_pressed() -> None:
    pressed = {fix for rule, place in offered() for fix in [_fixes(rule)[place].id]}
    assert pressed <= set(fixing.ACTIONS) | {"start_review", "split_persona"}


def test_the_weakest_persona_is_put_away_when_too_many_are_in_use(tmp_path: Path) -> None:
    draft = Draft()
    EXAMPLES["SE01"][1](draft)
    draft.persona("One more", role="secondary")
    with opened(draft, tmp_path, answers_of(draft)) as workspace:
        (hit,) = hits(workspace, "SE01")
        fixing.apply(workspace, hit, hit.fixes[0])
        assert hits(workspace, "SE01") == []
        assert len(workspace.snapshot.personas) == 10


def test_a_finding_kept_with_a_reason_is_waived_until_its_day(tmp_path: Path) -> None:
    draft = prepared("EV08")
    with opened(draft, tmp_path, answers_of(draft)) as workspace:
        (hit,) = hits(workspace, "EV08")
        with pytest.raises(StudioError) as refused:
            fixing.waive(workspace, hit, "  ", None)
        assert refused.value.kind == "no_reason"
        fixing.waive(workspace, hit, "Asked at the wrong door", date(2026, 9, 1), "Ana")
        waived = hits(workspace, "EV08")[0].waived
        assert waived is not None
        assert (waived.reason, waived.until) == ("Asked at the wrong door", date(2026, 9, 1))
        fixing.waive(workspace, hit, "Another reason", date(2026, 9, 2))
        again = hits(workspace, "EV08")[0].waived
        assert again is not None
        assert again.reason == "Another reason"
        fixing.reopen(workspace, hits(workspace, "EV08"))
        assert hits(workspace, "EV08")[0].waived is None


def test_an_unknown_fix_is_refused(tmp_path: Path) -> None:
    draft = prepared("EV08")
    with opened(draft, tmp_path, answers_of(draft)) as workspace:
        (hit,) = hits(workspace, "EV08")
        with pytest.raises(StudioError) as refused:
            fixing.apply(workspace, hit, Fix("dance", "Dance"))
        assert refused.value.kind == "unknown_fix"


def test_signing_needs_a_name_and_no_open_blocker(tmp_path: Path) -> None:
    draft = prepared("EV08")
    with opened(draft, tmp_path, answers_of(draft)) as workspace:
        with pytest.raises(StudioError) as refused:
            signing.sign(workspace, "persona1", " ")
        assert refused.value.kind == "no_name"
        with pytest.raises(StudioError) as refused:
            signing.sign(workspace, "persona1", "Ana Keller")
        assert refused.value.kind == "open_findings"
        fixing.waive(workspace, hits(workspace, "EV08")[0], "Known", None)
        signing.sign(workspace, "persona1", "Ana  Keller")
        signed = workspace.snapshot.sign_off_of("persona1")
        assert signed is not None
        assert (signed.name, signed.signed_on) == ("Ana Keller", TODAY)
        review = workspace.snapshot.table(Review)[signed.review or ""]
        assert "EV08" in [item["rule"] for item in review.findings]
        assert signed.snapshot["claims"][0]["text"] == "Prefers phone"


def test_any_edit_of_what_was_signed_voids_the_signature_and_undo_restores_it(
    tmp_path: Path,
) -> None:
    draft = Draft()
    EXAMPLES["EV01"][1](draft)
    with opened(draft, tmp_path, answers_of(draft)) as workspace:
        (persona,) = workspace.snapshot.personas
        assert signing.standing(workspace.snapshot, persona).state == "never"
        signing.sign(workspace, persona.id, "Ana")
        assert signing.standing(workspace.snapshot, persona).state == "signed"
        with workspace.edit("Change") as write:
            write.change(Claim, "claim1", text="Prefers mail")
        assert signing.standing(workspace.snapshot, persona).state == "changed"
        workspace.undo()
        assert signing.standing(workspace.snapshot, persona).state == "signed"
        with workspace.edit("Change") as write:
            write.change(Evidence, "evidence1", directness="observed")
        assert signing.standing(workspace.snapshot, persona).state == "changed"
        assert len(workspace.snapshot.table(SignOff)) == 1
