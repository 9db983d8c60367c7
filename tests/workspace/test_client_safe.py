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
from persona_studio.publish.sheet import Sheet
from persona_studio.storage import claims
from persona_studio.workspace import client_safe, printing
from persona_studio.workspace.portability import load
from persona_studio.workspace.workspace import Workspace

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "example-project.json"
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
    for consent, there in (("none", False), ("internal", False), ("publish", True)):
        with workspace.edit("Tick") as write:
            write.change(Quote, quote.id, consent=consent)
        for template in TEMPLATES:
            assert (words in printed(workspace, template)) is there, (consent, template)
        found = printing.sheets(workspace, (maya,), safe=True)[0].cautions
        assert any("left out" in caution for caution in found) is not there


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
    found = client_safe.masked(replace(sheet, ledger=Ledger((claim,))), 0)
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
