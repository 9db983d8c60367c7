# SPDX-License-Identifier: MIT
"""Claims and the evidence behind them as tables: a workbook of two sheets, or one CSV file.

No cell is ever a formula or a link: texts stay texts in the workbook, and in CSV what a spreadsheet
would carry out is written with an apostrophe before it.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO, StringIO

from persona_studio.evidence.cells import tame
from persona_studio.publish.claims import FEW, Proven
from persona_studio.publish.sheet import Sheet

Cell = str | int
_FEW = "fewer than 5"
_WIDE = {"Claim": 60, "Words": 60, "Remark": 36, "Persona": 24, "Source": 28, "State": 18}
_USUAL = 14


@dataclass(frozen=True)
class Table:
    """A name, one heading a column, and the rows under them."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def claims_table(sheets: Sequence[Sheet]) -> Table:
    """Return one row a claim: what it says, how well it is backed, for how many of how many."""
    headings = ("Persona", "Code", "Section", "Claim", "Key", "State", "For", "Of", "Remark")
    return Table("Claims", headings, tuple(_claim(*pair) for pair in _claims(sheets)))


def evidence_table(sheets: Sequence[Sheet]) -> Table:
    """Return one row a piece of evidence; a claim that has none keeps a row of its own."""
    headings = (
        *("Persona", "Code", "Section", "Claim", "State"),
        *("Source", "Asked on", "For", "Against", "Stance", "Words"),
    )
    rows = (row for sheet, claim in _claims(sheets) for row in _evidence(sheet, claim))
    return Table("Evidence", headings, tuple(rows))


def as_csv(sheets: Sequence[Sheet]) -> bytes:
    """Return the evidence as CSV (comma, UTF-8 with a mark, so that spreadsheets read it right)."""
    table = evidence_table(sheets)
    text = StringIO(newline="")
    out = csv.writer(text)
    out.writerow(table.headings)
    for row in table.rows:
        out.writerow([cell if isinstance(cell, int) else tame(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def as_workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return claims and evidence as an Excel workbook; the same sheets give the same bytes."""
    import xlsxwriter

    out = BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, plain) as book:
        book.set_properties({"title": "", "created": datetime(2020, 1, 1, tzinfo=UTC)})
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        for table in (claims_table(sheets), evidence_table(sheets)):
            page = book.add_worksheet(table.name)
            for column, heading in enumerate(table.headings):
                page.set_column(column, column, _WIDE.get(heading, _USUAL))
                page.write_string(0, column, heading, head)
            for number, row in enumerate(table.rows, start=1):
                for column, value in enumerate(row):
                    write = page.write_number if isinstance(value, int) else page.write_string
                    write(number, column, value, cell)
            page.freeze_panes(1, 0)
            page.autofilter(0, 0, len(table.rows), len(table.headings) - 1)
            page.set_landscape()
            page.fit_to_pages(1, 0)
            page.repeat_rows(0)
    return out.getvalue()


def _claims(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, Proven]]:
    for sheet in sheets:
        for claim in sheet.ledger.claims:
            yield sheet, claim


def _claim(sheet: Sheet, claim: Proven) -> tuple[Cell, ...]:
    counted, of = claim.n or ("", "")
    said = (sheet.name, claim.code, claim.section, claim.text)
    return (*said, "key" if claim.key else "", claim.state, counted, of, claim.remark)


def _evidence(sheet: Sheet, claim: Proven) -> Iterator[tuple[Cell, ...]]:
    said = (sheet.name, claim.code, claim.section, claim.text, claim.state)
    found: list[tuple[Cell, ...]] = [
        (told.source, told.day, _count(told.n_for), _count(told.n_against), "", "")
        for told in claim.told
    ]
    for stance, words in (("for", claim.spoken), ("against", claim.opposed)):
        found += [("", "", "", "", stance, text) for text in words]
    for row in found or [("", "", "", "", "", claim.remark)]:
        yield (*said, *row)


def _count(people: int) -> Cell:
    return _FEW if people == FEW else people
