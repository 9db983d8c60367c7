# SPDX-License-Identifier: MIT
"""However a table is written down: marks, quotes, line ends, encodings, sheets beside it."""

import csv
import io
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter

from tests.research import grading
from tests.research.made import layouts, people
from tests.research.test_layouts import KEYS, said_of

FLOOR = 0.985
"""Share of made files that are understood to the last row and letter."""
ROWS = (1, 2, 3, 5, 12, 40)
LAYOUTS = (
    *(layouts._plain, layouts._plain, layouts.title_and_gap),
    *(layouts.source_note, layouts.codes_and_texts),
)
COVERS = (
    [["Guest survey"], ["May 2024"], ["by the front office"]],
    [["Read me"], [], ["Each row of the sheet with answers is one guest."], ["Codes: see there."]],
)


def table(rng: Random) -> tuple[people.Locale, list[list[str]], dict[str, Any]]:
    """Return a language, the rows of a survey in a layout, and the truth about it."""
    locale = people.locales()[rng.choice(list(people.locales()))]
    keys = rng.sample(KEYS, rng.randint(4, len(KEYS)))
    head, cells, _ = people.survey(locale.code, rng, rng.choice(ROWS), keys)
    return locale, *layouts.laid(rng.choice(LAYOUTS), layouts.Table(head, cells, rng))


def shifted(truth: dict[str, Any], rows: int) -> dict[str, Any]:
    """Return the truth of a table that begins some rows further down."""
    single = {key: truth[key] and truth[key] + rows for key in ("label_row", "first_data_row")}
    many = {key: [n + rows for n in truth[key]] for key in ("header_rows", "ignore_rows")}
    return {**truth, **single, **many}


def text_file(path: Path, rng: Random) -> tuple[dict[str, Any], str]:
    """Write a text table in some form; return the truth, and the text it must be read as."""
    locale, rows, truth = table(rng)
    mark, end = rng.choice([",", ";", "\t", "|"]), rng.choice(["\n", "\r\n", "\r"])
    quote = rng.choice(['"', '"', '"', "'"])
    always = [csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC] + [csv.QUOTE_MINIMAL] * (quote == '"')
    text = io.StringIO()
    writer = csv.writer(
        text, delimiter=mark, lineterminator=end, quotechar=quote, quoting=rng.choice(always)
    )
    writer.writerows(rows)
    said = text.getvalue()
    if rng.random() < 0.3:
        said = said.rstrip("\r\n")
    if rng.random() < 0.2:
        said, truth = f"sep={mark}{end}{said}", shifted(truth, 1)
    wide = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
    data = said.encode(rng.choice([*locale.encodings, *wide]), "replace")
    path.write_bytes(data)
    return {**truth, "delimiter": mark, "quote": quote}, said


def test_texts_in_any_form_are_found_without_a_click(tmp_path: Path) -> None:
    wrong = []
    for seed in range(150):
        path = tmp_path / "made.csv"
        truth, text = text_file(path, Random(f"text {seed}"))
        said = said_of(path)
        faults = list(grading.wrong_structure(truth, said))
        read = path.read_bytes().decode(said["encoding"], "replace").removeprefix("\ufeff")
        faults += ["letters"] * (read != text and "?" not in text)
        faults += ["quote"] * (truth["quote"] == "'" != said["quote"])
        wrong += [(seed, faults)] if faults else []
    assert 1 - len(wrong) / 150 >= FLOOR, wrong


def book(path: Path, rng: Random) -> dict[str, Any]:
    """Write a workbook with the answers on one of its sheets; return the truth about it."""
    _, rows, truth = table(rng)
    codes = [["code", "meaning"], *([str(n), f"answer {n}"] for n in range(rng.randint(2, 40)))]
    sheets = [("Answers", rows), ("Cover", rng.choice(COVERS)), ("Codes", codes), ("Empty", [])]
    rng.shuffle(sheets)
    with xlsxwriter.Workbook(str(path)) as made:
        for name, cells in [*sheets, ("Old answers", [*rows, *rows])]:
            sheet = made.add_worksheet(name)
            for n, row in enumerate(cells):
                sheet.write_row(n, 0, row)
        made.get_worksheet_by_name("Answers").activate()
        made.get_worksheet_by_name("Answers").set_first_sheet()
        made.get_worksheet_by_name("Old answers").hide()
    columns = max(layouts.reach(row) for row in rows)
    return {**truth, "sheet": "Answers", "columns": columns}


def test_the_sheet_with_the_answers_is_found_among_others(tmp_path: Path) -> None:
    wrong = []
    for seed in range(40):
        truth = book(tmp_path / "made.xlsx", Random(f"book {seed}"))
        if truth["data_rows"] > 4:  # fewer answers than codes are told from them by nobody
            faults = list(grading.wrong_structure(truth, said_of(tmp_path / "made.xlsx")))
            wrong += [(seed, faults)] if faults else []
    assert len(wrong) <= 1, wrong
