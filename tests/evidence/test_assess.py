# SPDX-License-Identifier: MIT
"""A claim's verdict, mark and quiet line follow from its evidence alone."""

import subprocess
import sys
from datetime import date
from random import Random

import pytest

from persona_studio.core.persona import Claim, Evidence
from persona_studio.core.research import Wave
from persona_studio.evidence import ages
from persona_studio.evidence.assess import Assessment, assess
from persona_studio.evidence.profile import basis_label, persona_strength
from tests.evidence.draft import TODAY, Draft


def judged(draft: Draft, claim: str, today: date = TODAY) -> Assessment:
    snapshot = draft.snapshot()
    return assess(snapshot.table(Claim)[claim], snapshot, today)


def one(quantifier: str | None = "most") -> tuple[Draft, str, str]:
    draft = Draft()
    wave = draft.wave(draft.source("survey", "Customer survey"))
    return draft, draft.claim(draft.persona(), quantifier=quantifier), wave


def test_a_measured_claim_says_how_many_and_from_where() -> None:
    draft, claim, wave = one()
    draft.measured(claim, wave, 118, 140)
    found = judged(draft, claim)
    assert (found.verdict, found.band, found.mark) == ("supported", "strong", "filled")
    assert found.proof == "118 of 140 · Customer survey"
    assert (found.n_for, found.n_total) == (118, 140)
    assert found.interval is not None
    assert found.interval[0] < 118 / 140 < found.interval[1]


def test_data_against_a_claim_says_what_it_found_instead() -> None:
    draft, claim, wave = one()
    draft.measured(claim, wave, 9, 140)
    found = judged(draft, claim)
    assert (found.verdict, found.band, found.mark) == ("contradicted", "contradicted", "slashed")
    assert found.proof == "Data says few: 9 of 140"
    assert found.strength == 0


def test_too_few_people_cannot_tell_and_say_so() -> None:
    draft, claim, wave = one()
    draft.measured(claim, wave, 9, 12)
    found = judged(draft, claim)
    assert (found.verdict, found.leaning, found.mark) == ("cannot_tell", "yes", "ring")
    assert found.proof == "9 of 12 · Customer survey · can't tell yet"
    draft.quoted(claim, draft.wave(draft.source("interviews", "Talks")), 1)
    assert judged(draft, claim).mark == "half"


def test_without_a_quantifier_counts_are_shown_and_nothing_is_contradicted() -> None:
    draft, claim, wave = one(None)
    draft.measured(claim, wave, 0, 140)
    found = judged(draft, claim)
    assert (found.verdict, found.proof) == ("cannot_tell", "0 of 140 · Customer survey")


def test_the_newest_wave_of_a_source_counts_and_any_contradiction_wins() -> None:
    draft, claim, wave = one()
    source = draft.values["wave"][wave].source
    older = draft.wave(source, date(2025, 5, 1))
    draft.measured(claim, wave, 90, 100)
    draft.measured(claim, older, 10, 100)
    assert judged(draft, claim).verdict == "supported"
    shop = draft.wave(draft.source("analytics", "Shop data"))
    draft.measured(claim, shop, 10, 100, directness="observed")
    found = judged(draft, claim)
    assert (found.verdict, found.n_for, found.mark) == ("contradicted", 10, "slashed")
    assert found.strength <= 20


def test_people_are_counted_once_whatever_they_are_quoted_for() -> None:
    draft, claim, _ = one(None)
    talks = draft.wave(draft.source("interviews", "Talks"))
    draft.quoted(claim, talks, 1)
    draft.quoted(claim, talks, 1)
    draft.themed(claim, talks, [1, 2, 3])
    draft.quoted(claim, talks, 9, stance="contradicts")
    draft.quoted(claim, talks, 1, stance="contradicts")
    found = judged(draft, claim)
    assert (found.n_for, found.n_total) == (3, 4)
    assert found.proof == "3 of 4 people · Talks"
    assert (found.strength, found.verdict) == (round((20 + 10 + 10) * 0.75), None)


def test_an_assumption_is_no_support_and_tells_its_test_day() -> None:
    draft, claim, _ = one(None)
    draft.assumption(claim, n_for=99, test_by=date(2027, 1, 12), since=date(2026, 5, 1))
    found = judged(draft, claim)
    assert (found.strength, found.band, found.mark) == (0, "assumption", "ring")
    assert found.proof == "Assumption · test by 12 Jan 2027"
    assert judged(draft, claim, date(2027, 1, 1)).proof == "Assumption · test by 12 Jan"


def test_lost_and_absent_evidence_are_told_apart() -> None:
    draft, claim, wave = one()
    assert judged(draft, claim).proof == "No evidence yet"
    draft.measured(claim, wave, 118, 140, lost="The column was removed.")
    found = judged(draft, claim)
    assert (found.proof, found.strength, found.verdict) == ("Evidence lost", 0, None)
    assert len(found.lost) == 1


def test_evidence_whose_wave_or_column_is_gone_is_lost() -> None:
    draft, claim, wave = one()
    draft.measured(claim, wave, 118, 140)
    draft.values["question"].clear()
    assert judged(draft, claim).proof == "Evidence lost"


def test_old_evidence_fades_and_expires() -> None:
    draft, claim, _ = one(None)
    talks = draft.wave(draft.source("interviews", "Talks"), date(2026, 6, 15))
    for row in range(6):
        draft.quoted(claim, talks, row)
    assert judged(draft, claim, date(2027, 6, 15)).strength == 50
    assert judged(draft, claim, date(2027, 6, 16)).strength == 20 + 10 + 10
    assert judged(draft, claim, date(2030, 6, 15)).strength == 10 + 10 + 10
    expired = judged(draft, claim, date(2030, 6, 16))
    assert (expired.strength, expired.mark) == (0, "ring")
    assert expired.proof == "6 people · Talks · too old to count"


def test_the_pace_of_the_market_scales_ages() -> None:
    assert ages.weight(date(2024, 6, 15), TODAY) == 0.5
    assert ages.weight(date(2024, 6, 15), TODAY, 2.0) == 1.0
    assert ages.weight(date(2024, 6, 14), TODAY, 0.5) == 0.0
    assert ages.weight(None, TODAY) == ages.UNDATED


def test_support_from_a_forming_question_is_by_construction() -> None:
    draft, claim, wave = one()
    segment = draft.segment(wave, ("channel",))
    persona = draft.values["claim"][claim].persona
    from persona_studio.core.persona import Persona

    draft.change(Persona, persona, segment=segment)
    draft.measured(claim, wave, 118, 140)
    assert judged(draft, claim).by_construction
    draft.measured(claim, wave, 118, 140, variable="age")
    assert not judged(draft, claim).by_construction


def test_the_order_of_evidence_and_doubles_change_nothing() -> None:
    draft, claim, wave = one()
    talks = draft.wave(draft.source("interviews", "Talks"))
    draft.measured(claim, wave, 118, 140)
    for row in range(5):
        draft.quoted(claim, talks, row)
    before = judged(draft, claim)
    items = list(draft.values["evidence"].values())
    Random(4).shuffle(items)
    from dataclasses import replace

    doubled = [replace(e, id="again" + e.id) for e in items]
    draft.values["evidence"] = {e.id: e for e in [*doubled, *items]}
    after = judged(draft, claim)
    assert (after.strength, after.proof, after.lines) == (
        before.strength,
        before.proof,
        before.lines,
    )


def test_the_worked_persona_of_the_method() -> None:
    draft = Draft()
    persona = draft.persona()
    scores = {"goals": [80, 50, 46], "pains": [80, 0], "behaviours": [100, 20]}
    rest = {"channels": [80], "demographics": [80, 45]}
    made = {}
    for section, values in (scores | rest).items():
        for value in values:
            made[draft.claim(persona, section=section)] = value
    snapshot = draft.snapshot()

    def given(claim: Claim) -> Assessment:
        from dataclasses import replace

        verdict = "contradicted" if made[claim.id] == 20 else None
        bare = assess(claim, snapshot, TODAY)
        return replace(bare, strength=made[claim.id], verdict=verdict)  # type: ignore[arg-type]

    found = persona_strength(snapshot.personas[0], snapshot, TODAY, given)
    assert (found.score, found.share, found.contradicted) == (56, 0.8, 1)
    assert found.label == "Partly researched"
    assert found.lines[-1] == "957 / 17 = 56"


def test_the_label_climbs_with_the_evidence() -> None:
    draft = Draft()
    wave, talks = draft.wave(draft.source("survey")), draft.wave(draft.source("interviews"))
    persona = draft.persona(segment=draft.segment(wave, ("other",)))
    claims = [draft.claim(persona, f"Claim {i}", quantifier="most") for i in range(3)]

    def label() -> str:
        snapshot = draft.snapshot()
        return basis_label(snapshot.personas[0], snapshot, TODAY)

    assert label() == "Proto"
    draft.measured(claims[0], wave, 90, 100)
    draft.measured(claims[1], wave, 90, 100)
    assert label() == "Partly researched"
    for row in range(6):
        draft.quoted(claims[2], talks, row)
    assert label() == "Research-backed"
    draft.measured(claims[2], wave, 90, 100)
    assert label() == "Data-checked"
    draft.measured(claims[2], wave, 5, 100, variable="age")
    assert label() == "Partly researched"


def test_undated_waves_stand_for_the_day_they_came_in() -> None:
    draft, claim, wave = one()
    draft.change(Wave, wave, collected_on=None)
    draft.measured(claim, wave, 118, 140, created=date(2026, 6, 1))
    assert judged(draft, claim).newest == date(2026, 6, 1)


def test_evidence_without_a_source_is_lost() -> None:
    draft, claim, wave = one()
    key = draft.measured(claim, wave, 118, 140)
    draft.change(Evidence, key, source=None)
    assert judged(draft, claim).proof == "Evidence lost"


@pytest.mark.parametrize("module", ["assess", "profile", "verdict", "strength", "intervals"])
def test_what_the_first_paint_needs_loads_no_numpy(module: str) -> None:
    code = f"import sys, persona_studio.evidence.{module}; sys.exit('numpy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
