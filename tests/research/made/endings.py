# SPDX-License-Identifier: MIT
"""Layouts as people make reports by hand: pages, sums, notes and tables below the answers."""

from collections.abc import Sequence

from tests.research.made.layouts import (
    ABOVE,
    BELOW,
    DATA,
    HEAD,
    OTHER,
    SUM,
    Layout,
    Part,
    Table,
)
from tests.research.made.reports import every, plain


def pages(t: Table) -> list[Part]:
    """Return the headings again every few rows, as a print shows them."""
    return _paged(t, [])


def pages_with_gap(t: Table) -> list[Part]:
    return _paged(t, [(BELOW, t.wide())])


def pages_with_title(t: Table) -> list[Part]:
    top = [(ABOVE, t.wide("Guest list")), (ABOVE, t.wide())]
    between = [(BELOW, t.wide()), (SUM, t.wide("Guest list")), (BELOW, t.wide())]
    return [*top, *_paged(t, between)]


def _paged(t: Table, between: list[Part]) -> list[Part]:
    parts, size = [(HEAD, t.head)], max(2, len(t.rows) // 3)
    for n, row in enumerate(t.rows):
        if n and n % size == 0 and n < len(t.rows) - 1:
            parts += [*between, (SUM, t.head)]
        parts.append((DATA, row))
    return parts


def double_spaced(t: Table) -> list[Part]:
    parts: list[Part] = [(HEAD, t.head)]
    for row in t.rows:
        parts += [(BELOW, t.wide()), (DATA, row)]
    return parts


def group_sums(t: Table) -> list[Part]:
    words = ["Zwischensumme", "Sous-total", "Subtotal", "Subtotaal", "小计"]
    return _summed(t, t.rng.choice(words))


def named_sums(t: Table) -> list[Part]:
    return _summed(t, t.rng.choice(["Total North", "Summe Wien", "Oslo Total", "Subtotal: May"]))


def _summed(t: Table, name: str) -> list[Part]:
    parts, third = [(HEAD, t.head)], max(2, len(t.rows) // 3)
    for n, row in enumerate(t.rows, start=1):
        parts.append((DATA, row))
        if n % third == 0:
            parts.append((SUM, [name, *t.wide()[2:], str(n * 1711)]))
    return parts


def total_words(t: Table) -> list[Part]:
    words = ["Gesamt", "Total général", "Totale", "Suma", "Итого", "合計", "Grand total", "Σ"]
    total = [t.rng.choice(words), *t.wide()[2:], "98123"]
    return [*plain(t), (SUM, total)]


def total_in_second(t: Table) -> list[Part]:
    return [*plain(t), (SUM, ["", "Total", *t.wide()[3:], "98123"])]


def mean_last(t: Table) -> list[Part]:
    name = t.rng.choice(["Mean", "Average", "Durchschnitt", "Moyenne"])
    return [*plain(t), (SUM, [name, *t.wide()[2:], "4.31"])]


def note_touching(t: Table) -> list[Part]:
    said = ["Source: own survey of all guests.", "Quelle: eigene Erhebung, Mai 2024"]
    said += ["Note: answers were rounded.", "Data collected by the front office in May 2024."]
    return [*plain(t), *every(BELOW, [t.either(t.rng.choice(said))])]


def notes_touching(t: Table) -> list[Part]:
    lines = ["Source: own survey.", "Notes:", "1) more than one answer could be given"]
    return [*plain(t), *every(BELOW, [t.either(line) for line in lines])]


def footnotes(t: Table) -> list[Part]:
    lines = ["* weighted", "** only those who came again", "*** p < 0.05"]
    gap = [t.blank()] if t.rng.random() < 0.5 else []
    return [*plain(t), *every(BELOW, [*gap, *(t.either(line) for line in lines)])]


def numbered_notes(t: Table) -> list[Part]:
    lines = ["(1) without children", "(2) estimated"]
    return [*plain(t), *every(BELOW, [t.blank(), *(t.either(line) for line in lines)])]


def notes_with_gaps(t: Table) -> list[Part]:
    lines = [
        t.either("Notes"),
        t.blank(),
        t.either("Only valid cases."),
        t.blank(),
        t.either("n=350"),
    ]
    return [*plain(t), *every(BELOW, [t.blank(), t.blank(), *lines])]


def keys_below(t: Table) -> list[Part]:
    lines = [("Exported by", "Ann Demo"), ("Exported on", "2024-05-02"), ("Rows", "350")]
    return [*plain(t), *every(BELOW, [t.blank(), *(t.either(*line) for line in lines)])]


def end_mark(t: Table) -> list[Part]:
    said = ["--- end of report ---", "End of file", f"({len(t.rows)} rows)", "*** END ***", "<end>"]
    gap = [t.blank()] if t.rng.random() < 0.5 else []
    return [*plain(t), *every(BELOW, [*gap, t.either(t.rng.choice(said))])]


def note_far_right(t: Table) -> list[Part]:
    row = t.wide()
    row[-1] = "as of 3 June 2024"
    return [*plain(t), *every(BELOW, [t.wide(), row])]


def narrower_below(t: Table) -> list[Part]:
    more = [["answer", "people"], ["yes", "31"], ["no", "12"], ["no idea", "4"]]
    gap = [t.blank()] * t.rng.choice([1, 2, 3])
    return [*plain(t), *every(BELOW, gap), *every(OTHER, more)]


def wider_below(t: Table) -> list[Part]:
    head = ["shop", *(f"week {n}" for n in range(1, t.width + 3))]
    more = [head, *([name, *["7"] * (t.width + 2)] for name in ("Oslo", "Rome", "Graz"))]
    return [*plain(t), *every(BELOW, [[]]), *every(OTHER, more)]


def titled_below(t: Table) -> list[Part]:
    more = [
        ["Answers by shop"],
        ["shop", "first", "again"],
        ["Oslo", "31", "3"],
        ["Rome", "12", "4"],
    ]
    top = [t.either("Answers"), t.blank()] if t.rng.random() < 0.5 else []
    return [*every(ABOVE, top), *plain(t), *every(BELOW, [[], []]), *every(OTHER, more)]


def three_tables(t: Table) -> list[Part]:
    one = [["By shop"], ["shop", "people"], ["Oslo", "31"], ["Rome", "12"], []]
    two = [["By age"], ["age", "people", "share"], ["young", "31", "70%"], ["old", "12", "30%"]]
    return [*plain(t), *every(BELOW, [[]]), *every(OTHER, [*one, *two])]


def beside(t: Table) -> list[Part]:
    """Return another table to the right, behind an empty column; both are read as one."""
    more = [["shop", "people"], ["Oslo", "31"], ["Rome", "12"]]
    rows = [t.head, *t.rows]
    wide = [[*row, "", *(more[n] if n < len(more) else ["", ""])] for n, row in enumerate(rows)]
    return [(HEAD, wide[0]), *every(DATA, wide[1:])]


LAYOUTS: Sequence[Layout] = (
    pages,
    pages_with_gap,
    pages_with_title,
    double_spaced,
    group_sums,
    named_sums,
    total_words,
    total_in_second,
    mean_last,
    note_touching,
    notes_touching,
    footnotes,
    numbered_notes,
    notes_with_gaps,
    keys_below,
    end_mark,
    note_far_right,
    narrower_below,
    wider_below,
    titled_below,
    three_tables,
    beside,
)
LEAST = {
    "pages": (3, 5),
    "pages_with_gap": (3, 5),
    "pages_with_title": (3, 5),
    "double_spaced": (2, 2),
    "group_sums": (3, 5),
    "named_sums": (3, 5),
    "total_words": (3, 2),
    "total_in_second": (4, 2),
    "mean_last": (3, 2),
    "keys_below": (5, 2),
    "narrower_below": (3, 3),
    "wider_below": (3, 3),
    "titled_below": (4, 3),
    "three_tables": (4, 3),
    "beside": (3, 3),
}
"""Columns and rows below which a layout cannot be told from another, even by people."""
