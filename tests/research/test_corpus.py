# SPDX-License-Identifier: MIT
"""The whole test corpus through the real reading child: structure, roles, hostile files."""

import time
from typing import Any

import pytest

from persona_studio.core.child import Child
from persona_studio.core.errors import StudioError
from persona_studio.research.importing import inspect_job
from tests.research import grading
from tests.shared import IMPORTS, needs_shared

READABLE = 113
ROLES_FLOOR = 342
HOSTILE_SECONDS = 10.0
"""Generous: a slow machine is no fault; a hang is."""

EXACT = (
    "survey_dash_missing.csv",
    "google_forms_semicolon_multi.xlsx",
    "gen_google_forms.csv",
    "hotels_semicolon_decimal_comma_cp1252.csv",
    "gen_hubspot_contacts.csv",
)
ERRORS = {
    "empty_sheet.xlsx": "empty",
    "gen_20000_columns.csv": "too_many_columns",
    "gen_billion_laughs.xlsx": "unsafe",
    "gen_binary.csv": "binary",
    "gen_far_corner_cell.xlsx": "too_big",
    "gen_truncated.xlsx": "damaged",
    "gen_zero_bytes.xlsx": "empty",
    "gen_zip_bomb.xlsx": "too_big",
    "password.ods": "encrypted",
    "password.xlsb": "encrypted",
    "password.xlsx": "encrypted",
    "repeated_cells_dos.ods": "too_big",
    "too_small.xls": "damaged",
    "torture_all-empty.csv": "empty",
    "torture_bad-header-no-header.csv": "empty",
}
CAUSES = {
    "defective_rows.csv": ("ragged_rows", 2),
    "gen_mixed_utf8_latin1.csv": ("bad_bytes", 32),
    "torture_bad-header-less-fields.csv": ("ragged_rows", 2),
    "torture_bad-header-more-fields.csv": ("ragged_rows", 2),
    "torture_bad-missing-quote.csv": ("unclosed_quote", 2),
    "torture_bad-quotes-with-unescaped-quote.csv": ("stray_quote", 2),
    "torture_header-no-rows.csv": ("no_rows", None),
    "crosstab_not_responses.csv": ("crosstab", None),
    "crosstab_banded_header_grand_total.csv": ("crosstab", None),
}

pytestmark = [needs_shared, pytest.mark.shared]


@pytest.fixture(scope="module")
def told():
    """What `inspect` says of every file, from one reading child."""
    child = Child("grading", 2048)
    said: dict[str, Any] = {}
    try:
        for truth in grading.corpus():
            said[truth["file"]] = inspected(child, truth)
    finally:
        child.stop()
    return said


def inspected(child, truth):
    start = time.monotonic()
    try:
        (item,) = child.call(inspect_job, [str(grading.path_of(truth))]).result(HOSTILE_SECONDS)
    except StudioError as error:
        item = {"error": error.as_dict(), "roles": {}, "problems": []}
    return {**item, "seconds": time.monotonic() - start}


def truths():
    return [truth for truth in grading.corpus() if grading.readable(truth)]


def test_structure_of_every_file_is_found_without_a_click(told):
    wrong = {t["file"]: list(grading.wrong_structure(t, told[t["file"]])) for t in truths()}
    assert len(wrong) >= READABLE
    assert {name: faults for name, faults in wrong.items() if faults} == {}


def test_roles_are_found_without_a_click(told):
    graded = sum(len(truth.get("roles", {})) for truth in truths())
    wrong = [fault for t in truths() for fault in grading.wrong_roles(t, told[t["file"]])]
    assert graded - len(wrong) >= ROLES_FLOOR, wrong


def test_every_column_with_personal_data_is_found(told):
    for truth in truths():
        for column, role in truth.get("roles", {}).items():
            wanted = role["role"] if isinstance(role, dict) else role
            found = told[truth["file"]]["roles"].get(column, {"role": None})
            if wanted == "pii" and not (truth["file"] == "shopify_orders.csv" and column == "1"):
                assert found["role"] == "pii", (truth["file"], column, found)


def test_only_files_of_orders_are_offered_a_roll_up(told):
    kinds = {truth["file"]: truth["kind"] for truth in grading.corpus()}
    offered = {name for name, item in told.items() if item.get("orders")}
    assert offered == {name for name, kind in kinds.items() if kind == "orders"}


@pytest.mark.parametrize("name", EXACT)
def test_files_of_common_tools_are_right_to_the_last_column(told, name):
    truth = next(t for t in grading.corpus() if t["file"] == name)
    assert list(grading.wrong_structure(truth, told[name])) == []
    assert list(grading.wrong_roles(truth, told[name])) == []


@pytest.mark.parametrize(("name", "kind"), sorted(ERRORS.items()))
def test_what_cannot_be_read_says_why(told, name, kind):
    error = told[name]["error"]
    assert error is not None
    assert error["kind"] == kind
    assert error["message"].endswith((".", "!"))
    assert error["hint"]


@pytest.mark.parametrize(("name", "wanted"), sorted(CAUSES.items()))
def test_what_needs_a_look_is_named_with_its_row(told, name, wanted):
    cause, row = wanted
    found = [p for p in told[name]["problems"] if p["cause"] == cause]
    assert found, told[name]["problems"]
    assert found[0]["row"] == row


def test_hostile_files_neither_hang_nor_crash(told):
    for truth in grading.corpus():
        if truth["kind"] == "hostile":
            said = told[truth["file"]]
            assert said["seconds"] < HOSTILE_SECONDS, truth["file"]
            assert said["error"] is None or said["error"]["kind"] != "unexpected", truth["file"]


def test_a_table_in_an_archive_is_read_beside_what_was_written_about_it(told):
    assert told["gen_export.zip"]["error"] is None
    assert told["gen_export.zip"]["data_rows"] == 60


def test_spread_questions_are_gathered(told):
    for truth in grading.corpus():
        for group in truth.get("multi_select_groups") or ():
            groups = told[truth["file"]]["multi_select_groups"]
            inside = [g for g in groups if g[0] <= group[0] and g[1] >= group[1]]
            assert inside, (truth["file"], groups)


def test_the_corpus_is_what_it_says():
    assert len(list(IMPORTS.iterdir())) >= len(grading.corpus())


def test_tables_of_people_are_not_taken_for_summaries(told):
    alarmed = {
        name for name, said in told.items() for p in said["problems"] if p["cause"] == "crosstab"
    }
    people = {
        t["file"] for t in truths() if "respondent_id" in map(str, t.get("roles", {}).values())
    }
    assert not alarmed & people
