# SPDX-License-Identifier: MIT
"""Layouts of tables: what exports put above, around, inside and below the rows of answers.

A layout is a list of parts (kind, row); the truth about the file follows from the kinds alone:
above and below are notes, `head` and `label` are heading rows, `data` are answers, `sum` are
rows inside the table that are no answers, `other` belongs to a further table.
"""

import json
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

Row = list[str]
Part = tuple[str, Row]
ABOVE, HEAD, LABEL, DATA, SUM, BELOW, OTHER = range(7)


class Table:
    """What a layout is laid around: headings, rows, and the question texts of the headings."""

    def __init__(self, head: Row, rows: list[Row], rng: Random) -> None:
        self.head, self.rows, self.rng = head, rows, rng
        self.width = len(head)

    def wide(self, *cells: str) -> Row:
        """Return a row as a spreadsheet saves it: as wide as the table."""
        return [*cells, *[""] * (self.width - len(cells))]

    def either(self, *cells: str) -> Row:
        """Return a row as wide as the table, or only as wide as what is in it."""
        return self.wide(*cells) if self.rng.random() < 0.5 else list(cells)

    def blank(self) -> Row:
        """Return an empty row, with or without marks between its cells."""
        return self.wide() if self.rng.random() < 0.5 else []


def reach(row: Row) -> int:
    """Return the last place with something in it."""
    return max((n for n, cell in enumerate(row, start=1) if cell), default=0)


Layout = Callable[[Table], list[tuple[int, Row]]]


def _body(t: Table) -> list[tuple[int, Row]]:
    return [(DATA, row) for row in t.rows]


def _plain(t: Table) -> list[tuple[int, Row]]:
    return [(HEAD, t.head), *_body(t)]


def _above(*rows: Row) -> list[tuple[int, Row]]:
    return [(ABOVE, row) for row in rows]


def _below(*rows: Row) -> list[tuple[int, Row]]:
    return [(BELOW, row) for row in rows]


def headless(t: Table) -> list[tuple[int, Row]]:
    return _body(t)


def title(t: Table) -> list[tuple[int, Row]]:
    return [*_above(t.either("Guest survey, spring")), *_plain(t)]


def title_and_gap(t: Table) -> list[tuple[int, Row]]:
    return [*_above(t.either("Umfrage 2023: alle Filialen"), t.blank()), *_plain(t)]


def titles(t: Table) -> list[tuple[int, Row]]:
    lines = [t.either("Kundenmonitor"), t.either("Stand: 31.03.2024"), t.blank()]
    return [*_above(*lines, t.either("nur gültige Fälle"), t.blank()), *_plain(t)]


def keys_and_values(t: Table) -> list[tuple[int, Row]]:
    lines = [("Report", "Visits by town"), ("Period", "2024-01-01 - 2024-01-31"), ("Filter", "all")]
    return [*_above(*(t.either(*line) for line in lines), t.blank()), *_plain(t)]


def keys_touching(t: Table) -> list[tuple[int, Row]]:
    lines = [("Account:", "Demo Ltd"), ("Created on:", "12 March 2024"), ("Rows:", "250")]
    return [*_above(*(t.either(*line) for line in lines)), *_plain(t)]


def comments(t: Table) -> list[tuple[int, Row]]:
    lines = ["# exported by a tool", "# rows: 250", "#", "# one row a person"]
    return [*_above(*([line] for line in lines)), *_plain(t)]


def comments_and_gap(t: Table) -> list[tuple[int, Row]]:
    lines = ["# ----------", "# All users", "# 20240101-20240131", "# ----------"]
    return [*_above(*([line] for line in lines), []), *_plain(t)]


def prose(t: Table) -> list[tuple[int, Row]]:
    text = "This file was made by the till, on request of the office, and holds test data."
    return [*_above(text.split(","), [], ["Please", " do not share."], []), *_plain(t)]


def wide_title(t: Table) -> list[tuple[int, Row]]:
    row = t.wide("Sales by guest")
    row[-1] = "as of 3 June 2024"
    return [*_above(row, t.wide()), *_plain(t)]


def filter_line(t: Table) -> list[tuple[int, Row]]:
    cells = ["Filter:", "Country = AT", "Age > 17", "Year = 2024"][: t.width]
    return [*_above(t.either("Results"), t.either(*cells), t.blank()), *_plain(t)]


def codes_and_texts(t: Table) -> list[tuple[int, Row]]:
    codes = [f"Q{n}" for n in range(1, t.width + 1)]
    texts = [f"Please tell us about the {name} of your last visit" for name in t.head]
    return [(HEAD, codes), (LABEL, texts), *_body(t)]


def codes_texts_imports(t: Table) -> list[tuple[int, Row]]:
    codes = [f"Q{n}" for n in range(1, t.width + 1)]
    texts = [f"What about {name}?" for name in t.head]
    made = [json.dumps({"ImportId": f"QID{n}_TEXT"}) for n in range(t.width)]
    return [(HEAD, codes), (LABEL, texts), (HEAD, made), *_body(t)]


def bands(t: Table) -> list[tuple[int, Row]]:
    row = [""] * t.width
    for place in range(1, t.width, 3):
        row[place] = ["About you", "Your visit", "Afterwards", "Other"][place // 3 % 4]
    return [(HEAD, row), (LABEL, t.head), *_body(t)]


def bands_from_first(t: Table) -> list[tuple[int, Row]]:
    row = [""] * t.width
    for place in range(0, t.width, 3):
        row[place] = ["Respondent", "Your visit", "Afterwards", "Other"][place // 3 % 4]
    return [(HEAD, row), (LABEL, t.head), *_body(t)]


def three_bands(t: Table) -> list[tuple[int, Row]]:
    top = t.wide("", "Survey 2024") if t.width > 1 else ["Survey 2024"]
    return [(HEAD, top), *bands(t)]


def title_over_bands(t: Table) -> list[tuple[int, Row]]:
    return [*_above(t.either("Visitor study"), t.blank()), *bands(t)]


def units(t: Table) -> list[tuple[int, Row]]:
    row = [f"({['n', 'EUR', 'years', '%'][i % 4]})" for i in range(t.width)]
    return [(LABEL, t.head), (HEAD, row), *_body(t)]


def question_and_response(t: Table) -> list[tuple[int, Row]]:
    kinds = ["Response" if i % 3 else "Open-Ended Response" for i in range(t.width)]
    return [(LABEL, [f"How is the {name}?" for name in t.head]), (HEAD, kinds), *_body(t)]


def spread_choices(t: Table) -> list[tuple[int, Row]]:
    """Return questions over their choices: the question once, then blanks to its right."""
    top, low = list(t.head), [""] * t.width
    for place in range(1, t.width - 2, 4):
        low[place : place + 3] = ["In the shop", "On the phone", "By letter"]
        top[place] = "Which of these do you use?"
        top[place + 1 : place + 3] = ["", ""]
    return [(LABEL, top), (HEAD, low), *_body(t)]


def index(t: Table) -> list[tuple[int, Row]]:
    rows = [(DATA, [str(n), *row]) for n, row in enumerate(t.rows)]
    return [(HEAD, ["", *t.head]), *rows]


def trailing_marks(t: Table) -> list[tuple[int, Row]]:
    return [(HEAD, [*t.head, ""]), *((DATA, [*row, ""]) for row in t.rows)]


def heading_short(t: Table) -> list[tuple[int, Row]]:
    return [(HEAD, t.head), *((DATA, [*row, ""]) for row in t.rows)]


def gaps_inside(t: Table) -> list[tuple[int, Row]]:
    parts = _plain(t)
    for place in sorted(t.rng.sample(range(3, len(parts)), min(2, len(parts) - 3)), reverse=True):
        parts.insert(place, (BELOW, t.wide()))
    return parts


def subtotals(t: Table) -> list[tuple[int, Row]]:
    parts = _plain(t)
    parts.insert(len(parts) // 2, (SUM, _summed(t, "Subtotal")))
    return [*parts, (SUM, _summed(t, "Total"))]


def _summed(t: Table, name: str) -> Row:
    last = t.width - 1
    return [name, *("" if n != last else "4711" for n in range(1, t.width))]


def heading_again(t: Table) -> list[tuple[int, Row]]:
    parts = _plain(t)
    parts.insert(len(parts) // 2, (SUM, t.head))
    return parts


def total_first(t: Table) -> list[tuple[int, Row]]:
    return [(HEAD, t.head), (SUM, _summed(t, "Total")), *_body(t)]


def total_last(t: Table) -> list[tuple[int, Row]]:
    return [*_plain(t), (SUM, _summed(t, t.rng.choice(["Total", "Gesamt:", "Grand Total"])))]


def gap_and_total(t: Table) -> list[tuple[int, Row]]:
    return [*_plain(t), *_below(t.wide()), (SUM, _summed(t, "TOTAL"))]


def shown(t: Table) -> list[tuple[int, Row]]:
    return [*_plain(t), *_below(t.either(f"Showing 1 to {len(t.rows)} of 4,812 entries"))]


def source_note(t: Table) -> list[tuple[int, Row]]:
    notes = [t.either("Source: own survey."), t.either("* values rounded")]
    return [*_plain(t), *_below(t.blank(), *notes)]


def made_on(t: Table) -> list[tuple[int, Row]]:
    return [*_plain(t), *_below(t.blank(), t.either("Generated on 2024-05-01 10:03 by office"))]


def signed(t: Table) -> list[tuple[int, Row]]:
    lines = [t.either("Prepared by:", "Ann Demo"), t.either("Checked:", "yes")]
    return [*_plain(t), *_below(t.blank(), *lines)]


def rights(t: Table) -> list[tuple[int, Row]]:
    said = ["© 2024 Demo Ltd", " all rights reserved"]
    return [*_plain(t), *_below(t.blank(), t.blank(), said)]


def total_and_notes(t: Table) -> list[tuple[int, Row]]:
    total = (SUM, _summed(t, "Summe"))
    return [*_plain(t), total, *_below(t.blank(), t.either("Angaben ohne Gewähr."))]


def another_below(t: Table) -> list[tuple[int, Row]]:
    more = [["town", "visits"], ["Oslo", "3"], ["Rome", "2"], ["Graz", "7"]]
    return [*_plain(t), *_below(t.blank()), *((OTHER, row) for row in more)]


def another_with_title(t: Table) -> list[tuple[int, Row]]:
    more = [["Towns"], ["town", "visits"], ["Oslo", "3"], ["Rome", "2"]]
    padded = [t.either(*row) for row in more] if t.width > 2 else more
    return [
        *_above(t.either("People"), t.blank()),
        *_plain(t),
        *_below(t.blank()),
        *((OTHER, row) for row in padded),
    ]


def everything(t: Table) -> list[tuple[int, Row]]:
    parts = [*title_and_gap(t), (SUM, _summed(t, "Total"))]
    return [*parts, *_below(t.blank(), t.either("Source: demo"))]


LAYOUTS: Sequence[Layout] = (
    _plain,
    headless,
    title,
    title_and_gap,
    titles,
    keys_and_values,
    keys_touching,
    comments,
    comments_and_gap,
    prose,
    wide_title,
    filter_line,
    codes_and_texts,
    codes_texts_imports,
    bands,
    bands_from_first,
    three_bands,
    title_over_bands,
    units,
    question_and_response,
    spread_choices,
    index,
    trailing_marks,
    heading_short,
    gaps_inside,
    subtotals,
    heading_again,
    total_first,
    total_last,
    gap_and_total,
    shown,
    source_note,
    made_on,
    signed,
    rights,
    total_and_notes,
    another_below,
    another_with_title,
    everything,
)


def laid(layout: Layout, table: Table) -> tuple[list[Row], dict[str, Any]]:
    """Return the rows of a file in a layout, and the truth about it."""
    parts = layout(table)
    rows = [row for _, row in parts]
    by = {kind: [n for n, (k, _) in enumerate(parts, 1) if k == kind] for kind in range(7)}
    own = [row for kind, row in parts if kind in (HEAD, LABEL, DATA)]
    header = sorted(by[HEAD] + by[LABEL])
    end = min(by[OTHER], default=len(parts) + 1)
    below = [n for n in by[BELOW] + by[SUM] if by[DATA] and by[DATA][-1] < n < end]
    said = [n for n in below if any(map(str.strip, parts[n - 1][1]))]
    inside = [n for n in by[SUM] if n not in said]
    return rows, {
        "header_rows": header,
        "label_row": by[LABEL][0] if by[LABEL] else None,
        "first_data_row": by[DATA][0],
        "data_rows": len(by[DATA]),
        "columns": max(map(len, own)),
        "footer_rows": max(said) - by[DATA][-1] if said else 0,
        "ignore_rows": sorted(inside + said),
        "tables": "several" if by[OTHER] else None,
    }


LEAST = {
    "keys_and_values": (3, 2),
    "keys_touching": (3, 2),
    "bands_from_first": (5, 2),
    "bands": (4, 2),
    "three_bands": (5, 2),
    "title_over_bands": (4, 2),
    "spread_choices": (5, 2),
    "gaps_inside": (2, 6),
    "heading_again": (2, 4),
    "subtotals": (3, 4),
    "another_below": (3, 3),
    "another_with_title": (3, 3),
}
"""Columns and rows below which a layout cannot be told from another, even by people."""
