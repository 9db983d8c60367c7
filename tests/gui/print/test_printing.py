# SPDX-License-Identifier: MIT
"""Direct printing puts the very page on paper, at its true size; a file stands for the printer."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QObject
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from pytestqt.qtbot import QtBot

from persona_studio.gui.jobs import Jobs
from persona_studio.gui.print.printing import Printing, page_sizes
from persona_studio.publish.document import Document, Meta
from persona_studio.publish.preview import page_raster
from persona_studio.publish.strip import strip
from persona_studio.publish.theme import PAPERS


@pytest.fixture
def printing(jobs: Jobs, qapp: QObject) -> Printing:
    return Printing(jobs, qapp)


def paper(out: Path, size: QPageSize.PageSizeId) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setResolution(150)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(size))
    return printer


def picture(pdf: bytes, number: int = 0) -> Image.Image:
    found = page_raster(pdf, number, 400)
    return Image.frombytes(
        "RGB", (found.width, found.height), found.data, "raw", "RGB", found.stride
    )


def unlike(one: Image.Image, other: Image.Image) -> float:
    """Return the mean difference of two pictures, 0-255, but for what a blur hides."""
    soft = [each.filter(ImageFilter.GaussianBlur(3)) for each in (one, other.resize(one.size))]
    grey = ImageChops.difference(*soft).convert("L")
    return sum(level * count for level, count in enumerate(grey.histogram())) / (
        one.width * one.height
    )


def blocks(*sizes: tuple[float, float]) -> bytes:
    """Return pages with a dark block in the upper left quarter."""
    document = Document(Meta("", "", "en"))
    for wide, high in sizes:
        document.page(wide, high).block(0, 0, wide / 2, high / 2, "#0A5C55")
    return document.close()


def test_what_is_printed_at_actual_size_is_the_page(printing: Printing, qtbot: QtBot, tmp_path):
    pdf = strip("A4", 22.5)
    with qtbot.waitSignal(printing.ended, timeout=8000) as ended:
        printing.start(paper(tmp_path / "out.pdf", QPageSize.PageSizeId.A4), pdf)
    printed = (tmp_path / "out.pdf").read_bytes()
    assert page_sizes(printed)[0] == pytest.approx((210, 297), abs=0.5)
    assert unlike(picture(pdf), picture(printed)) < 4
    assert ended.args == ["1 page was sent to the printer."]
    larger = picture(pdf).crop((0, 0, 388, 549))
    assert unlike(larger, picture(printed)) > 4, "3 % more would be seen"


def test_a_page_larger_than_the_paper_is_refused_and_can_be_fitted(printing, qtbot, tmp_path):
    a3, a4 = PAPERS["A3"], paper(tmp_path / "out.pdf", QPageSize.PageSizeId.A4)
    pdf = blocks((a3.width, a3.height))
    with qtbot.waitSignal(printing.refused) as refused:
        printing.start(a4, pdf)
    assert "297 by 420 mm" in refused.args[0].message
    assert not (tmp_path / "out.pdf").exists()
    with qtbot.waitSignal(printing.ended, timeout=8000):
        printing.start(a4, pdf, fitted=True)
    assert unlike(picture(pdf), picture((tmp_path / "out.pdf").read_bytes())) < 12


def test_pages_that_lie_are_printed_on_paper_that_lies(printing, qtbot, tmp_path):
    a4 = PAPERS["A4"]
    pdf = blocks((a4.width, a4.height), (a4.height, a4.width))
    with qtbot.waitSignal(printing.ended, timeout=8000):
        printing.start(paper(tmp_path / "out.pdf", QPageSize.PageSizeId.A4), pdf)
    printed = (tmp_path / "out.pdf").read_bytes()
    assert [wide > high for wide, high in page_sizes(printed)] == [False, True]
    assert unlike(picture(pdf, 1), picture(printed, 1)) < 4


def test_printing_can_be_stopped_and_begun_again(printing, qtbot, tmp_path):
    a4 = PAPERS["A4"]
    pdf = blocks(*[(a4.width, a4.height)] * 3)
    printing.going.connect(lambda words: printing.cancel() if "2 of 3" in words else None)
    with qtbot.waitSignal(printing.ended, timeout=8000) as ended:
        printing.start(paper(tmp_path / "out.pdf", QPageSize.PageSizeId.A4), pdf)
    assert ended.args == ["Printing was stopped."]
    assert not printing.running


def test_the_dialog_is_handed_the_page_and_may_be_refused(printing, qapp, monkeypatch):
    asked: list[tuple[str, float]] = []

    def answer(dialog: QPrintDialog) -> int:
        size = dialog.printer().pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
        asked.append((dialog.printer().docName(), round(size.width())))
        return 0

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    printing.ask(None, "Maya", strip("A4", 20))
    assert asked == [("Maya", 210)]
    assert not printing.running
