# SPDX-License-Identifier: MIT
"""How well files in layouts nobody has seen are understood; floors only rise."""

import csv
import io
from random import Random

import pytest
import xlsxwriter

from persona_studio.core.errors import StudioError
from persona_studio.research.inspecting import inspect
from persona_studio.research.plan import to_json
from tests.research import grading
from tests.research.made import endings, layouts, people, reports

SIZES = (1, 2, 5, 30)
KEYS = ("id", "time", "city", "gender", "age", "satisfied", "channels", "yesno", "comment", "spend")
STRUCTURE_FLOOR = 0.97
"""Share of made files in the layouts of tools whose structure is found to the last row."""
LEAST = {**layouts.LEAST, **reports.LEAST, **endings.LEAST}
LANGUAGES = ("en", "de", "fr", "es", "pl", "ja")


def table(seed, rows, language="en"):
    rng = Random(seed)
    keys = rng.sample(KEYS, rng.randint(4, len(KEYS)))
    head, cells, _ = people.survey(language, rng, rows, keys)
    return layouts.Table(head, cells, rng)


def written(path, rows, rng):
    if path.suffix == ".xlsx":
        with xlsxwriter.Workbook(str(path)) as book:
            sheet = book.add_worksheet()
            for n, row in enumerate(rows):
                for place, cell in enumerate(row):
                    as_number = cell.replace(".", "", 1).isdigit() and len(cell) < 12
                    sheet.write(n, place, float(cell) if as_number else cell)
        return path
    text = io.StringIO()
    mark = rng.choice([",", ";", "\t", "|"])
    csv.writer(text, delimiter=mark, lineterminator=rng.choice(["\n", "\r\n"])).writerows(rows)
    path.write_text(text.getvalue(), "utf-8", newline="")
    return path


def said_of(path):
    try:
        return to_json(inspect(path))
    except StudioError as error:
        return {"error": error.as_dict(), "roles": {}}


def possible(layout, made):
    columns, rows = LEAST.get(layout.__name__, (2, 1))
    return made.width >= columns and len(made.rows) >= rows


def graded(folder, ending, seeds, those=layouts.LAYOUTS, languages=("en",)):
    """Yield (layout, what is wrong) of made files."""
    for layout in those:
        for seed in seeds:
            language = languages[seed % len(languages)]
            made = table(f"{layout.__name__} {seed}", SIZES[seed % len(SIZES)], language)
            if possible(layout, made):
                rows, truth = layouts.laid(layout, made)
                if ending == ".xlsx" or truth["tables"]:
                    truth["columns"] = max(layouts.reach(row) for row in rows)
                said = said_of(written(folder / f"made{ending}", rows, made.rng))
                yield layout.__name__, list(grading.wrong_structure(truth, said))


@pytest.mark.parametrize(("ending", "seeds"), [(".csv", range(8)), (".xlsx", range(3))])
def test_layouts_of_real_exports_are_found_without_a_click(tmp_path, ending, seeds):
    found = list(graded(tmp_path, ending, seeds))
    wrong = [(name, faults) for name, faults in found if faults]
    assert 1 - len(wrong) / len(found) >= STRUCTURE_FLOOR, wrong


@pytest.mark.parametrize(("ending", "seeds"), [(".csv", range(6)), (".xlsx", range(6, 9))])
def test_reports_as_people_lay_them_out_are_found_without_a_click(tmp_path, ending, seeds):
    found = list(graded(tmp_path, ending, seeds, (*reports.LAYOUTS, *endings.LAYOUTS), LANGUAGES))
    assert len(found) > 100
    assert [(name, faults) for name, faults in found if faults] == []
