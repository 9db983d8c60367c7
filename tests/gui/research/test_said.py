# SPDX-License-Identifier: MIT
"""Reading what people said: found, marked, named, allowed, linked by keys, carried to a claim."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Claim, Evidence
from persona_studio.core.research import Quote, Theme, ThemeItem, Wave
from persona_studio.gui import carry
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.personas.evidence_card import counted
from persona_studio.gui.research.finders import ClaimPalette, ThemePalette
from persona_studio.gui.research.said_page import SaidPage
from persona_studio.gui.research.said_text import SaidText
from persona_studio.gui.research.units import Units
from persona_studio.gui.theme import theme
from persona_studio.storage import waves
from persona_studio.workspace import behind
from persona_studio.workspace.said import Place
from tests.gui.personas.hands import Hands

QUIET = "A table for four would be nice."
BASKET = "The app loses the basket at the last step"


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> Iterator[SaidPage]:
    """Give the page, come up and read to the end."""
    page = SaidPage(bridge)
    page.resize(1180, 640)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.open()
    qtbot.waitUntil(lambda: not page.search.reading)
    yield page
    bridge.closing.emit()


def select(page: SaidPage, start: int, end: int) -> None:
    cursor = page.view.text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    page.view.text.setTextCursor(cursor)


def look_for(page: SaidPage, qtbot: QtBot, words: str) -> None:
    page.view.search.clear()
    qtbot.keyClicks(page.view.search, words)
    qtbot.waitUntil(lambda: not page._typed.isActive())


def quotes(bridge: Bridge) -> list[Quote]:
    return list(bridge.snapshot.table(Quote).values())


def test_answers_are_searched_without_case_and_accents_and_read_one_by_one(
    page: SaidPage, qtbot: QtBot
) -> None:
    assert page.view.count.text() == "30 answers"
    look_for(page, qtbot, "TÁBLE for")
    assert page.view.model.rowCount() == 10
    assert page.view.text.toPlainText() == QUIET
    assert page.view.where.text().startswith("1 of 10")
    page.view.list.setFocus()
    qtbot.keyClick(page.view.list, Qt.Key.Key_N)
    qtbot.keyClick(page.view.list, Qt.Key.Key_N)
    qtbot.keyClick(page.view.list, Qt.Key.Key_P)
    assert page.view.where.text().startswith("2 of 10")
    look_for(page, qtbot, "nobody said this")
    assert page.view.none.isVisible()
    assert page.view.marks.isHidden()


def test_the_person_behind_an_answer_is_shown_with_what_else_they_said(page: SaidPage) -> None:
    layout = page.view.person.answers
    shown = [layout.itemAt(i).widget() for i in range(layout.count())]
    texts = [widget.text() for widget in shown if widget is not None]  # type: ignore[attr-defined]
    assert texts[:4] == ["How often do you visit us?", "Most days", "Where do you order?", "App"]


def test_a_selected_passage_is_marked_found_again_and_unmarked_by_undo(
    page: SaidPage, bridge: Bridge, qtbot: QtBot
) -> None:
    look_for(page, qtbot, "table")
    select(page, 1, 17)
    page.view.text.setFocus()
    qtbot.keyClick(page.view.text, Qt.Key.Key_M)
    (quote,) = quotes(bridge)
    assert (quote.text, quote.start) == ("table for four", 2)
    assert not page.view.marks.mark.isEnabled()
    assert "table for four" in page.view.marks.about.text()
    assert page.view.model.index(0).data(Qt.ItemDataRole.UserRole + 2) == 1
    page.view.only_marked.click()
    assert page.view.model.rowCount() == 1
    bridge.undo()
    assert not quotes(bridge)
    assert page.view.model.rowCount() == 0


def test_what_went_while_another_room_was_in_front_is_neither_shown_nor_painted(
    page: SaidPage, bridge: Bridge, qtbot: QtBot
) -> None:
    page.hide()
    with bridge.edit("Remove wave") as write:
        waves.remove(write, next(iter(bridge.snapshot.table(Wave))))
    page.show()
    assert not page.grab().isNull()
    assert page.view.model.rowCount() == 0
    bridge.undo()
    qtbot.waitUntil(lambda: page.view.count.text() == "30 answers")


def test_marks_go_with_their_answer_and_the_look_can_change_after_it(
    page: SaidPage, bridge: Bridge, qtbot: QtBot
) -> None:
    look_for(page, qtbot, "table")
    select(page, 1, 17)
    page.view.text.setFocus()
    qtbot.keyClick(page.view.text, Qt.Key.Key_M)
    look_for(page, qtbot, "nobody said this")
    theme().set_mode("dark")
    theme().set_mode("light")
    assert page.view.text.extraSelections() == []


def test_a_theme_is_made_by_typing_and_found_again(
    page: SaidPage, bridge: Bridge, qtbot: QtBot
) -> None:
    look_for(page, qtbot, "table")
    page.view.list.setFocus()
    qtbot.keyClick(page.view.list, Qt.Key.Key_T)
    panel = page.findChild(ThemePalette)
    assert panel is not None
    qtbot.keyClicks(panel.field, "More room")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    (theme,) = bridge.snapshot.table(Theme).values()
    (quote,) = quotes(bridge)
    assert (theme.name, quote.text) == ("More room", QUIET)
    page.step(1)
    page.reader.ask_theme()
    qtbot.keyClicks(panel.field, "more ro")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert len(bridge.snapshot.table(ThemeItem)) == 2
    assert len(bridge.snapshot.table(Theme)) == 1
    page.view.search.clear()
    page.view.theme.setCurrentIndex(page.view.theme.findData(theme.id))
    assert page.view.model.rowCount() == 2
    page.reader.choose(quote.id)
    chips = page.view.marks._chips
    assert chips.itemAt(0).widget().text() == "More room"  # type: ignore[union-attr, attr-defined]
    page.view.marks.untag_wanted.emit(theme.id)
    assert len(bridge.snapshot.table(ThemeItem)) == 1
    page.view.drop.click()
    assert not bridge.snapshot.table(Theme)
    assert page.view.theme.isHidden()


def test_a_theme_becomes_a_claim_or_is_linked_to_one(
    page: SaidPage, bridge: Bridge, qtbot: QtBot
) -> None:
    look_for(page, qtbot, "table")
    page.view.list.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.view.list, Qt.Key.Key_T)
        panel = page.findChild(ThemePalette)
        assert panel is not None
        qtbot.keyClicks(panel.field, "More room")
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
        page.step(1)
    (theme,) = bridge.snapshot.table(Theme).values()
    assert not page.view.use.isVisible()
    page.view.theme.setCurrentIndex(page.view.theme.findData(theme.id))
    page.view.use.click()
    claims = page.findChild(ClaimPalette)
    assert claims is not None
    qtbot.keyClicks(claims.field, "new line ruth pains")
    qtbot.keyClick(claims.field, Qt.Key.Key_Return)
    made = next(c for c in bridge.snapshot.table(Claim).values() if c.text == "More room")
    [item] = bridge.snapshot.evidence_of(made.id)
    assert (item.theme, item.stance, made.section) == (theme.id, "supports", "pains")
    assert bridge.workspace.assess(made.id).n_for == 2
    assert counted(item, bridge.snapshot) == "2 people"
    stands = behind.stands(bridge.workspace, item)
    assert {s.row for s in stands} == {quote.row for quote in quotes(bridge)}
    page.view.list.setFocus()
    qtbot.keyClick(page.view.list, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(claims.field, "against basket")
    qtbot.keyClick(claims.field, Qt.Key.Key_Return)
    linked = [e for e in bridge.snapshot.table(Evidence).values() if e.theme and e.id != item.id]
    assert [e.stance for e in linked] == ["contradicts"]
    assert bridge.workspace.undo_label == "Link a theme"


def test_how_far_words_may_go_is_said_in_place(page: SaidPage, bridge: Bridge) -> None:
    box = page.view.marks.consent
    box.setCurrentIndex(box.findData("publish"))
    box.activated.emit(box.currentIndex())
    (quote,) = quotes(bridge)
    assert quote.consent == "publish"
    assert page.reader.active == quote.id
    bridge.undo()
    assert box.currentData() == "none"


def test_a_claim_is_found_by_typing_and_linked_for_and_against(
    page: SaidPage, bridge: Bridge, qtbot: QtBot
) -> None:
    for typed, stance in (("basket", "supports"), ("against quiet corner", "contradicts")):
        page.view.list.setFocus()
        qtbot.keyClick(page.view.list, Qt.Key.Key_L)
        panel = page.findChild(ClaimPalette)
        assert panel is not None
        qtbot.keyClicks(panel.field, typed)
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
        newest = list(bridge.snapshot.table(Evidence).values())[-1]
        assert newest.stance == stance
        assert newest.quote == quotes(bridge)[0].id
    assert len(quotes(bridge)) == 1
    with qtbot.waitSignal(page.show_claim) as shown:
        page.view.marks._linked.itemAt(0).widget().click()  # type: ignore[union-attr, attr-defined]
    assert bridge.snapshot.table(Claim)[shown.args[0]].text == BASKET
    page.reader.ask_claim()
    qtbot.keyClicks(panel.field, "new line ruth pains")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    made = list(bridge.snapshot.table(Claim).values())[-1]
    assert (made.section, made.text) == ("pains", page.view.text.toPlainText())


def test_a_passage_is_carried_over_the_rail_to_a_claim_on_the_board(
    window: MainWindow, qtbot: QtBot
) -> None:
    view, bridge = window.view, window.bridge
    assert view is not None
    assert bridge is not None
    room = view.go("research")
    room.read_said()  # type: ignore[attr-defined]
    page = room.said  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not page.search.reading)
    look_for(page, qtbot, "table")
    select(page, 2, 16)
    carried = page.view.text.createMimeDataFromSelection()
    assert carried.text() == "table for four"
    whole = page.view.model.mimeData([page.view.model.index(0)])
    button = view._rail.buttons["personas"]
    none = Qt.KeyboardModifier.NoModifier
    action, mouse = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPoint(20, 20), action, carried, mouse, none)
    QApplication.sendEvent(button, entering)
    qtbot.waitUntil(lambda: view.room == "personas", timeout=3000)
    board = view.go("personas")
    hands = Hands(board, bridge)  # type: ignore[arg-type]
    hands.select(BASKET)
    for each in (carried, whole):
        target = hands.block("Commuter Maya", "pains")
        hands.drop(target, hands.point_on(target, 0, 0.5), each)
    claim = hands.claim(BASKET)
    linked = {e.quote for e in bridge.snapshot.evidence_of(claim.id)}
    found = {q.text: q.start for q in quotes(bridge) if q.id in linked}
    assert found == {"table for four": 2, QUIET: None}


def test_what_is_dragged_from_elsewhere_opens_no_room(window: MainWindow, qtbot: QtBot) -> None:
    view = window.view
    assert view is not None
    view.go("research")
    none = Qt.KeyboardModifier.NoModifier
    for carried in (carry.pack_claims(["x"], ["x"]),):
        entering = QDragEnterEvent(
            QPoint(2, 2), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, none
        )
        QApplication.sendEvent(view._rail.buttons["personas"], entering)
    qtbot.wait(600)
    assert view.room == "research"


LETTERS = st.one_of(
    st.characters(exclude_categories=("Cs",), exclude_characters="\x00"),
    st.sampled_from("\r\n\u2028\u2029\x0b\x0c\x85👩‍💻e\u0301ก\u0e31שָ"),
)


@settings(max_examples=60)
@given(st.text(LETTERS, max_size=12), st.data())
def test_places_in_a_widget_are_the_places_in_the_text(text: str, data: st.DataObject) -> None:
    app = QApplication.instance() or QApplication([])
    assert app
    view = SaidText()
    view.show_answer(Place("w", "q", 1), text)
    units = Units(text)
    assert view.document().characterCount() - 1 == len(text.encode("utf-16-le")) // 2
    for place in range(len(text) + 1):
        assert units.from_qt(units.to_qt(place)) == place
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    view.select((start, end))
    found = view.selected()
    if text[start:end].strip():
        assert found is not None
        assert text[found[0] : found[0] + len(found[1])] == found[1] == text[start:end].strip()
    else:
        assert found is None
    view.deleteLater()
