# SPDX-License-Identifier: MIT
"""The wall: what is typed, where it lands, and what becomes of a group, traced or assumed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim
from persona_studio.core.research import Quote, Theme, ThemeItem
from persona_studio.core.snapshot import Snapshot
from persona_studio.core.wall import WallCard, WallGroup
from persona_studio.storage import quotes, wall
from persona_studio.storage.wall import Spot
from persona_studio.storage.writer import Writer
from persona_studio.workspace import tray, wall_places, wall_use, walling
from persona_studio.workspace.figures import figures
from persona_studio.workspace.wall_entry import Typed, group_meant, read
from persona_studio.workspace.wall_places import Box
from persona_studio.workspace.workspace import Workspace
from tests.gui import project


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    made = project.make(tmp_path / "wall.persona")
    yield made
    made.close()


def type_(space: Workspace, words: str) -> str:
    with space.edit("Capture") as write:
        return walling.put_typed(space, write, read(words))


def group(space: Workspace, letter: str) -> WallGroup:
    return next(g for g in space.snapshot.table(WallGroup).values() if g.letter == letter)


def codes(space: Workspace, letter: str) -> list[str]:
    cards = wall_places.cards_of(space.snapshot)[group(space, letter).id]
    return [card.code or card.text for card in cards]


def quote_everyone(space: Workspace) -> None:
    """Mark the first two answers to the open question, under a theme."""
    with space.edit("Mark") as write:
        for item in tray.quotes(space, None)[:2]:
            card = walling.put_evidence(space, write, item, Spot())
            quotes.tag(write, write.get(WallCard, card).quote or "", _theme(write))
            write.remove(WallCard, card)


def _theme(write: Writer) -> str:
    return quotes.theme_named(write, "In a hurry")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12 b", Typed("E12", "", "b")),
        ("e012 Mornings in town", Typed("E12", "", "Mornings in town")),
        ("Q3", Typed("Q3")),
        ("t2 /b", Typed("T2", "", "b")),
        ("12", Typed("E12")),
        ("- 12 people waited", Typed("", "12 people waited")),
        ("Nobody says how long /b", Typed("", "Nobody says how long", "b")),
        ("Price and/or time", Typed("", "Price and/or time")),
        ("12b", Typed("", "12b")),
        ("مرحبا /ب", Typed("", "مرحبا", "ب")),
    ],
)
def test_what_is_typed_is_evidence_by_number_or_a_note(typed: str, meant: Typed) -> None:
    assert read(typed) == meant


def test_evidence_typed_goes_into_a_group_that_is_made_and_found_again(space: Workspace) -> None:
    type_(space, "2 b")
    type_(space, "1 b")
    type_(space, "1 Mornings")
    type_(space, "Too slow /morn")
    assert codes(space, "B") == ["E2"]
    assert codes(space, "A") == ["E1", "Too slow"], "the named group took the first free letter"
    assert len(space.snapshot.table(WallCard)) == 3, "one paper card hangs once"
    for _ in range(4):
        space.undo()
    assert not space.snapshot.table(WallCard)
    assert not space.snapshot.table(WallGroup)
    for _ in range(4):
        space.redo()
    assert codes(space, "A") == ["E1", "Too slow"]


def test_a_number_nobody_has_is_refused_and_changes_nothing(space: Workspace) -> None:
    before = len(space.history())
    with pytest.raises(StudioError, match="no evidence E999"):
        type_(space, "999 b")
    with pytest.raises(StudioError, match="no evidence Q1"):
        type_(space, "q1")
    assert len(space.history()) == before


def test_a_group_is_meant_by_letter_first_then_by_its_whole_or_unique_beginning(
    space: Workspace,
) -> None:
    type_(space, "note /Bargain hunters")
    type_(space, "note /b")
    meant = {words: group_meant(space.snapshot, words) for words in ("b", "A", "barg", "ba", "x")}
    assert {words: found and found.letter for words, found in meant.items()} == {
        "b": "B",
        "A": "A",
        "barg": "A",
        "ba": None,
        "x": None,
    }


def test_cards_keep_their_order_wherever_they_are_put(space: Workspace) -> None:
    keys = [type_(space, f"note {n} /a") for n in "1234"]
    here = group(space, "A").id
    with space.edit("Move") as write:
        wall.put(write, [keys[3], keys[0]], here, 1)
    assert codes(space, "A") == ["note 2", "note 4", "note 1", "note 3"]
    with space.edit("Move") as write:
        wall.put(write, [keys[1]], here)
    assert codes(space, "A")[-1] == "note 2"
    with space.edit("Copy") as write:
        wall.copy(write, keys[:1], 20)
    assert codes(space, "A").count("note 1") == 2


def test_ungrouped_cards_lie_where_they_lay(space: Workspace) -> None:
    for n in "123":
        type_(space, f"note {n} /a")
    found = group(space, "A")
    corners = walling.corners_of(space.snapshot, found.id)
    with space.edit("Ungroup") as write:
        wall.ungroup(write, found.id, corners)
    cards = space.snapshot.table(WallCard).values()
    assert {card.id: (card.x, card.y) for card in cards} == corners
    assert all(card.group is None for card in cards)


def test_a_group_becomes_a_persona_whose_lines_are_traced_or_openly_assumed(
    space: Workspace,
) -> None:
    quote_everyone(space)
    for words in ("1 Hurried", "q1 Hurried", "t1 Hurried", "Pain: the queue /Hurried", "Hm /a"):
        type_(space, words)
    with space.edit("Persona") as write:
        persona = wall_use.to_persona(space, write, group(space, "A").id)
    lines = space.snapshot.claims_of(persona)
    assert space.snapshot.table(type(space.snapshot.personas[0]))[persona].name == "Hurried"
    marks = {claim.text: space.assess(claim.id).proof for claim in lines}
    assert [claim.section for claim in lines if claim.text == "the queue"] == ["pains"]
    assert marks["the queue"].startswith("Assumption")
    assert marks["Hm"].startswith("Assumption")
    traced = [c for c in lines if not space.assess(c.id).proof.startswith("Assumption")]
    assert len(traced) == 3
    for claim in traced:
        (item,) = space.snapshot.evidence_of(claim.id)
        assert item.measure or item.quote or item.theme
    before = space.undo_label
    assert before == "Persona"
    space.undo()
    assert persona not in {each.id for each in space.snapshot.personas}


def test_a_named_group_becomes_one_claim_with_its_evidence_and_its_notes_assumptions(
    space: Workspace,
) -> None:
    quote_everyone(space)
    for words in ("1 Waiting kills it", "q1 a", "q2 a", "Queue at eight /a"):
        type_(space, words)
    (maya, *_) = space.snapshot.personas
    with space.edit("Section") as write:
        made = wall_use.to_section(space, write, group(space, "A").id, maya.id, "pains")
    texts = [space.snapshot.table(Claim)[claim].text for claim in made]
    assert texts == ["Waiting kills it", "Queue at eight"]
    items = space.snapshot.evidence_of(made[0])
    assert sorted(bool(item.quote) for item in items) == [False, True, True]
    assert space.assess(made[1]).proof.startswith("Assumption")


def test_a_group_becomes_a_theme_of_its_quotes(space: Workspace) -> None:
    quote_everyone(space)
    for words in ("q1 Speed", "q2 a", "1 a", "note /a"):
        type_(space, words)
    with space.edit("Theme") as write:
        theme, left = wall_use.to_theme(space, write, group(space, "A").id)
    assert left == 2
    assert space.snapshot.table(Theme)[theme].name == "Speed"
    under = {i.quote for i in space.snapshot.table(ThemeItem).values() if i.theme == theme}
    assert under == set(space.snapshot.table(Quote))
    type_(space, "lonely /z")
    with pytest.raises(StudioError, match="needs a name"), space.edit("Theme") as write:
        wall_use.to_theme(space, write, group(space, "Z").id)


def test_a_quote_that_is_removed_leaves_its_words_nowhere_on_the_wall(space: Workspace) -> None:
    quote_everyone(space)
    card = type_(space, "q1 a")
    said = walling.words_of(space.snapshot, space.snapshot.table(WallCard)[card])
    with space.edit("Remove") as write:
        quotes.remove(write, next(iter(space.snapshot.table(Quote))))
    left = space.snapshot.table(WallCard)[card]
    assert said.strip("“”") not in repr(left)
    assert walling.words_of(space.snapshot, left) == "The quote was removed."
    with pytest.raises(StudioError, match="empty"), space.edit("Persona") as write:
        wall_use.to_persona(space, write, group(space, "A").id)


def test_a_figure_tells_how_many_on_the_wave_that_counts(space: Workspace) -> None:
    (first, *_) = figures(space, None)
    key = type_(space, f"{first.number}")
    card = space.snapshot.table(WallCard)[key]
    assert card.text == first.text
    told = walling.counts_of(space, card)
    assert told == f"{first.k} of {first.n} · Customer survey"


BOXES = st.lists(
    st.tuples(st.integers(0, 2000), st.integers(0, 2000), st.integers(50, 600)), max_size=12
)


@given(BOXES)
def test_making_room_leaves_nothing_on_the_group_and_moves_it_never(
    found: list[tuple[int, int, int]],
) -> None:
    there = {str(n): Box(x, y, w, w) for n, (x, y, w) in enumerate(found)}
    there["grown"] = Box(500, 500, 500, 400)
    moved = wall_places.make_room(there, "grown")
    now = {key: box._replace(**dict(zip("xy", moved.get(key, box[:2]), strict=True)))
           for key, box in there.items()}  # fmt: skip
    assert now["grown"] == there["grown"]
    assert not [k for k, box in now.items() if k != "grown" and box.touches(now["grown"])]
    assert all(now[k].x >= box.x and now[k].y >= box.y for k, box in there.items())
    assert all(now[k] == box for k, box in there.items() if k not in moved)


@given(st.integers(0, 300))
def test_cards_of_a_group_lie_in_its_field_and_never_on_each_other(many: int) -> None:
    wide, high = wall_places.field(many)
    corners = [wall_places.corner_in(index, many) for index in range(many)]
    assert len(set(corners)) == many
    for index, (x, y) in enumerate(corners):
        assert x + wall_places.WIDE <= wide
        assert y + wall_places.HIGH <= high
        assert wall_places.index_at(x, y + 1, many) == index


def test_a_snapshot_without_a_wall_has_no_groups() -> None:
    assert wall_places.cards_of(Snapshot({})) == {None: []}
