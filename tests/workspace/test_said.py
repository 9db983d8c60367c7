# SPDX-License-Identifier: MIT
"""Open answers are read in slices, found in any script, and marks hold their place."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona_studio.core.fields import new_id
from persona_studio.core.persona import Evidence
from persona_studio.core.research import Question, Quote, Source, Theme, ThemeItem, Wave
from persona_studio.storage import claims, evidence, quotes, rows, waves
from persona_studio.workspace.said import ROWS_A_SLICE, Place, Said, others_said
from persona_studio.workspace.tray import quote_of_key
from persona_studio.workspace.tray import quotes as offered
from persona_studio.workspace.using import link_quote
from persona_studio.workspace.workspace import Workspace
from tests.storage.projects import make, state

ANSWERS = ("Más mesas, por favor", "", "MAS sillas", "もっと席を増やして", "n/a", "slow app 🐌")


def spoken(workspace: Workspace, texts: tuple[str, ...] = ANSWERS, times: int = 1) -> Wave:
    """Store a wave whose rows answer one open and one closed question."""
    wave = Wave(new_id(), "", n=len(texts) * times)
    with workspace.edit("Import") as write:
        source = waves.add_source(write, f"Talk {len(write.find(Source))}")
        wave = Wave(wave.id, source, n=wave.n, linked=True)
        raw = workspace.database.connection
        rows.register(raw, "row", wave.id)
        cells = [json.dumps([text, f"age {n}"]) for n, text in enumerate(texts * times)]
        rows.add_rows(raw, wave.id, [(n, f"P-{n}", each) for n, each in enumerate(cells, start=2)])
        said = Question(
            new_id(), wave.id, new_id(), 0, 1, "Wish", "", "free_text", missing=("n/a",)
        )
        age = Question(new_id(), wave.id, new_id(), 1, 2, "Age", "", "single_choice")
        waves.show(write, wave, [said, age])
    return wave


def test_answers_are_found_without_accents_and_case_in_any_script(workspace: Workspace) -> None:
    wave = spoken(workspace)
    said = Said(workspace)
    (question,) = said.questions()
    assert said.unread == 1
    said.read_all()
    assert said.unread == 0
    assert [place.row for place in said.places()] == [2, 4, 5, 7]
    assert [said.text(place) for place in said.find("mas")] == [ANSWERS[0], ANSWERS[2]]
    assert said.find("席を") == [Place(wave.id, question.id, 5)]
    assert said.find("slow app") == said.find("🐌") == [Place(wave.id, question.id, 7)]
    assert said.find("nobody said this") == []


def test_long_waves_are_read_in_slices_and_follow_what_comes_and_goes(workspace: Workspace) -> None:
    first = spoken(workspace, times=200)
    said = Said(workspace)
    slices = 0
    while said.read_on():
        slices += 1
        assert len(said.places()) <= slices * ROWS_A_SLICE
    assert slices == -(-6 * 200 // ROWS_A_SLICE) + 1
    assert len(said.find("sillas")) == 200
    second = spoken(workspace)
    assert said.unread == 1
    said.read_all()
    assert {place.wave for place in said.find("sillas")} == {first.id, second.id}
    with workspace.edit("Remove") as write:
        waves.remove(write, first.id)
    assert {place.wave for place in said.find("sillas")} == {second.id}


def test_the_rest_of_what_a_person_said_stands_beside(workspace: Workspace) -> None:
    spoken(workspace)
    said = Said(workspace)
    said.read_all()
    ((asked, text),) = others_said(workspace, said.places()[1])
    assert (asked.label, text) == ("Age", "age 2")


def test_marking_naming_and_allowing_are_undone_one_by_one(workspace: Workspace) -> None:
    spoken(workspace)
    said = Said(workspace)
    said.read_all()
    place = said.places()[0]
    states = [state(workspace)]
    with workspace.edit("Mark") as write:
        quote = evidence.mark_quote(write, place.wave, place.question, place.row, "mesas", 4)
    states.append(state(workspace))
    with workspace.edit("Theme") as write:
        theme = quotes.theme_named(write, "  More   room ")
        quotes.tag(write, quote, theme)
        assert quotes.theme_named(write, "more ROOM") == theme
        assert quotes.tag(write, quote, theme) == quotes.tag(write, quote, theme)
    states.append(state(workspace))
    with workspace.edit("Consent") as write:
        quotes.allow(write, quote, "publish")
    (mark,) = said.marks(place)
    assert mark.span is not None
    assert said.text(place)[slice(*mark.span)] == "mesas"
    assert mark.quote.consent == "publish"
    for before in reversed(states):
        workspace.undo()
        assert state(workspace) == before


def test_two_themes_of_one_name_become_one_and_evidence_follows(workspace: Workspace) -> None:
    spoken(workspace)
    said = Said(workspace)
    said.read_all()
    with workspace.edit("Mark") as write:
        made = [
            evidence.mark_quote(write, p.wave, p.question, p.row, said.text(p), None)
            for p in said.places()
        ]
        room, seats = quotes.theme_named(write, "Room"), quotes.theme_named(write, "Seats")
        quotes.tag(write, made[0], room)
        quotes.tag(write, made[0], seats)
        quotes.tag(write, made[1], seats)
        claim = claims.add(write, None, "pains", "Too few seats")
        write.add(Evidence(new_id(), claim, None, theme=seats))
    with workspace.edit("Rename") as write:
        assert quotes.rename_theme(write, seats, "room") == room
    assert set(workspace.snapshot.table(Theme)) == {room}
    assert {i.quote for i in workspace.snapshot.table(ThemeItem).values()} == {*made[:2]}
    (item,) = workspace.snapshot.table(Evidence).values()
    assert item.theme == room
    with workspace.edit("Remove") as write:
        assert quotes.remove_theme(write, room) == 1
        assert quotes.remove(write, made[0]) == 0
    assert len(workspace.snapshot.table(Quote)) == 3


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return make(tmp_path_factory.mktemp("talk") / "t.persona")


WORDS = st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",)), max_size=12)


@settings(max_examples=30)
@given(st.lists(WORDS, min_size=1, max_size=3), st.data())
def test_any_passage_of_any_answer_is_found_where_it_was_marked(
    talk: Workspace, texts: list[str], data: st.DataObject
) -> None:
    wave = spoken(talk, tuple(texts))
    said = Said(talk)
    said.read_all()
    places = [place for place in said.places() if place.wave == wave.id]
    for place in places:
        text = said.text(place)
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        with talk.edit("Mark") as write:
            evidence.mark_quote(
                write, place.wave, place.question, place.row, text[start:end], start
            )
        (mark,) = said.marks(place)
        assert mark.span == (start, end)
    talk.undo()


def test_the_file_holds_no_index(workspace: Workspace, tmp_path: Path) -> None:
    spoken(workspace)
    said = Said(workspace)
    said.read_all()
    names = workspace.database.connection.execute("SELECT name FROM sqlite_master").fetchall()
    assert not [name for (name,) in names if "said" in name or "fts" in name]


def test_marked_passages_come_first_in_the_tray_and_are_named_by_keys(
    workspace: Workspace,
) -> None:
    wave = spoken(workspace)
    said = Said(workspace)
    said.read_all()
    place = said.places()[1]
    with workspace.edit("Mark") as write:
        evidence.mark_quote(write, place.wave, place.question, place.row, "sillas", 4)
    first, *others = offered(workspace, None)
    assert (first.text, first.start, bool(first.quote)) == ("sillas", 4, True)
    assert place.row not in {item.row for item in others}
    assert [item.text for item in offered(workspace, None, "MÁS mesas")] == [ANSWERS[0]]
    for item in (first, *others):
        assert quote_of_key(workspace, item.key) == item
    passage = quote_of_key(workspace, f"quote:{wave.id}:{place.question}:2:4:5")
    assert passage is not None
    assert (passage.text, passage.start) == ("mesas", 4)
    with workspace.edit("Link") as write:
        link_quote(workspace, write, passage, claims.add(write, None, "pains", "Too few tables"))
    assert {(q.text, q.start) for q in workspace.snapshot.table(Quote).values()} == {
        ("sillas", 4),
        ("mesas", 4),
    }
    for key in ("", "mark:x", "quote:x:y:1", f"quote:{wave.id}:{place.question}:99", "quote:::"):
        assert quote_of_key(workspace, key) is None
