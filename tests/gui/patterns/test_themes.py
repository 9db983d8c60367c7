# SPDX-License-Identifier: MIT
"""The themes of the Patterns room: found, read, sorted by hand, undone, and made into claims."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QPoint, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Claim, Evidence
from persona_studio.core.research import Question, Segment, Segmentation, Theme
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.patterns import theme_telling
from persona_studio.gui.patterns.room import PatternsRoom
from persona_studio.gui.patterns.theme_answers import AnswerList, AnswerModel
from persona_studio.gui.patterns.theme_deeds import ThemePanel
from persona_studio.gui.patterns.themes_page import ThemesPage
from persona_studio.patterns.themes import FoundTheme, ThemeResult
from persona_studio.workspace import theming
from persona_studio.workspace.themes_kept import OTHER, sorting_of
from persona_studio.workspace.workspace import Workspace


@pytest.fixture
def room(bridge: Bridge, jobs: Jobs, qtbot: QtBot) -> Iterator[PatternsRoom]:
    made = PatternsRoom(bridge, jobs)
    qtbot.addWidget(made)
    made.resize(1207, 672)
    made.show()
    made.activate()
    QTest.mouseClick(made.head.switch.chips["themes"], Qt.MouseButton.LeftButton)
    read(made.themes, qtbot)
    yield made
    made.themes.reading.stop()


@pytest.fixture
def page(room: PatternsRoom) -> ThemesPage:
    return room.themes


@pytest.fixture
def found(page: ThemesPage, bridge: Bridge) -> ThemesPage:
    """Put the thirty answers under three themes; three of them under none."""
    question = page.view.question
    _, at = theming.request(bridge.workspace, question)
    labels = np.array([-1 if place % 10 == 9 else place // 2 % 3 for place in range(len(at))])
    themes = tuple(FoundTheme((name,), ()) for name in ("queue", "price", "seats"))
    near = np.linspace(1, 0.5, len(at))
    result = ThemeResult(themes, labels, near, (("table", 10),), (), 0)
    theming.store(bridge.workspace, question, at, result)
    page.view.show_words(on=False)
    QApplication.processEvents()
    return page


def read(page: ThemesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.reading.said.unread == 0)
    QApplication.processEvents()
    page.shown.show()


def choose(page: ThemesPage, name: str) -> None:
    names = [card.name for card in page.view.cards.cards]
    page.view.list.setCurrentIndex(page.view.cards.index(names.index(name)))


def sizes(page: ThemesPage) -> dict[str, int]:
    return {card.name: card.n for card in page.view.cards.cards}


def press(button: QPushButton) -> None:
    QApplication.processEvents()
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def key(widget: QWidget, pressed: Qt.Key) -> None:
    widget.window().activateWindow()
    widget.setFocus()
    QApplication.processEvents()
    QTest.keyClick(widget, pressed)


def answer(page: ThemesPage, typed: str) -> None:
    """Type into the panel that asks and press Enter."""
    panel = page.window().findChild(ThemePanel)
    assert isinstance(panel, ThemePanel)
    panel.field.selectAll()
    QTest.keyClicks(panel.field, typed)
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    QApplication.processEvents()


def pick(page: ThemesPage, places: Sequence[int]) -> list[int]:
    model = page.view.answer_list.selectionModel()
    model.clearSelection()
    for place in places:
        model.select(page.view.answers.index(place), QItemSelectionModel.SelectionFlag.Select)
    return [page.view.answers.rows[place] for place in places]


def undone(page: ThemesPage, bridge: Bridge, label: str, before: dict[str, int]) -> None:
    assert bridge.workspace.undo_label == label
    bridge.undo()
    QApplication.processEvents()
    assert sizes(page) == before


def test_without_words_the_page_leads_to_research(look, tmp_path, jobs, qtbot):
    workspace = Workspace.create(tmp_path / "empty.persona", "Empty")
    room = PatternsRoom(Bridge(workspace), jobs)
    qtbot.addWidget(room)
    room.show()
    room.show_themes()
    went: list[str] = []
    room.open_room.connect(went.append)
    button = next(b for b in room.themes.findChildren(QPushButton) if "Research" in b.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert went == ["research"]
    workspace.close()


def test_all_of_many_answers_are_chosen_without_asking_for_each(qtbot: QtBot) -> None:
    asked = 0

    class Counted(AnswerModel):
        def rowCount(self, *args: object) -> int:
            nonlocal asked
            asked += 1
            return len(self.rows)

    model = Counted(str)
    shown = AnswerList(model)
    qtbot.addWidget(shown)
    shown.show()
    model.show(range(5_000))
    QApplication.processEvents()
    asked = 0
    QTest.keyClick(shown, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert asked < 50
    assert shown.count == 5_000
    assert shown.chosen() == list(range(5_000))


def test_another_question_shows_its_own_answers(page: ThemesPage, bridge: Bridge, qtbot: QtBot):
    other = next(q for q in bridge.snapshot.table(Question).values() if q.label == "channel")
    with bridge.edit("Read on") as write:
        write.change(Question, other.id, role="free_text")
    read(page, qtbot)
    page.view.search.setText("table")
    place = page.view.questions.findData(other.id)
    first = page.view.answers.index(0)
    assert first.data() not in ("App", "Shop")
    page.view.questions.setCurrentIndex(place)
    page.view.questions.activated.emit(place)
    assert page.view.search.text() == ""
    assert {page.view.answers.index(row).data() for row in range(40)} == {"App", "Shop"}


def test_few_answers_have_words_that_lead_to_them_and_become_a_theme(page, bridge):
    view = page.view
    assert view.word_list.isVisible()
    assert not view.find_button.isVisible()
    assert "fewer than 100" in view.note.text()
    words = dict(view.words.words)
    assert words["table"] == 10
    place = list(words).index("table")
    QTest.mouseClick(
        view.word_list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.word_list.visualRect(view.words.index(place)).center(),
    )
    assert view.search.text() == "table"
    assert len(view.answers.rows) == 10
    assert "table" in view.answers.index(0).data()
    press(view.make_button)
    answer(page, "A table for four")
    assert sizes(page) == {"All answers": 30, "A table for four": 10, "Other answers": 20}
    undone(page, bridge, "New theme “A table for four”", {"All answers": 30})


def test_a_theme_is_read_central_first_and_searched(found):
    choose(found, "queue")
    view, sorting = found.view, found.shown.sorting
    assert sorting is not None
    assert list(view.answers.rows) == sorting.rows_of(1)
    assert view.cards.cards[1].central[0] == view.answers.index(0).data()
    view.search.setText("pay before")
    found.shown.find()
    assert 0 < len(view.answers.rows) < len(sorting.rows_of(1))
    assert all("Let me pay" in view.answers.index(n).data() for n in range(len(view.answers.rows)))
    view.search.setText("zebra")
    found.shown.find()
    assert "Nobody here said that" in view.none.text()


def test_a_theme_is_renamed_in_place(found, bridge):
    before = sizes(found)
    choose(found, "queue")
    key(found.view.list, Qt.Key.Key_F2)
    found.view.name.selectAll()
    QTest.keyClicks(found.view.name, "Waiting")
    QTest.keyClick(found.view.name, Qt.Key.Key_Return)
    assert sizes(found)["Waiting"] == before["queue"]
    undone(found, bridge, "Rename theme to “Waiting”", before)


def test_a_theme_is_merged_by_button_and_panel(found, bridge):
    before = sizes(found)
    choose(found, "queue")
    press(found.view.merge)
    answer(found, "price")
    assert sizes(found)["price"] == before["queue"] + before["price"]
    assert found.view.name.text() == "price"
    undone(found, bridge, "Merge “queue” into “price”", before)


def test_answers_are_moved_by_keyboard_to_a_theme_or_a_new_one(found, bridge):
    before = sizes(found)
    choose(found, "queue")
    rows = pick(found, [0, 2])
    key(found.view.answer_list, Qt.Key.Key_M)
    answer(found, "seats")
    assert sizes(found)["seats"] == before["seats"] + 2
    assert not set(rows) & set(found.view.answers.rows)
    undone(found, bridge, "Move 2 answers", before)
    pick(found, [1])
    key(found.view.answer_list, Qt.Key.Key_N)
    answer(found, "Apps")
    assert sizes(found)["Apps"] == 1
    undone(found, bridge, "New theme “Apps”", before)


def test_answers_are_dragged_onto_a_card(found, bridge):
    before = sizes(found)
    choose(found, "queue")
    pick(found, [0, 1, 2])
    view = found.view
    carried = view.answers.mimeData(view.answer_list.selectedIndexes())
    price = view.cards.index([card.name for card in view.cards.cards].index("price"))
    view.list.scrollTo(price)
    at = view.list.visualRect(price).center()

    def drop(what: QMimeData) -> None:
        event = QDropEvent(
            QPoint(at).toPointF(),
            Qt.DropAction.MoveAction,
            what,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QEvent.Type.Drop,
        )
        view.list.dropEvent(event)

    foreign = QMimeData()
    foreign.setText("words of another program")
    drop(foreign)
    assert sizes(found) == before
    drop(carried)
    assert sizes(found)["price"] == before["price"] + 3
    undone(found, bridge, "Move 3 answers", before)


def test_a_theme_is_deleted_and_its_answers_stay(found, bridge):
    before = sizes(found)
    choose(found, "seats")
    key(found.view.list, Qt.Key.Key_Delete)
    assert "seats" not in sizes(found)
    assert sizes(found)["Other answers"] == before["Other answers"] + before["seats"]
    undone(found, bridge, "Delete theme “seats”", before)


def test_a_theme_is_kept_with_quotes(found, bridge):
    before = sizes(found)
    choose(found, "price")
    press(found.view.keep)
    (theme,) = bridge.snapshot.table(Theme).values()
    assert theme.name == "price"
    assert "kept" in found.view.cards.told(found.view.cards.cards[2])
    undone(found, bridge, "Keep theme “price”", before)
    assert not bridge.snapshot.table(Theme)


def test_a_theme_becomes_a_claim_in_three_actions_and_recounts(found, bridge):
    before = sizes(found)
    told: list[str] = []
    bridge.told.connect(lambda words, proof: told.append(words + proof))
    known = set(bridge.snapshot.table(Claim))
    choose(found, "queue")
    press(found.view.use)
    answer(found, "Ruth: new claim in Pains")
    (made,) = (c for key, c in bridge.snapshot.table(Claim).items() if key not in known)
    assert made.section == "pains"
    assert "queue" in made.text
    assert "Now on the board" in told[0]
    (item,) = bridge.snapshot.evidence_of(made.id)
    assert (item.n_for, item.n_against) == (before["queue"], 30 - before["queue"])
    pick(found, [0, 1])
    found.sort.move(found.shown.taken(), OTHER)
    assert bridge.snapshot.table(Evidence)[item.id].n_for == before["queue"] - 2
    bridge.undo()
    assert bridge.snapshot.table(Evidence)[item.id].n_for == before["queue"]
    bridge.undo()
    assert set(bridge.snapshot.table(Claim)) == known


def test_a_theme_speaks_against_a_claim_there_is(found, bridge):
    choose(found, "queue")
    press(found.view.use)
    answer(found, "Against: A quiet corner")
    (item,) = (e for e in bridge.snapshot.table(Evidence).values() if e.stance == "contradicts")
    assert item.measure is not None
    assert (item.measure.op, item.measure.value) == ("in_theme", "queue")


def test_shares_by_group_are_told_in_words(found, bridge):
    from persona_studio.core.research import Membership
    from persona_studio.storage import rows

    press(found.view.groups_chip)
    assert "Find groups first" in found.view.no_groups.text()
    sorting, raw = found.shown.sorting, bridge.workspace.database.connection
    assert sorting is not None
    wave = bridge.snapshot.table(Question)[sorting.question].wave
    with bridge.edit("By hand") as write:
        write.add(Segmentation("g", wave, "By hand", k=2))
        rows.register(raw, "membership", "g")
        for number, name in enumerate(("Early", "Late")):
            write.add(Segment(f"s{number}", "g", number, name, 20))
        members = [Membership("g", row, f"s{row % 2}") for row in range(2, 42)]
        rows.add_memberships(raw, members)
    QApplication.processEvents()
    model = found.view.shares
    assert (model.rowCount(), model.columnCount()) == (4, 2)
    assert found.view.table.isVisible()
    k = len([row for row in sorting.rows_of(1) if row % 2 == 0])
    assert f"queue, Early: {k} of" in model.told(0, 0)
    assert "Fewer than 5 people" in model.told(3, 0)
    assert "few" in model.index(3, 0).data()


def test_many_answers_are_searched_for_themes_in_the_child(page, bridge, qtbot, monkeypatch):
    monkeypatch.setattr(theme_telling, "FEWEST", 10)
    page.shown.show()
    page.view.number.setCurrentIndex(page.view.number.findData(2))
    monkeypatch.setattr(theming, "request", _as_if_many(theming.request))
    press(page.view.find_button)
    assert page.search.running.isVisible()
    assert not page.view.find_button.isEnabled()
    with qtbot.waitSignal(page.search.found, timeout=60_000):
        pass
    assert len(sizes(page)) == 4
    assert sum(sizes(page).values()) == 60
    assert page.view.again.isVisible()
    undone(page, bridge, "Find themes", {"All answers": 30})


def test_a_search_belongs_to_the_question_it_was_begun_for(found, bridge, qtbot, monkeypatch):
    monkeypatch.setattr(theme_telling, "FEWEST", 10)
    other = next(q for q in bridge.snapshot.table(Question).values() if q.label == "channel")
    with bridge.edit("Read on") as write:
        write.change(Question, other.id, role="free_text")
    read(found, qtbot)
    here, told, done = found.view.question, [], []
    bridge.told.connect(lambda *words: told.append(words))
    monkeypatch.setattr(
        found.search.running._jobs, "run", lambda *_, on_done, **__: done.append(on_done)
    )
    choose(found, "queue")
    press(found.view.split)
    qtbot.waitUntil(lambda: bool(done))
    _turn_to(found, other.id)
    assert not found.search.running.isVisible()
    assert not found.view.find_button.isEnabled()
    assert "search in other answers" in found.view.find_button.toolTip()
    _turn_to(found, here)
    assert found.search.running.isVisible()
    _turn_to(found, other.id)
    halves = (FoundTheme(("early",), ()), FoundTheme(("late",), ()))
    labels = np.arange(sorting_of(bridge.snapshot, here).sizes()[1]) % 2
    done.pop()(ThemeResult(halves, labels, np.ones(len(labels)), (), (), 0))
    assert bridge.workspace.undo_label == "Split theme “queue”"
    assert sorting_of(bridge.snapshot, other.id) is None
    assert found.view.question == other.id
    press(found.view.find_button)
    assert not found.view.find_button.toolTip()
    qtbot.waitUntil(lambda: bool(done))
    _turn_to(found, here)
    at = theming.answers_of(bridge.workspace, bridge.snapshot.table(Question)[other.id])
    labels = np.arange(len(at)) % 2
    done.pop()(ThemeResult(halves, labels, np.ones(len(at)), (), (), 0))
    assert told == [("The search for themes is over.", "channel")]
    assert set(sizes(found)) == {"All answers", "queue", "price", "seats", "late", "Other answers"}
    _turn_to(found, other.id)
    assert {"early", "late"} <= set(sizes(found))


def _turn_to(page, question):
    place = page.view.questions.findData(question)
    page.view.questions.setCurrentIndex(place)
    page.view.questions.activated.emit(place)
    QApplication.processEvents()


def test_a_search_is_cancelled(page, bridge, monkeypatch):
    monkeypatch.setattr(theme_telling, "FEWEST", 10)
    page.shown.show()
    label = bridge.workspace.undo_label
    press(page.view.find_button)
    press(page.search.running.cancel_button)
    QTest.qWait(50)
    assert not page.search.running.isVisible()
    assert page.view.find_button.isEnabled()
    assert bridge.workspace.undo_label == label


def _as_if_many(request):
    """Return a way to ask the child as if a hundred people had answered: some of them again."""

    def asked(*args, **options):
        made, at = request(*args, **options)
        times = 4
        return replace(made, texts=made.texts * times), at * times

    return asked
