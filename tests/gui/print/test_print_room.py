# SPDX-License-Identifier: MIT
"""The Print room shows the very page it saves, and follows the project."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QStyleOptionButton, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Persona
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.print.room import PrintRoom
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.paths import HOME_VARIABLE
from persona_studio.publish import preview, typeset
from persona_studio.storage import claims, personas
from persona_studio.workspace.workspace import Workspace
from tests.publish.test_font_packs import pack


@pytest.fixture
def room(bridge: Bridge, jobs: Jobs, qtbot: QtBot) -> Iterator[PrintRoom]:
    made = PrintRoom(bridge, jobs)
    qtbot.addWidget(made)
    made.resize(1200, 656)
    made.show()
    made.activate()
    settled(made, qtbot)
    yield made
    made.hide()
    qtbot.waitUntil(lambda: not jobs.busy)


def settled(room: PrintRoom, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: room._made is not None and not room._settle.isActive(), timeout=8000)


def boxes(room: PrintRoom) -> dict[str, QCheckBox]:
    return {box.text(): box for box in room._ui.people.findChildren(QCheckBox)}


def button_in(area: QWidget, words: str) -> QPushButton:
    return next(b for b in area.findChildren(QPushButton) if b.text() == words and b.isVisible())


def shown_text(room: PrintRoom) -> str:
    made = room._made
    pages = (preview.page_text(made.pdf, n) for n in range(len(made.owners)))
    return " ".join(" ".join(pages).split())


def test_every_persona_has_its_page_and_the_first_is_shown(room):
    assert room._made.owners == ("Commuter Maya", "Host Ruth")
    assert room.view.has_page()
    assert room.bar.words.text() == "Page 1 of 2 · Commuter Maya"
    assert room._ui.state.text() == "A3 · 2 pages"


def test_what_is_saved_is_what_is_shown(room, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "poster"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(room.save_button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "poster.pdf").read_bytes() == room._made.pdf
    assert list(tmp_path.glob("*.part")) == []
    assert "poster.pdf" in room.banner.message.text()


@pytest.mark.parametrize("kind", ["png", "pptx", "xlsx"])
def test_other_formats_are_made_beside_the_work(room, qtbot, tmp_path, monkeypatch, kind):
    target = tmp_path / f"personas.{kind}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    room.save()
    qtbot.waitUntil(lambda: room.banner.isVisible(), timeout=8000)
    files = sorted(path.name for path in tmp_path.glob("personas*"))
    assert files == (["personas-1.png", "personas-2.png"] if kind == "png" else [target.name])
    assert files[0] in room.banner.message.text()


def test_evidence_cards_are_saved_from_here(room, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "cards"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    room.save_cards()
    qtbot.waitUntil(lambda: room.banner.isVisible(), timeout=8000)
    assert "Saved: cards.pdf" in room.banner.message.text()
    assert "visits: Most days" in preview.page_text((tmp_path / "cards.pdf").read_bytes(), 0)


def test_from_what_was_saved_a_button_leads_to_its_folder(room, qtbot, tmp_path, monkeypatch):
    target, opened = tmp_path / "poster.pdf", []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    settled(room, qtbot)
    room.save()
    qtbot.waitUntil(room.banner.isVisible)
    button_in(room.banner, "Open folder").click()
    assert [url.toLocalFile() for url in opened] == [tmp_path.as_posix()]


def test_where_nobody_can_be_recognised_a_button_leads_to_patterns(room, qtbot):
    room.show_template("golden_questions")
    qtbot.waitUntil(lambda: "No golden questions" in room.banner.message.text(), timeout=8000)
    with qtbot.waitSignal(room.open_room) as led:
        button_in(room._empty, "Go to Patterns").click()
    assert led.args == ["patterns"]


def test_a_place_that_cannot_be_written_is_told_in_words(room, tmp_path, monkeypatch):
    target = tmp_path / "no such folder" / "poster.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    room.save()
    assert "cannot be written" in room.banner.message.text()


def test_a_changed_claim_is_on_the_page_at_once(room, qtbot, bridge):
    before = room._made
    ruth = bridge.snapshot.personas[1]
    with bridge.edit("Rename persona") as write:
        write.change(Persona, ruth.id, name="Hostess Ruth")
    qtbot.waitUntil(lambda: room._made not in (None, before), timeout=8000)
    assert "Hostess Ruth" in shown_text(room)
    assert "Hostess Ruth" in boxes(room)


def test_only_ticked_personas_are_printed_and_a_tick_survives_a_change(room, qtbot, bridge):
    boxes(room)["Commuter Maya"].click()
    settled_with(room, qtbot, ("Host Ruth",))
    with bridge.edit("Add persona") as write:
        personas.add(write, "Third")
    settled_with(room, qtbot, ("Host Ruth", "Third"))
    assert "Commuter Maya" not in shown_text(room)


def settled_with(room: PrintRoom, qtbot: QtBot, owners: tuple[str, ...]) -> None:
    qtbot.waitUntil(lambda: bool(room._made) and room._made.owners == owners, timeout=8000)


def test_nobody_ticked_leaves_nothing_to_save(room, qtbot):
    qtbot.mouseClick(room._ui.none, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not room.save_button.isEnabled())
    assert room._empty.isVisible()
    assert not room.view.isVisible()
    qtbot.mouseClick(room._ui.all, Qt.MouseButton.LeftButton)
    settled_with(room, qtbot, ("Commuter Maya", "Host Ruth"))


def test_paper_colour_and_distance_change_the_page(room, qtbot):
    def changed_by(step):
        before = room._made.pdf
        step()
        qtbot.waitUntil(lambda: bool(room._made) and room._made.pdf != before, timeout=8000)

    changed_by(lambda: room._ui.paper_box.setCurrentText("A4"))
    assert room._ui.state.text().startswith("A4")
    assert "0.7 m" in room._ui.distance_box.itemText(0)
    changed_by(lambda: room._ui.colour_box.setCurrentIndex(room._ui.colour_box.findData("rust")))
    corner = preview.page_raster(room._made.pdf, 0, 200).data[:3]
    assert tuple(corner) == (0x8A, 0x3B, 0x12)
    changed_by(lambda: room._ui.distance_box.setCurrentIndex(room._ui.distance_box.findData(0.4)))


def test_the_page_lies_mirrors_and_goes_to_a_print_shop(room, qtbot):
    def changed_by(step):
        before = room._made.pdf
        step()
        qtbot.waitUntil(lambda: bool(room._made) and room._made.pdf != before, timeout=8000)

    def ratio():
        page = preview.page_raster(room._made.pdf, 0, 600)
        return page.width / page.height

    changed_by(lambda: room._ui.paper_box.setCurrentText("A3 landscape"))
    assert ratio() == pytest.approx(420 / 297, abs=0.01)
    assert room._ui.state.text().startswith("A3 landscape")
    changed_by(lambda: room._ui.tile_box.setCurrentIndex(room._ui.tile_box.count() - 1))
    assert ratio() == pytest.approx(440 / 317, abs=0.01)
    assert room.options.choice.print_shop
    changed_by(lambda: room._ui.side_box.setCurrentIndex(2))
    assert room.options.choice.side == "rtl"
    assert room._ui.language_box.itemText(0) == "As told: English"
    changed_by(lambda: room._ui.language_box.setCurrentText("German"))
    assert room.options.choice.language == "de"
    assert room._ui.language_box.itemText(0) == "As the words tell"
    changed_by(lambda: room._ui.paper_box.setCurrentText("A4"))
    assert room.options.choice.print_shop


def test_any_distance_can_be_typed(room, qtbot):
    box = room._ui.distance_box

    def typed(words):
        box.setFocus()
        box.lineEdit().selectAll()
        qtbot.keyClicks(box.lineEdit(), words)
        qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)

    before = room._made.pdf
    typed("60 cm")
    assert box.currentText() == "0.6 m"
    qtbot.waitUntil(lambda: bool(room._made) and room._made.pdf != before, timeout=8000)
    assert "0.6 m" in " ".join(note.text for note in room._made.notes)
    typed("far away")
    assert "no reading distance" in room.banner.message.text()
    assert box.currentText() == "0.6 m"
    assert room.options.choice.distance == 0.6
    typed("1 m, usual for A3")
    assert room.options.choice.distance is None
    settled(room, qtbot)


def test_a_poster_is_spread_over_office_sheets(room, qtbot):
    ways = [room._ui.tile_box.itemText(n) for n in range(room._ui.tile_box.count())]
    assert ways[:3] == ["On one sheet", "A4: full size, 4 sheets", "A4: 93 %, 2 sheets"]
    room._ui.tile_box.setCurrentIndex(2)
    qtbot.waitUntil(lambda: bool(room._made) and len(room._made.owners) == 5, timeout=8000)
    assert room._ui.state.text() == "A3 over A4 · 5 pages"
    assert room.bar.words.text() == "Page 1 of 5 · Assembly guide"
    assert "A1 of B1 · Commuter Maya" in room._made.owners
    room._ui.paper_box.setCurrentText("A4")
    assert room._ui.tile_box.count() == 2
    assert room._ui.tile_box.itemText(1).startswith("Print shop")
    qtbot.waitUntil(lambda: bool(room._made) and len(room._made.owners) == 2, timeout=8000)


def test_sheets_that_tell_all_offer_their_own_papers_and_distance(room, qtbot):
    room._ui.template_box.setCurrentIndex(room._ui.template_box.findData("fact_sheet"))
    papers = [room._ui.paper_box.itemText(n) for n in range(room._ui.paper_box.count())]
    assert papers == ["A4", "A4 landscape", "Letter", "Letter landscape"]
    assert room._ui.distance_box.itemText(0) == "0.45 m, usual for A4"
    qtbot.waitUntil(lambda: bool(room._made) and len(room._made.owners) == 4, timeout=8000)
    assert room._made.owners[:2] == ("Commuter Maya", "Commuter Maya · sheet 2")
    assert "Every claim and its evidence" in shown_text(room)
    room._ui.template_box.setCurrentIndex(0)
    assert room._ui.paper_box.currentText() == "A3"
    settled(room, qtbot)


def test_a_line_up_stands_upright_too_and_needs_two(room, qtbot):
    room._ui.template_box.setCurrentIndex(room._ui.template_box.findData("line_up"))
    qtbot.waitUntil(lambda: bool(room._made) and room._made.owners == ("Line-up",), timeout=8000)
    lying = room._made.pdf
    assert room._ui.paper_box.itemText(1) == "A3 portrait"
    room._ui.paper_box.setCurrentIndex(1)
    qtbot.waitUntil(lambda: bool(room._made) and room._made.pdf != lying, timeout=8000)
    page = preview.page_raster(room._made.pdf, 0, 300)
    assert page.height > page.width
    boxes(room)["Host Ruth"].click()
    qtbot.waitUntil(lambda: "2 to 6 personas" in room.banner.message.text(), timeout=8000)
    assert not room.view.isVisible(), "the page before is not what was asked for"
    assert room.banner.width() < room.width() - room._ui.left.width(), "it squeezes no choice"
    assert "no page" in room._empty.sentence.text()
    assert not room.save_button.isEnabled()
    room._ui.template_box.setCurrentIndex(room._ui.template_box.findData("pocket_cards"))
    settled(room, qtbot)
    assert not room.banner.isVisible()
    assert room._made.owners == ("Pocket cards", "Pocket cards · sheet 2")


def test_a_page_for_the_client_leaves_out_quotes_and_is_refused_with_an_address(
    room, qtbot, bridge
):
    with bridge.edit("Add line") as write:
        claims.add(write, bridge.snapshot.personas[0].id, "quotes", "Nobody was asked")
    qtbot.waitUntil(lambda: bool(room._made) and "Nobody was" in shown_text(room), timeout=8000)
    room._ui.safe_box.click()
    qtbot.waitUntil(lambda: bool(room._made) and "Nobody was" not in shown_text(room), timeout=8000)
    assert any("nobody agreed to print" in text for text in notes(room))
    with bridge.edit("Rename persona") as write:
        write.change(Persona, bridge.snapshot.personas[0].id, tagline="ann.miller@example.org")
    qtbot.waitUntil(lambda: "e-mail address on page 1" in room.banner.message.text(), timeout=8000)
    assert not room.save_button.isEnabled()
    room._ui.safe_box.click()
    settled(room, qtbot)
    assert not room.banner.isVisible()
    assert room.save_button.isEnabled()


def test_pages_are_turned_and_looked_at_closer(room, qtbot, jobs):
    qtbot.mouseClick(room.bar.forth, Qt.MouseButton.LeftButton)
    assert room.bar.words.text() == "Page 2 of 2 · Host Ruth"
    assert not room.bar.forth.isEnabled()
    fitting = room.view.pixels
    qtbot.mouseClick(room.bar.closer, Qt.MouseButton.LeftButton)
    assert room.view.pixels > fitting
    assert room.bar.zoom.text() == "125 %"
    qtbot.waitUntil(lambda: room.view._paper.page.width() == room.view.pixels, timeout=8000)
    qtbot.mouseClick(room.bar.fit, Qt.MouseButton.LeftButton)
    assert room.bar.zoom.text() == "Fit"


def test_what_to_know_before_saving_is_said(room, qtbot, bridge):
    with bridge.edit("Rename persona") as write:
        write.change(Persona, bridge.snapshot.personas[0].id, tagline="Likes 寿司")
    qtbot.waitUntil(lambda: any("寿 司" in text for text in notes(room)), timeout=8000)
    assert any("reads well from 1 m" in text for text in notes(room))


def notes(room: PrintRoom) -> list[str]:
    return [label.text() for label in room._ui.notes_widget.findChildren(PlainLabel)]


def test_an_empty_project_leads_to_the_board(look, jobs, qtbot, tmp_path):
    workspace = Workspace.create(tmp_path / "empty.persona", "Empty")
    room = PrintRoom(Bridge(workspace), jobs)
    qtbot.addWidget(room)
    room.show()
    room.activate()
    assert room._empty.isVisible()
    assert not room.save_button.isVisible()
    with qtbot.waitSignal(room.open_room) as asked:
        room._empty.button.click()
    assert asked.args == ["personas"]
    workspace.close()


def test_nothing_is_rendered_while_another_room_is_in_front(room, bridge):
    room.hide()
    before = room._made
    with bridge.edit("Rename persona") as write:
        write.change(Persona, bridge.snapshot.personas[0].id, name="Maya")
    assert room._made is before


def test_a_hostile_name_makes_a_harmless_file_name(room, bridge, tmp_path, monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *args: (asked.append(args[2]), ("", ""))[1]
    )
    monkeypatch.setattr(PrintRoom, "_title", lambda _: "../../<b>Ann</b>/..\\x")
    room.save()
    assert Path(asked[0]).name == "b Ann b .. x.pdf"


def test_a_page_still_being_set_is_saved_as_soon_as_it_is_there(
    room, qtbot, bridge, tmp_path, monkeypatch
):
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "poster.pdf"), "")
    )
    with bridge.edit("Add persona") as write:
        personas.add(write, "Bean Tomas")
    assert room._made is None
    room.save()
    assert not (tmp_path / "poster.pdf").exists()
    settled(room, qtbot)
    assert (tmp_path / "poster.pdf").read_bytes() == room._made.pdf
    room.banner.dismiss()
    room.options._tick(on=False)
    room.options._tick(on=True)
    settled(room, qtbot)
    assert not room.banner.isVisible(), "asked for once, saved once"


def test_a_long_name_is_cut_short_and_told_in_the_tip(room, qtbot, bridge):
    name = "Doctor Maximiliane " * 5
    with bridge.edit("Add persona") as write:
        personas.add(write, name.strip(), tagline="Knows everybody")
    settled(room, qtbot)
    box = boxes(room)[name.strip()]
    assert box.width() <= room._ui.people_area.viewport().width()
    option = QStyleOptionButton()
    box.initStyleOption(option)
    assert option.text.endswith("…")
    assert "Maximiliane" in box.toolTip()
    assert "Knows everybody" in box.toolTip()


def test_what_was_chosen_is_there_again(room, bridge, jobs, qtbot):
    form = room._ui
    form.template_box.setCurrentIndex(form.template_box.findData("canvas"))
    form.paper_box.setCurrentText("A2")
    form.colour_box.setCurrentIndex(form.colour_box.findData("plum"))
    form.safe_box.setChecked(True)
    boxes(room)["Host Ruth"].setChecked(False)
    wanted = room.options.choice
    again = PrintRoom(bridge, jobs)
    qtbot.addWidget(again)
    again.options.show_personas(bridge.snapshot.personas)
    assert again.options.choice == wanted
    assert [wanted.template, wanted.paper, wanted.theme] == ["canvas", "A2", "plum"]
    assert len(wanted.personas) == 1
    settled(room, qtbot)


def test_each_template_keeps_its_own_paper_distance_and_sheets(room, bridge, jobs, qtbot):
    form = room._ui

    def template(key):
        form.template_box.setCurrentIndex(form.template_box.findData(key))
        return room.options.choice

    form.distance_box.setCurrentIndex(form.distance_box.findData(4.0))
    form.tile_box.setCurrentIndex(1)
    form.side_box.setCurrentIndex(form.side_box.findData("rtl"))
    poster = room.options.choice
    cards = template("pocket_cards")
    assert (cards.paper, cards.distance, cards.tile) == ("A4", None, "")
    assert cards.side == "rtl", "the way a project is read holds for all its pages"
    form.paper_box.setCurrentText("Letter landscape")
    assert template("canvas").paper == "Letter", "who prints on American paper gets no A3"
    form.paper_box.setCurrentText("A4")
    assert template("wall_poster") == poster
    again = PrintRoom(bridge, jobs)
    qtbot.addWidget(again)
    again.show_template("pocket_cards")
    assert again._ui.paper_box.currentText() == "Letter landscape"
    assert again.options.choice.distance is None
    again.show_template("wall_poster")
    assert again._ui.tile_box.currentIndex() == 1
    assert again.options.choice.distance == 4.0
    settled(room, qtbot)


def test_letters_are_added_where_they_are_missing(room, qtbot, bridge, tmp_path, monkeypatch):
    renewed = []
    monkeypatch.setattr(typeset, "renew", lambda: renewed.append(True))
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    chosen = [str(pack(tmp_path / "got", "Noto Sans SC", "\u65e5\u672c\u4eec"))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    with bridge.edit("Rename persona") as write:
        write.change(Persona, bridge.snapshot.personas[1].id, name="\u4eec")
    area = room._ui.notes_widget
    qtbot.waitUntil(
        lambda: any(link.isVisible() for link in area.findChildren(LinkButton)), timeout=8000
    )
    assert "NotoSansSC-Bold.ttf" in " ".join(notes(room))
    before = room._made
    button_in(area, "Add letters\u2026").click()
    qtbot.waitUntil(lambda: room._made not in (None, before), timeout=8000)
    assert renewed
    assert "Letters added: Chinese (simplified)" in room.banner.message.text()
    assert "NotoSansSC-Bold.ttf" in room.banner.hint.text()
    chosen[:] = [str(tmp_path / "none.ttf")]
    room.add_letters()
    qtbot.waitUntil(lambda: "none.ttf" in room.banner.message.text(), timeout=8000)
