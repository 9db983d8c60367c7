# SPDX-License-Identifier: MIT
"""Sorting answers by hand: nobody is lost, figures and quotes follow, looking again spares it."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.research import (
    Membership,
    Question,
    Segment,
    Segmentation,
    Theme,
    ThemeItem,
)
from persona_studio.patterns.themes import FoundTheme, ThemeResult
from persona_studio.storage import evidence, personas, rows
from persona_studio.workspace import theme_use, theming
from persona_studio.workspace.soundness import wrong_counts
from persona_studio.workspace.theme_sorting import Sorter
from persona_studio.workspace.themes_kept import OTHER, Sorting, named, sorting_of
from persona_studio.workspace.workspace import Workspace
from tests.gui import project

Deed = Callable[[Sorter], object]


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    workspace = project.make(tmp_path / "p.persona")
    yield workspace
    workspace.close()


def wish(workspace: Workspace) -> Question:
    found = workspace.snapshot.table(Question).values()
    return next(question for question in found if question.role == "free_text")


def found(workspace: Workspace, *names: str) -> Sorting:
    """Put the answers round about under themes of these names, every fifth under none."""
    _, at = theming.request(workspace, wish(workspace).id)
    labels = [-1 if place % 5 == 4 else place % len(names) for place in range(len(at))]
    near = np.linspace(1, 0.5, len(at))
    themes = tuple(FoundTheme((name,), ()) for name in names)
    result = ThemeResult(themes, np.array(labels), near, (), (), 0)
    return theming.store(workspace, wish(workspace).id, at, result)


def sort(workspace: Workspace, *deeds: Deed) -> Sorting:
    sorting = sorting_of(workspace.snapshot, wish(workspace).id)
    assert sorting is not None
    with workspace.edit("Sort") as write:
        sorter = Sorter(workspace, write, sorting)
        for deed in deeds:
            deed(sorter)
    return sorter.sorting


def mark(workspace: Workspace, name: str) -> int:
    sorting = sorting_of(workspace.snapshot, wish(workspace).id)
    assert sorting is not None
    return named(sorting, name).mark


def claimed(workspace: Workspace, name: str, base: str = "") -> Evidence:
    sorting = sorting_of(workspace.snapshot, wish(workspace).id)
    assert sorting is not None
    maya = next(iter(workspace.snapshot.table(Persona)))
    with workspace.edit("Claim") as write:
        theme = named(sorting, name).mark
        made = theme_use.claim_of(workspace, write, sorting, theme, (maya, base or "pains"))
    (item,) = workspace.snapshot.evidence_of(made)
    return item


def again(workspace: Workspace, item: Evidence) -> Evidence:
    return workspace.snapshot.table(Evidence)[item.id]


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["merge", "move", "make", "drop", "split", "rename", "keep"]),
        st.integers(0, 9),
        st.integers(0, 9),
        st.lists(st.integers(0, 45), max_size=6),
    ),
    max_size=7,
)


def do(sorter: Sorter, deed: tuple[str, int, int, list[int]]) -> None:
    """Do one thing, with the themes there are then; what is refused changes nothing."""
    kind, first, second, rows = deed
    marks = [theme.mark for theme in sorter.sorting.themes]
    if not marks:
        sorter.make("Anew", rows)
        return
    one, two = marks[first % len(marks)], marks[second % len(marks)]
    ways: dict[str, Callable[[], object]] = {
        "merge": lambda: sorter.merge([one], two),
        "move": lambda: sorter.move(rows, two if second else OTHER),
        "make": lambda: sorter.make(f"Made {second}", rows),
        "drop": lambda: sorter.drop(one),
        "split": lambda: sorter.split(one, rows, (f"Part {second}",)),
        "rename": lambda: sorter.rename(one, f"Named {second}"),
        "keep": lambda: sorter.keep(one),
    }
    with suppress(StudioError):  # what does not fall into two parts is not split
        ways[kind]()


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(deeds=DEEDS)
def test_whatever_is_sorted_no_answer_is_lost_and_undo_brings_all_back(
    deeds: list[tuple[str, int, int, list[int]]], space: Workspace
) -> None:
    before = found(space, "Queue", "Price", "Seats")
    claimed(space, "Queue")
    told = space.snapshot
    after = sort(space, *(lambda sorter, deed=deed: do(sorter, deed) for deed in deeds))
    said = {row for row, sign in enumerate(before.marks) if sign}
    assert {row for row, sign in enumerate(after.marks) if sign} == said
    names = [theme.name.casefold() for theme in after.themes]
    assert len(set(names)) == len(names)
    assert set(Counter(after.marks)) - {0, OTHER} <= {theme.mark for theme in after.themes}
    assert sum(after.sizes().values()) == len(said)
    assert wrong_counts(space) == []
    if deeds and space.undo_label == "Sort":
        space.undo()
    for kind in (Evidence, Theme, ThemeItem, Claim):
        assert space.snapshot.table(kind) == told.table(kind)
    now = sorting_of(space.snapshot, before.question)
    assert now is not None
    assert (now.marks, [t.name for t in now.themes]) == (
        before.marks,
        [t.name for t in before.themes],
    )


def test_a_claim_of_a_theme_counts_people_and_recounts_with_every_step(space: Workspace) -> None:
    sorting = found(space, "Queue", "Price", "Seats")
    n, sizes = sorting.answered, sorting.sizes()
    item = claimed(space, "Queue")
    assert (item.n_for, item.n_against) == (sizes[1], n - sizes[1])
    assert space.snapshot.table(Claim)[item.claim].section == "pains"
    sort(space, lambda s: s.merge([mark(space, "Price")], mark(space, "Queue")))
    assert again(space, item).n_for == sizes[1] + sizes[2]
    sort(space, lambda s: s.rename(mark(space, "Queue"), "Waiting"))
    moved = again(space, item)
    assert moved.measure is not None
    assert (moved.measure.value, moved.n_for) == ("Waiting", sizes[1] + sizes[2])
    row = sorting.rows_of(3)[0]
    sort(space, lambda s: s.move([row], mark(space, "Waiting")))
    assert again(space, item).n_for == sizes[1] + sizes[2] + 1
    sort(space, lambda s: s.drop(mark(space, "Waiting")))
    assert "Waiting was removed" in again(space, item).lost
    for _ in range(4):
        space.undo()
    assert again(space, item) == item


def test_a_claim_of_a_theme_that_joins_another_counts_the_other(space: Workspace) -> None:
    found(space, "Queue", "Price")
    item = claimed(space, "Queue")
    now = sort(space, lambda s: s.merge([mark(space, "Queue")], mark(space, "Price")))
    joined = again(space, item)
    assert joined.measure is not None
    assert (joined.measure.value, joined.n_for) == ("Price", now.sizes()[named(now, "Price").mark])


def test_a_name_somebody_gave_outlives_a_merge_and_the_largest_stands_first(
    space: Workspace,
) -> None:
    found(space, "Queue", "Price", "Seats")
    item = claimed(space, "Queue")
    sort(space, lambda s: s.rename(mark(space, "Seats"), "A place to sit"))
    sort(space, lambda s: s.keep(mark(space, "A place to sit")))
    merged = sort(space, lambda s: s.merge([mark(space, "A place to sit")], mark(space, "Queue")))
    assert [theme.name for theme in merged.themes] == ["A place to sit", "Price"]
    joined = again(space, item)
    assert joined.measure is not None
    assert (joined.measure.value, joined.n_for) == ("A place to sit", merged.sizes()[1])
    assert [theme.name for theme in space.snapshot.table(Theme).values()] == ["A place to sit"]
    sort(space, lambda s: s.make("Prices by hand", merged.rows_of(mark(space, "Price"))[:1]))
    both = [mark(space, name) for name in ("A place to sit", "Prices by hand")]
    last = sort(space, lambda s: s.merge(both[:1], both[1]))
    assert [theme.name for theme in last.themes] == ["Prices by hand", "Price"]
    typed = sort(space, lambda s: s.rename(both[1], "price"))
    assert [theme.name for theme in typed.themes] == ["Price"], "the name typed last wins"


def test_looking_again_leaves_what_somebody_had_a_hand_in(space: Workspace) -> None:
    first = found(space, "Queue", "Price", "Seats")
    item = claimed(space, "Seats")
    sort(space, lambda s: s.rename(mark(space, "Queue"), "Waiting"))
    held = first.rows_of(1)
    request, at = theming.request(space, wish(space).id)
    assert not set(at) & set(held)
    assert len(request.texts) == first.answered - len(held) - first.sizes()[3]
    second = found(space, "Waiting", "Tables")
    assert [theme.name for theme in second.themes] == ["Waiting", "Seats", "Waiting (2)", "Tables"]
    assert second.rows_of(named(second, "Waiting").mark) == held
    assert again(space, item).n_for == item.n_for
    assert second.answered == first.answered


def test_a_kept_theme_has_its_central_answers_as_quotes_and_they_follow(space: Workspace) -> None:
    sorting = found(space, "Queue", "Price")
    sort(space, lambda s: s.keep(mark(space, "Queue")))
    (theme,) = space.snapshot.table(Theme).values()
    with space.edit("Claim") as write:
        claim = next(iter(space.snapshot.table(Claim)))
        assert evidence.link_theme(write, claim, theme.id)

    def people() -> int:
        (item,) = [e for e in space.snapshot.table(Evidence).values() if e.theme]
        assert item.n_for == len(space.snapshot.table(ThemeItem))
        return item.n_for

    assert people() == sorting.sizes()[1]
    gone = sorting.rows_of(1)[:3]
    sort(space, lambda s: s.move(gone, mark(space, "Price")))
    assert people() == sorting.sizes()[1] - 3
    sort(space, lambda s: s.merge([mark(space, "Price")], mark(space, "Queue")))
    assert people() == sorting.sizes()[1] + sorting.sizes()[2]
    sort(space, lambda s: s.rename(mark(space, "Queue"), "Waiting"))
    assert space.snapshot.table(Theme)[theme.id].name == "Waiting"
    sort(space, lambda s: s.drop(mark(space, "Waiting")))
    assert not space.snapshot.table(Theme)


def test_shares_count_people_of_each_group_and_mark_the_few(space: Workspace) -> None:
    sorting = found(space, "Queue", "Price")
    wave = wish(space).wave
    raw = space.database.connection
    with space.edit("By hand") as write:
        write.add(Segmentation("g", wave, "By hand", k=2))
        rows.register(raw, "membership", "g")
        for number, name in enumerate(("Early", "Late")):
            write.add(Segment(f"s{number}", "g", number, name, 20))
        early, late = sorting.rows_of(1), sorting.rows_of(2)
        members = [Membership("g", row, "s0") for row in early]
        members += [Membership("g", row, "s1") for row in late]
        rows.add_memberships(raw, members)
    shares = theming.shares_of(space, sorting)
    first, second = shares[1]
    assert (first.group, first.k, first.n, first.sure) == ("Early", len(early), len(early), 1)
    assert (second.k, second.n, second.few, second.sure) == (0, len(late), True, -1)
    assert sum(share.n for share in shares[OTHER]) == len(early) + len(late)


def test_a_claim_for_a_persona_without_a_group_counts_everyone_who_answered(
    space: Workspace,
) -> None:
    found(space, "Queue", "Price")
    with space.edit("More") as write:
        personas.add(write, "Nobody yet")
    item = claimed(space, "Price")
    assert item.measure is not None
    assert item.measure.base == "all"
    assert item.n_for + item.n_against == 30


@pytest.mark.parametrize("name", ["", "  ", "Other"])
def test_a_theme_needs_a_name_of_its_own(space: Workspace, name: str) -> None:
    found(space, "Queue", "Price")
    with pytest.raises(StudioError, match=r"name|Other"):
        sort(space, lambda s: s.rename(1, name))
