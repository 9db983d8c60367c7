# SPDX-License-Identifier: MIT
"""A first look at a large workbook reads its beginning, exactly as the whole is read."""

from pathlib import Path

import xlsxwriter

from persona_studio.research.book_head import shorten
from persona_studio.research.inspecting import look
from persona_studio.research.readers.workbook import Workbook


def large(path: Path, rows: int = 9000) -> Path:
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("Answers")
        date = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, ["Who", "When", "Score", "Why", "Alike", "Open"])
        for n in range(1, rows):
            sheet.write_row(n, 0, [f"R-{n:05}"])
            sheet.write_number(n, 1, 46_000 + n % 300, date)
            sheet.write_row(n, 2, [n % 11 / 2, f"Because of thing {n}, number {n * 7919 % 10007}."])
            sheet.write_row(n, 4, ["the same", f"{n * 104729 % 1299709} reasons"])
        book.add_worksheet("Notes").write_row(0, 0, ["short"])
    return path


def test_the_beginning_reads_like_the_whole(tmp_path: Path) -> None:
    data = large(tmp_path / "large.xlsx").read_bytes()
    short, share = shorten(data)
    first, whole = Workbook(short), Workbook(data)
    assert first.sheets == whole.sheets
    records = list(first.records("Answers"))
    assert 100 < len(records) < 9000
    assert records == list(whole.records("Answers"))[: len(records)]
    assert abs(len(records) / 9000 - share) < 0.05
    assert list(first.records("Notes")) == [["short"]]


def test_texts_that_lie_far_are_found_too(tmp_path: Path) -> None:
    path = tmp_path / "sorted.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Answers")
        for n in reversed(range(40_000)):  # the first rows name the last texts
            sheet.write_row(n, 0, [f"a text of its own, number {n}", n])
    short, _ = shorten(path.read_bytes())
    records = list(Workbook(short).records("Answers"))
    assert records[0] == ["a text of its own, number 0", "0"]


def test_a_first_look_at_a_large_workbook_counts_no_rows(tmp_path: Path) -> None:
    path = large(tmp_path / "large.xlsx", 40_000)
    assert path.stat().st_size > 1 << 20
    quick, whole = look(path, quick=True), look(path)
    assert quick.plan.data_rows is None
    assert whole.plan.data_rows == 39_999
    assert quick.plan.header_rows == whole.plan.header_rows == (1,)
    assert list(quick.head) == list(whole.head)
    assert 0.8 < quick.expected / 40_000 < 1.25
