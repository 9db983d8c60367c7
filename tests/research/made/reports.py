# SPDX-License-Identifier: MIT
"""Layouts as people make reports by hand: what stands above, in the headings, beside."""

import json
from collections.abc import Sequence

from tests.research.made.layouts import (
    ABOVE,
    BELOW,
    DATA,
    HEAD,
    LABEL,
    SUM,
    Layout,
    Part,
    Row,
    Table,
)


def body(t: Table) -> list[Part]:
    return [(DATA, row) for row in t.rows]


def plain(t: Table) -> list[Part]:
    return [(HEAD, t.head), *body(t)]


def every(kind: int, rows: Sequence[Row]) -> list[Part]:
    return [(kind, row) for row in rows]


def keys_in_one_cell(t: Table) -> list[Part]:
    lines = ["Survey: Guests 2024", "Owner: Front office", "Exported: 2024-05-02 09:12"]
    lines += ["Responses: 350", "Status: closed"]
    return [*every(ABOVE, [*(t.either(line) for line in lines), t.blank()]), *plain(t)]


def keys_with_figures(t: Table) -> list[Part]:
    lines = [("Project", "Guests"), ("Start date", "2024-03-01"), ("Responses", "350")]
    rows = [t.either(*line) for line in lines]
    return [*every(ABOVE, [t.either("Export"), *rows, t.blank(), t.blank()]), *plain(t)]


def keys_in_pairs(t: Table) -> list[Part]:
    lines = [("Client", "Demo Ltd", "Wave", "3"), ("Country", "AT", "Mode", "online")]
    return [*every(ABOVE, [*(t.either(*line) for line in lines), t.blank()]), *plain(t)]


def keys_and_gaps(t: Table) -> list[Part]:
    rows = [t.either("Report:", "Visits"), t.blank(), t.either("From:", "1 May 2024")]
    return [*every(ABOVE, [*rows, t.blank()]), *plain(t)]


def title_in_the_middle(t: Table) -> list[Part]:
    row = t.wide()
    row[t.width // 2] = "Guest survey 2024"
    return [*every(ABOVE, [row, t.wide()]), *plain(t)]


def blank_rows_first(t: Table) -> list[Part]:
    return [*every(ABOVE, [t.wide(), t.wide()]), *plain(t)]


def slashes(t: Table) -> list[Part]:
    lines = ["// exported by the till", "// do not edit"]
    return [*every(ABOVE, [[line] for line in lines]), *plain(t)]


def long_intro(t: Table) -> list[Part]:
    text = "These are the answers to our survey of May. Please read the guide before you use them."
    return [*every(ABOVE, [t.either(text), t.either("Contact: office"), t.blank()]), *plain(t)]


def bare_units(t: Table) -> list[Part]:
    row = [["years", "EUR", "kg", "%"][i % 4] for i in range(t.width)]
    return [(LABEL, t.head), (HEAD, [f"[{each}]" for each in row]), *body(t)]


def some_units(t: Table) -> list[Part]:
    row = ["" if i < 1 else f"({['EUR', 'years', '%'][i % 3]})" for i in range(t.width)]
    return [(LABEL, t.head), (HEAD, row), *body(t)]


def groups_of_two(t: Table) -> list[Part]:
    top = t.wide()
    for place in range(1, t.width - 1, 2):
        top[place] = ["Before", "After", "Later", "At home", "On the way"][place // 2 % 5]
    return [(HEAD, top), (LABEL, t.head), *body(t)]


def groups_with_same_names(t: Table) -> list[Part]:
    top, low = [t.head[0], *t.wide()[1:]], ["", *t.head[1:]]
    for place in range(1, t.width - 1, 2):
        top[place] = ["Before", "After", "Later", "At home", "On the way"][place // 2 % 5]
        low[place : place + 2] = ["first", "second"]
    return [(LABEL, top), (HEAD, low), *body(t)]


def title_and_groups(t: Table) -> list[Part]:
    return [*every(ABOVE, [t.either("All guests, May 2024"), t.blank()]), *groups_of_two(t)]


def texts_over_codes(t: Table) -> list[Part]:
    codes = [f"v_{n}" for n in range(1, t.width + 1)]
    texts = [f"What would you say about the {name} of our house?" for name in t.head]
    return [(LABEL, texts), (HEAD, codes), *body(t)]


def texts_over_imports(t: Table) -> list[Part]:
    made = [json.dumps({"ImportId": f"QID{n}"}) for n in range(t.width)]
    return [(LABEL, t.head), (HEAD, made), *body(t)]


def lines_in_headings(t: Table) -> list[Part]:
    return [(HEAD, [f"{name}\n(please tick)" for name in t.head]), *body(t)]


def lines_in_cells(t: Table) -> list[Part]:
    rows = [[*row[:-1], f"first line\nsecond; line, {n}"] for n, row in enumerate(t.rows)]
    return [(HEAD, t.head), *every(DATA, rows)]


def years(t: Table) -> list[Part]:
    head = ["Region", *(str(2015 + n) for n in range(5))]
    rows = [[name, *(str(t.rng.randint(100, 9999)) for _ in range(5))] for name in _names(t)]
    return [(HEAD, head), *every(DATA, rows)]


def years_in_words(t: Table) -> list[Part]:
    head = ["Region", "Unit", *(f"Q{n} 2024" for n in range(1, 5))]
    rows = [[name, "EUR", *(str(t.rng.randint(100, 9999)) for _ in range(4))] for name in _names(t)]
    return [(HEAD, head), *every(DATA, rows)]


def months(t: Table) -> list[Part]:
    head = ["Shop", *(f"2024-{n:02}-01" for n in range(1, 6))]
    rows = [[name, *(str(t.rng.randint(100, 9999)) for _ in range(5))] for name in _names(t)]
    return [(HEAD, head), *every(DATA, rows)]


def grid(t: Table) -> list[Part]:
    head = ["Person", *map(str, range(1, 7))]
    rows = [
        [f"P{n:03}", *(str(t.rng.randint(1, 5)) for _ in range(6))] for n, _ in enumerate(t.rows)
    ]
    return [(HEAD, head), *every(DATA, rows)]


def _names(t: Table) -> list[str]:
    return [f"{['North', 'South', 'East', 'West'][n % 4]} {n // 4 + 1}" for n in range(len(t.rows))]


def margin_right(t: Table) -> list[Part]:
    return [(HEAD, [*t.head, "", "", ""]), *every(DATA, [[*row, "", "", ""] for row in t.rows])]


def margin_left(t: Table) -> list[Part]:
    return [(HEAD, ["", *t.head]), *every(DATA, [["", *row] for row in t.rows])]


def margin_and_title(t: Table) -> list[Part]:
    return [*every(ABOVE, [["", "Guest survey", *t.wide()[1:]], ["", *t.wide()]]), *margin_left(t)]


def spacer(t: Table) -> list[Part]:
    rows = [[*row[:2], "", *row[2:]] for row in [t.head, *t.rows]]
    return [(HEAD, rows[0]), *every(DATA, rows[1:])]


def index_of_zero(t: Table) -> list[Part]:
    return [(HEAD, ["", *t.head]), *every(DATA, [[str(n), *row] for n, row in enumerate(t.rows)])]


def one_column(t: Table) -> list[Part]:
    said = ["good food", "too loud", "I will come again", "nothing", "the staff", "the view"]
    rows = [[f"{t.rng.choice(said)} {t.rng.choice(said)}"] for _ in t.rows]
    return [(HEAD, ["What did you like about us?"]), *every(DATA, rows)]


def capitals(t: Table) -> list[Part]:
    return [(HEAD, [name.upper().replace(" ", "_") for name in t.head]), *body(t)]


def only_words(t: Table) -> list[Part]:
    towns, kinds = ["Oslo", "Rome", "Graz", "Bern"], ["new", "old", "regular"]
    said = ["very good", "good", "so so", "bad"]
    rows = [[t.rng.choice(each) for each in (towns, kinds, said)] for _ in t.rows]
    return [(HEAD, ["Town", "Guest", "How was it?"]), *every(DATA, rows)]


def contacts(t: Table) -> list[Part]:
    rows = [
        [f"Firm {chr(65 + n % 26)}", f"Ann Demo{n}", f"a{n}@example.org"]
        for n, _ in enumerate(t.rows)
    ]
    return [(HEAD, ["Company", "Contact", "Mail"]), *every(DATA, rows)]


def contacts_with_title(t: Table) -> list[Part]:
    return [*every(ABOVE, [["Address list", "", ""], ["", "", ""]]), *contacts(t)]


def figures_with_totals(t: Table) -> list[Part]:
    rows = [
        [f"2024-05-{n % 28 + 1:02}", str(n * 7 + 3), f"{n * 2.5:.1f}%"]
        for n, _ in enumerate(t.rows)
    ]
    total = ["Total", str(len(rows) * 9), "55.0%"]
    return [(HEAD, ["Day", "Visits", "Share"]), *every(DATA, rows), (SUM, total)]


def quiet_people(t: Table) -> list[Part]:
    """Return people at the end who broke off after half of the questions."""
    kept = max(2, t.width // 2)
    rows = [[*row[:kept], *t.wide()[kept:]] for row in t.rows[-2:]]
    return [*plain(t), *every(DATA, rows)]


def gap_before_answers(t: Table) -> list[Part]:
    return [(HEAD, t.head), (BELOW, t.wide()), *body(t)]


def rule_under_heading(t: Table) -> list[Part]:
    return [(HEAD, t.head), (SUM, ["-----"] * t.width), *body(t)]


LAYOUTS: Sequence[Layout] = (
    keys_in_one_cell,
    keys_with_figures,
    keys_in_pairs,
    keys_and_gaps,
    title_in_the_middle,
    blank_rows_first,
    slashes,
    long_intro,
    bare_units,
    some_units,
    groups_of_two,
    groups_with_same_names,
    title_and_groups,
    texts_over_codes,
    texts_over_imports,
    lines_in_headings,
    lines_in_cells,
    years,
    years_in_words,
    months,
    grid,
    margin_right,
    margin_left,
    margin_and_title,
    spacer,
    index_of_zero,
    one_column,
    capitals,
    only_words,
    contacts,
    contacts_with_title,
    figures_with_totals,
    quiet_people,
    gap_before_answers,
    rule_under_heading,
)
LEAST = {
    "keys_with_figures": (3, 2),
    "keys_in_pairs": (5, 5),
    "groups_of_two": (5, 2),
    "groups_with_same_names": (5, 2),
    "title_and_groups": (5, 2),
    "one_column": (2, 5),
    "only_words": (2, 5),
    "contacts_with_title": (2, 2),
    "figures_with_totals": (2, 2),
    "quiet_people": (4, 5),
}
"""Columns and rows below which a layout cannot be told from another, even by people."""
