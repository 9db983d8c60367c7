# SPDX-License-Identifier: MIT
"""What leaves the house holds no small count, no word nobody agreed to print, and no person."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.research import Quote
from persona_studio.publish import preview, safety
from persona_studio.publish.claims import FEW, Ledger, Proven, Told
from persona_studio.publish.drawn import Bar, Scale
from persona_studio.publish.export import Request, export
from persona_studio.publish.golden import Golden
from persona_studio.publish.sheet import Line, Part, Sheet
from persona_studio.publish.wording import everything
from persona_studio.storage import claims
from persona_studio.workspace import client_safe, printing
from persona_studio.workspace.portability import load
from persona_studio.workspace.workspace import Workspace

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "example-project.json"
_UNASKED = "quote nobody agreed to print"
TEMPLATES = ("wall_poster", "fact_sheet", "evidence_sheet")


@pytest.fixture
def workspace(tmp_path: Path, qapp: object) -> Iterator[Workspace]:
    opened = load(EXAMPLE, tmp_path / "a.persona")
    yield opened
    opened.close()


def printed(workspace: Workspace, template: str, *, safe: bool = True) -> str:
    personas = tuple(p.id for p in workspace.snapshot.personas)
    wanted = printing.Wanted(personas, template, client_safe=safe)
    pdf, _ = printing.export(workspace, wanted)
    pages = (preview.page_text(pdf, n) for n in range(preview.page_count(pdf)))
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize("template", TEMPLATES)
def test_small_counts_names_and_notes_are_gone(workspace: Workspace, template: str) -> None:
    open_text = printed(workspace, template, safe=False)
    assert "5 of 6" in open_text
    text = printed(workspace, template)
    for count in ("5 of 6", "2 people", "1 person", "Fits 5 of 8", "Anna", "Keller"):
        assert count not in text
    assert "Be out of the door in three minutes" in text


def test_only_words_ticked_for_print_are_printed(workspace: Workspace) -> None:
    maya = workspace.snapshot.personas[0].id
    words = "I have four minutes."
    (quote,) = [q for q in workspace.snapshot.table(Quote).values() if q.text == words]
    with workspace.edit("Say it in their words") as write:
        said = claims.add(write, maya, "quotes", words)
        write.add(Evidence("spoken", said, wave=quote.wave, quote=quote.id, n_for=1))
    told = {}
    for consent, there in (("none", False), ("internal", False), ("publish", True)):
        with workspace.edit("Tick") as write:
            write.change(Quote, quote.id, consent=consent)
        for template in TEMPLATES:
            assert (words in printed(workspace, template)) is there, (consent, template)
        told[consent] = client_safe.left_out(workspace.snapshot, maya)[_UNASKED]
    assert told["none"] == told["internal"] == told["publish"] + 1


def test_all_that_is_left_out_is_told_before_saving(workspace: Workspace) -> None:
    maya = workspace.snapshot.personas[0].id
    claim = next(c for c in workspace.snapshot.claims_of(maya) if workspace.assess(c.id).n_total)
    with workspace.edit("Note") as write:
        write.change(Claim, claim.id, dissent="Ben thinks otherwise")
        write.add(Evidence("noted", claim.id, note="Said in the corridor"))
        claims.add(write, maya, "quotes", "Nobody knows who said this")
    (told,) = [
        caution
        for caution in printing.sheets(workspace, (maya,), "fact_sheet", safe=True)[0].cautions
        if caution.startswith("Left out for the client")
    ]
    for words in (
        "nobody agreed to print",
        "1 note of the team",
        "1 word of disagreement",
        "below five",
    ):
        assert words in told
    open_sheet = printing.sheets(workspace, (maya,), "fact_sheet")[0]
    assert not any("Left out" in caution for caution in open_sheet.cautions)


@given(st.lists(st.integers(0, 40), min_size=2, max_size=6), st.integers(0, 40), st.integers(0, 40))
def test_no_drawing_tells_a_small_count(mine: list[int], k: int, rest: int) -> None:
    steps = tuple(str(n) for n in range(len(mine)))
    scale = Scale("Often", steps, ("low", "high"), tuple(mine), (), 0.5)
    lines = (Line("a", figure=scale), Line("b", figure=Bar((k, k + rest))))
    sheet = Sheet("Ann", parts=(Part("Goals", lines),))
    one, other = client_safe.masked(sheet, {}).parts[0].lines
    assert isinstance(one.figure, Scale | None)
    assert one.figure is None or all(n == 0 or n >= 5 for n in one.figure.mine)
    assert isinstance(other.figure, Bar | None)
    assert other.figure is None or not client_safe.is_small(*other.figure.n)


@pytest.mark.parametrize("where", ["pains", "story", "tagline"])
def test_words_nobody_agreed_to_print_are_left_out_wherever_they_stand(
    workspace: Workspace, where: str
) -> None:
    maya = workspace.snapshot.personas[0].id
    words = "I have four minutes, no more"
    (quote,) = [
        q for q in workspace.snapshot.table(Quote).values() if q.text == "I have four minutes."
    ]
    with workspace.edit("Untick") as write:
        write.change(Quote, quote.id, consent="internal")
    before = client_safe.left_out(workspace.snapshot, maya)[_UNASKED]
    with workspace.edit("Say it again") as write:
        if where == "pains":
            claims.add(write, maya, where, words)
        else:
            write.change(Persona, maya, **{where: words})
    for safe in (False, True):
        (sheet,) = printing.sheets(workspace, (maya,), "evidence_sheet", safe=safe)
        assert (words in "\n".join(everything(sheet))) is not safe
    assert client_safe.left_out(workspace.snapshot, maya)[_UNASKED] == before + 1


def test_what_a_question_counts_is_printed_whatever_somebody_said(workspace: Workspace) -> None:
    maya = workspace.snapshot.personas[0].id
    counted = next(
        claim
        for claim in workspace.snapshot.claims_of(maya)
        if any(e.measure for e in workspace.snapshot.evidence_of(claim.id))
    )
    (quote, *_) = workspace.snapshot.table(Quote).values()
    with workspace.edit("Say it") as write:
        write.change(Quote, quote.id, text=counted.text, consent="none")
    (sheet,) = printing.sheets(workspace, (maya,), safe=True)
    assert counted.text in "\n".join(everything(sheet))


def test_a_rule_that_misses_few_people_tells_shares_alone() -> None:
    rule = Golden(("A", "B"), (), (0, 0), (115, 119), (92, 99), (54, 119))
    (few, many) = (
        client_safe.masked(Sheet("Ann", golden=replace(rule, hit=hit)), {}).golden
        for hit in ((115, 119), (108, 119))
    )
    assert few is not None
    assert many is not None
    assert few.rate == "Right for 97 % of people it had not seen (could be 92 to 99 %)."
    assert "108 of 119" in many.rate


def test_a_quote_typed_by_hand_is_left_out(workspace: Workspace) -> None:
    maya = workspace.snapshot.personas[0].id
    with workspace.edit("Add") as write:
        claims.add(write, maya, "quotes", "Nobody knows who said this")
    assert "Nobody knows" not in printed(workspace, "wall_poster")
    assert "Nobody knows" in printed(workspace, "wall_poster", safe=False)


@pytest.mark.parametrize(
    ("field", "words", "told"),
    [
        ("tagline", "Write to ann.miller@example.org", "e-mail address on page 1"),
        ("tagline", "Call +49 30 901820", "telephone number on page 1"),
        ("name", "ann.miller@example.org", "in the file's properties"),
    ],
)
def test_a_file_with_personal_data_is_refused_without_repeating_it(
    workspace: Workspace, field: str, words: str, told: str
) -> None:
    maya = workspace.snapshot.personas[0].id
    with workspace.edit("Rename") as write:
        write.change(Persona, maya, **{field: words})
    assert printed(workspace, "fact_sheet", safe=False)
    with pytest.raises(StudioError) as caught:
        printed(workspace, "fact_sheet")
    assert caught.value.kind == "not_client_safe"
    assert told in caught.value.message
    assert "miller" not in caught.value.message + caught.value.hint


def test_what_is_only_heard_is_looked_at_too(qapp: object) -> None:
    scale = Scale("ann.miller@example.org", ("1", "2"), ("low", "high"), (9, 9), (), 0.5)
    sheet = Sheet("Ann", parts=(Part("Goals", (Line("Often", figure=scale),), "goals"),))
    made = export(Request((sheet,)))
    assert "ann.miller" not in preview.page_text(made.pdf, 0)
    assert safety.leaks(made.pdf) == [safety.Leak("email", 0)]


def test_the_file_is_looked_at_and_not_what_it_was_made_of(workspace: Workspace) -> None:
    maya = workspace.snapshot.personas[0].id
    pdf, _ = printing.export(workspace, printing.Wanted((maya,)))
    assert not safety.leaks(pdf)


@given(st.integers(0, 400), st.integers(0, 400))
def test_no_small_count_passes_the_mask(n_for: int, against: int) -> None:
    total = n_for + against
    told = (Told("Survey", "May", n_for, against),)
    claim = Proven("A1", "Goals", "x", "half", "", (n_for, total), measured=True, told=told)
    sheet = Sheet("Ann", fits=(n_for, total), drawn_from=(n_for, total))
    found = client_safe.masked(replace(sheet, ledger=Ledger((claim,))), {})
    shown = [pair for pair in (found.fits, found.drawn_from, found.ledger.claims[0].n) if pair]
    for count, of in shown:
        assert count == 0 or count >= 5
        assert of - count == 0 or of - count >= 5
        assert of >= 5
    counts = (found.ledger.claims[0].told[0].n_for, found.ledger.claims[0].told[0].n_against)
    assert all(count in (0, FEW) or count >= 5 for count in counts)


def test_the_project_itself_is_untouched(workspace: Workspace) -> None:
    before = workspace.snapshot
    client_safe.reduced(before)
    assert workspace.snapshot is before
    assert all(c.text for c in before.table(Claim).values())
