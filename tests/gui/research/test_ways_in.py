# SPDX-License-Identifier: MIT
"""Ways into Research: dropped anywhere on the window, pasted, several at once, orders as people."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.core.research import Source, Wave
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.personas.picture import PictureDisc
from persona_studio.gui.research.preview_model import SUMMARY
from persona_studio.gui.research.room import ResearchRoom
from persona_studio.research.handed import Pasted
from tests.gui.research.files import NEEDLE, survey
from tests.research.documents import docx, paragraph
from tests.research.exports import lines, market
from tests.research.test_spss import study

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
Look = Callable[[Path], None]


@pytest.fixture(autouse=True)
def _clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing of Python's on the clipboard, which outlives it."""
    yield
    qapp.clipboard().clear()


def drop(on: QWidget, urls: Sequence[QUrl]) -> bool:
    """Drag from outside and let go on a widget, as Qt hands it up; tell whether it was taken."""
    data = QMimeData()
    data.setUrls(list(urls))
    QApplication.sendEvent(on, QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NONE))
    event = QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE)
    QApplication.sendEvent(on, event)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return event.isAccepted()


def local(*paths: Path) -> list[QUrl]:
    return [QUrl.fromLocalFile(str(path)) for path in paths]


def copy_cells(text: str, html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)


def research(window: MainWindow) -> ResearchRoom:
    assert window.view is not None
    room: Any = window.view.go("research")
    return room  # type: ignore[no-any-return]  # the view knows its rooms as widgets


def read_through(room: ResearchRoom, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not room.importing.progress.isVisible(), timeout=20000)


def bring_in(room: ResearchRoom, qtbot: QtBot) -> None:
    before = len(room._bridge.snapshot.table(Wave))
    room.importing.verdict.bring.click()
    qtbot.waitUntil(lambda: len(room._bridge.snapshot.table(Wave)) > before, timeout=20000)


@pytest.mark.parametrize("room", ["personas", "patterns", "review", "print"])
def test_files_can_be_dropped_anywhere_on_the_window(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, room: str
) -> None:
    assert window.view is not None
    window.view.go(room)
    middle = window.childAt(window.width() // 2, window.height() // 2)
    assert middle is not None
    assert drop(middle, local(survey(tmp_path)))
    assert window.view.room == "research"
    page = research(window).importing
    assert page.path == tmp_path / "customers_may.csv"
    read_through(research(window), qtbot)
    assert "60 people" in page.verdict.sentence.text()
    page.cancel.click()


def test_a_file_dropped_on_a_field_is_no_text_of_it(window: MainWindow, tmp_path: Path) -> None:
    assert window.view is not None
    window.view.go("review")
    field = QLineEdit(window.view)
    field.show()
    assert drop(field, local(survey(tmp_path)))
    assert field.text() == ""
    assert window.view.room == "research"
    research(window).importing.cancel.click()


def test_a_table_dropped_on_a_face_is_no_picture_of_it(window: MainWindow, tmp_path: Path) -> None:
    assert window.view is not None
    board: Any = window.view.go("personas")
    face = next(found for found in board.findChildren(PictureDisc) if found.isVisible())
    assert drop(face, local(survey(tmp_path)))
    assert window.view.room == "research"
    research(window).importing.cancel.click()


def test_what_cannot_be_imported_says_why(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    assert window.view is not None
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    (tmp_path / "folder").mkdir()
    room = research(window)
    drop(window, local(tmp_path / "photo.png", tmp_path / "folder", tmp_path / "gone.csv"))
    for words in ("does not look like a table", "no notes here", "cannot be opened"):
        qtbot.waitUntil(lambda w=words: w in room.importing.verdict.sentence.text(), timeout=20000)
        assert room.importing.verdict.detail.text()
        room.importing.cancel.click()
    drop(window, [QUrl("https://example.org/table.csv")])
    assert "not a file on this computer" in window.view.banner.message.text()
    assert not room._bridge.snapshot.table(Source).keys() - set(_known(room))


def test_a_read_only_project_says_that_it_takes_nothing(
    bare_window: MainWindow, project_path: Path, tmp_path: Path
) -> None:
    bare_window.open(project_path, read_only=True)
    drop(bare_window, local(survey(tmp_path)))
    assert bare_window.view is not None
    assert "read only" in bare_window.view.banner.message.text()


def test_a_file_dropped_before_there_is_a_project_waits_for_one(
    bare_window: MainWindow,
    project_path: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bare_window, "new_project", lambda: bare_window.open(project_path))
    bare_window.show_welcome()
    drop(bare_window, local(survey(tmp_path)))
    banner = bare_window.show_welcome().banner
    assert "“customers_may.csv” waits for a project." in banner.message.text()
    (button,) = [b for b in banner.findChildren(QPushButton) if b.text() == "New project…"]
    button.click()
    room = research(bare_window)
    read_through(room, qtbot)
    assert "60 people" in room.importing.verdict.sentence.text()
    room.importing.cancel.click()


def test_several_notes_are_one_wave_and_tables_come_one_after_the_other(
    room: ResearchRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    notes = [docx(tmp_path / f"talk {n}.docx", [paragraph(f"Words of {n}.")]) for n in (1, 2)]
    tables = [survey(tmp_path), survey(tmp_path, "june.csv", 20)]
    room.import_files([notes[0], tables[0], notes[1], tables[1]])
    seen = []
    for _ in range(3):
        read_through(room, qtbot)
        seen.append(room.importing.verdict.bring.text())
        bring_in(room, qtbot)
    assert seen == ["Import 60 people", "Import 20 people", "Import 2 people"]
    kinds = {s.name: s.kind for s in room._bridge.snapshot.table(Source).values()}
    assert kinds["2 notes"] == "interviews"


def test_a_copied_table_is_pasted_and_leaves_no_trace_of_the_original(
    room: ResearchRoom, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    cells = survey(tmp_path / "temp").read_text("utf-8")
    (tmp_path / "temp" / "customers_may.csv").unlink()
    rows = "".join(f"<tr><td>{row}</td></tr>" for row in cells.split("\n"))
    copy_cells(cells.replace(",", "\t").replace('"', ""), f"<table>{rows}</table>")
    room.activateWindow()
    room.setFocus()
    QTest.keyClick(room, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(room.importing.path, Pasted)
    read_through(room, qtbot)
    assert room.importing.file_name.text() == "Pasted table"
    bring_in(room, qtbot)
    (wave,) = room._bridge.snapshot.table(Wave).values()
    (source,) = room._bridge.snapshot.table(Source).values()
    assert (wave.n, wave.file_name, source.name) == (60, "Pasted table", "Pasted table")
    assert not isinstance(room.importing.path, Pasted), "the page holds it no longer"
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.name for path in files if NEEDLE.encode() in path.read_bytes()] == []


def test_a_web_table_is_pasted_by_the_menu(room: ResearchRoom, qtbot: QtBot) -> None:
    rows = "".join(f"<tr><td>P-{n}</td><td>tea</td></tr>" for n in range(30))
    page = (
        f"<style>td {{color: red}}</style><table><tr><th>Code</th><th>Drink</th></tr>{rows}</table>"
    )
    copy_cells("", page)
    room.paste_table()
    read_through(room, qtbot)
    assert room.importing.verdict.bring.text() == "Import 30 rows"
    room.importing.cancel.click()


def test_words_on_the_clipboard_are_no_table(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.view is not None
    room = research(window)
    copy_cells("She said, and I quote, that tea is best.\nAnd cake.")
    room.paste_table()
    assert "no table on the clipboard" in window.view.banner.message.text()
    assert not room.importing.isVisible()
    data = QMimeData()
    data.setUrls(local(survey(tmp_path)))
    QApplication.clipboard().setMimeData(data)
    room.paste_table()
    assert room.importing.path == tmp_path / "customers_may.csv"
    room.importing.cancel.click()


def test_what_has_no_heading_row_shows_the_names_of_its_columns(
    room: ResearchRoom, look_at: Look, tmp_path: Path
) -> None:
    look_at(study(tmp_path / "study.sav"))
    facts, model = room.importing.pages.check.facts, room.importing.pages.check.table.model_
    across = Qt.Orientation.Horizontal
    assert model.headerData(2, across) == "How often do you visit us?"
    assert model.headerData(2, across, SUMMARY) == "Steps in order, 3 steps"
    assert model.headerData(1, across, SUMMARY) == "Left out, personal: e-mail"
    assert facts.heading.isHidden()
    room.importing.cancel.click()
    look_at(docx(tmp_path / "talk.docx", [paragraph("Likes tea, and says so.")]))
    assert model.headerData(0, across) == "Note"
    assert facts.heading.isHidden()
    assert facts.text.isHidden()


def test_customers_come_in_with_their_orders_by_one_choice_on_a_chip(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(market(lines()).write(tmp_path / "march.csv"))
    page = room.importing
    chip = page.pages.check.facts.orders
    assert chip.isVisible()
    assert chip.fact == "one row a customer too?"
    assert "orders of 25 customers" in page.verdict.sentence.text()
    menu = page.pages.check.facts.menu(chip)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:2] == ["Rows, and one row each of 25 customers", "Rows of orders only"]
    assert texts[2:] == [
        *("Customer: buyer-email", "Number of the order: order-id", "Day: purchase-date"),
        *("Amount: item-price", "The amount is of each line", "Pieces: quantity-purchased"),
        *("Category: product-name", "Channel: sales-channel"),
    ]
    _choose(menu, "Rows, and one row each of 25 customers")
    assert chip.fact == "and 25 customers"
    assert page.verdict.bring.text() == "Import 180 rows and 25 customers"
    bring_in(room, qtbot)
    snapshot = room._bridge.snapshot
    people = next(w for w in snapshot.table(Wave).values() if w.derived_from)
    assert people.n == 25
    assert "180 rows and 25 customers" in room.summary.sentence.text()
    spent = sum(line.paid for line in lines())
    assert f"90 orders, {spent:,.0f} spent in all." in room.summary.detail.text()
    room.show_wave(people.id)
    assert room.wave.title.text().endswith("· customers")
    assert room.wave.quiet.text() == "25 customers from march.csv"
    room._bridge.undo()
    assert not room._bridge.snapshot.table(Wave)


def test_what_the_amount_is_of_can_be_told(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(market(lines()).write(tmp_path / "march.csv"))
    facts = room.importing.pages.check.facts
    menu = facts.menu(facts.orders)
    _choose(menu, "Rows, and one row each of 25 customers")
    amounts = facts.menu(facts.orders).actions()
    more = next(a.menu() for a in amounts if a.text() == "The amount is of each line")
    _choose(more, "The amount is the price of a piece")
    read_through(room, qtbot)
    plan = room.importing.plan
    assert plan is not None
    assert plan.orders is not None
    assert (plan.orders.counted, plan.roll_up, plan.use(3)) == ("each", True, "pseudonymise")
    bring_in(room, qtbot)
    people = next(w for w in room._bridge.snapshot.table(Wave).values() if w.derived_from)
    assert float(people.report["spend"]) == sum(b.paid * b.pieces for b in lines())


def _choose(menu: Any, text: str) -> None:
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == text).trigger()


def _known(room: ResearchRoom) -> list[str]:
    return [s.id for s in room._bridge.snapshot.table(Source).values()]
