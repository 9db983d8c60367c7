# SPDX-License-Identifier: MIT
"""What columns are for, in fourteen languages and as many tools name them; floors only rise."""

import csv
import io
from random import Random

from persona_studio.research.inspecting import inspect
from persona_studio.research.plan import to_json
from tests.research import grading
from tests.research.made import exports, people

ROLES_FLOOR = 0.98
SCALES_FLOOR = 0.95


def said_of(path, head, rows, mark=",", encoding="utf-8"):
    text = io.StringIO()
    csv.writer(text, delimiter=mark).writerows([head, *rows])
    path.write_bytes(text.getvalue().encode(encoding, "replace"))
    return to_json(inspect(path))


def surveys(folder):
    """Yield (truth, what is said) of surveys in every language and encoding it is written in."""
    for code, locale in people.locales().items():
        for encoding in locale.encodings:
            rng = Random(f"{code} {encoding}")
            head, rows, roles = people.survey(code, rng, rng.choice([12, 40, 90]))
            mark = ";" if locale.decimal == "," else ","
            truth = {
                "file": f"{code} {encoding}",
                "encoding": encoding,
                "delimiter": mark,
                "decimal": locale.decimal,
                "header_rows": [1],
                "first_data_row": 2,
                "data_rows": len(rows),
                "columns": len(head),
                "roles": roles,
                "date_order": locale.dates,
            }
            yield truth, said_of(folder / "made.csv", head, rows, mark, encoding)


def test_surveys_in_many_languages_are_understood(tmp_path):
    found = list(surveys(tmp_path))
    structure = [(t["file"], f) for t, said in found if (f := [*grading.wrong_structure(t, said)])]
    assert structure == []
    roles = [(t["file"], fault) for t, said in found for fault in grading.wrong_roles(t, said)]
    assert 1 - len(roles) / sum(len(t["roles"]) for t, _ in found) >= ROLES_FLOOR, roles
    orders = [(t["file"], said["date_order"]) for t, said in found if t["date_order"] != "ymd"]
    assert orders == [(t["file"], t["date_order"]) for t, _ in found if t["date_order"] != "ymd"]


def test_scales_in_many_languages_are_put_in_order(tmp_path):
    told, wrong = 0, []
    for truth, said in surveys(tmp_path):
        for column, role in truth["roles"].items():
            if "order" in role and "?" not in "".join(said["roles"][column]["order"]):
                told += 1
                if said["roles"][column]["order"] != role["order"]:
                    wrong.append((truth["file"], said["roles"][column]["order"]))
    assert told > 50
    assert 1 - len(wrong) / told >= SCALES_FLOOR, wrong


def test_columns_of_many_tools_are_understood(tmp_path):
    graded, wrong, missed, spoilt = 0, [], [], []
    for tool in exports.tools():
        head, rows, roles = exports.export(tool, Random(tool), 60)
        said = said_of(tmp_path / "made.csv", head, rows)
        graded += len(roles)
        wrong += [(tool, fault) for fault in grading.wrong_roles({"roles": roles}, said)]
        for column, role in roles.items():
            found = said["roles"][column]["role"]
            missed += [(tool, column)] if role == "pii" != found else []
            spoilt += [(tool, column)] if found == "pii" != role else []
    assert missed == []
    assert len(spoilt) <= 3, spoilt
    assert 1 - len(wrong) / graded >= ROLES_FLOOR, wrong
