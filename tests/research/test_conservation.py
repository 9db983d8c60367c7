# SPDX-License-Identifier: MIT
"""Nothing is lost: every row of every readable file is counted, every cell comes out as it was.

The cells are held against readers of the tests' own: Python's csv module on the decoded text,
and the strings of a workbook's XML.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from persona_studio.core.child import READER_MEMORY_MB, Child
from persona_studio.research.importing import import_job, inspect_job
from tests.research import grading
from tests.research.reading import KEY, imported, inspected
from tests.shared import IMPORTS, needs_shared

SECONDS = 30.0
QUOTES = {"unclosed_quote", "stray_quote"}


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    process = Child("conserving", READER_MEMORY_MB)
    yield process
    process.stop()


@pytest.fixture(scope="module")
def plans(child: Child) -> dict[str, dict[str, Any]]:
    """How the child would read every file of the corpus that can be read."""
    names = [str(grading.path_of(truth)) for truth in grading.corpus()]
    items = child.call(inspect_job, names).result(SECONDS)
    return {Path(item["file"]).name: item for item in items if not item["error"]}


@pytest.fixture(autouse=True)
def _rested(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "child" in request.fixturenames:
        request.getfixturevalue("child").stop()


def brought(child: Child, plan: Mapping[str, Any]) -> tuple[Any, dict[int, list[str]]]:
    """Import a file in the child; return the result and its stored cells by row."""
    cells: dict[int, list[str]] = {}
    for message in child.call(import_job, plan["file"], plan, KEY).messages(SECONDS):
        if message.kind == "item":
            cells.update((number, json.loads(row)) for number, _, row in message.value.rows)
        elif message.kind == "error":
            raise message.value
        elif message.kind == "result":
            return message.value, cells
    raise AssertionError("a job ends with a result or an error")


def bare(plan: Mapping[str, Any]) -> dict[str, Any]:
    """Return a plan by which every column is kept as it stands."""
    told = {"role": "numeric", "pii": "kept", "choice": ""}
    roles = {n: {**role, **told} for n, role in plan["roles"].items()}
    return {**plan, "roles": roles, "uses": dict.fromkeys(roles, "keep"), "orders": None}


@needs_shared
@pytest.mark.shared
def test_every_row_of_every_readable_file_is_imported_or_told_as_skipped(
    child: Child, plans: dict[str, dict[str, Any]]
) -> None:
    assert len(plans) > 110
    for name, plan in plans.items():
        if not plan["data_rows"]:
            continue
        rows = [plan["first_data_row"], plan["last_data_row"]]
        result, cells = brought(child, {**plan, "skip_rows": rows})
        assert result.read == result.imported + len(result.skipped) == plan["data_rows"], name
        assert {each["row"] for each in result.skipped} == set(rows), name
        assert len(cells) == result.imported, name
        stored = [each["column"] for each in (*result.questions, *result.left_out)]
        stored += [n for each in result.put_together for n in each["columns"][1:]]
        assert sorted(stored) == list(range(1, plan["columns"] + 1)), name
        assert all(len(row) == len(result.questions) for row in cells.values()), name


@needs_shared
@pytest.mark.shared
def test_cells_of_text_files_are_those_of_the_standard_parser(
    child: Child, plans: dict[str, dict[str, Any]]
) -> None:
    compared = 0
    for name, plan in plans.items():
        odd = {problem["cause"] for problem in plan["problems"]} & QUOTES
        if plan["format"] not in ("csv", "tsv") or odd or name.endswith(".zip"):
            continue
        if not plan["data_rows"]:
            continue
        result, cells = brought(child, bare(plan))
        text = (IMPORTS / name).read_bytes().decode(plan["encoding"], "replace")
        text = text.replace("\0", "")
        wanted = list(csv.reader(io.StringIO(text, newline=""), delimiter=plan["delimiter"]))
        for number, row in cells.items():
            given = wanted[number - 1]
            assert row == (given + [""] * (len(row) - len(given)))[: len(row)], (name, number)
            assert not any(given[len(row) :]), (name, number)
        first, last = plan["first_data_row"], plan["last_data_row"]
        filled = {n for n, row in enumerate(wanted, start=1) if any(map(str.strip, row))}
        missed = filled.intersection(range(first, last + 1)) - set(cells)
        assert missed <= set(plan["ignore_rows"]), name
        compared += result.imported
    assert compared > 5000


@needs_shared
@pytest.mark.shared
def test_texts_of_workbooks_are_those_of_their_xml(
    child: Child, plans: dict[str, dict[str, Any]]
) -> None:
    compared = 0
    for name, plan in plans.items():
        if plan["format"] != "xlsx" or len(plan["sheets"]) > 1:
            continue
        _, cells = brought(child, bare(plan))
        for (row, column), text in texts_of(IMPORTS / name).items():
            if row in cells:
                assert cells[row][column - 1] == text, (name, row, column)
                compared += 1
    assert compared > 1000


def texts_of(path: Path) -> dict[tuple[int, int], str]:
    """Return the text cells of the one sheet of a workbook, by 1-based row and column."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        strings = [name for name in names if name.endswith("sharedStrings.xml")]
        shared = [
            plain(each)
            for name in strings
            for each in ElementTree.fromstring(archive.read(name)).iterfind("{*}si")
        ]
        (sheet,) = (n for n in names if "worksheets/" in n and n.endswith(".xml"))
        root = ElementTree.fromstring(archive.read(sheet))
    found = {}
    for cell in root.iter():
        if cell.tag.endswith("}c") and cell.get("t") in ("s", "inlineStr"):
            inner = cell.find("{*}is")
            said = cell.find("{*}v")
            letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r", "")).groups()
            column = 0
            for letter in letters:
                column = column * 26 + ord(letter) - 64
            text = plain(inner) if inner is not None else shared[int(said.text)]
            found[int(row), column] = text
    return found


def plain(item: ElementTree.Element) -> str:
    """Return the text of a string: its runs, without readings."""
    parts = [t.text or "" for t in item.iterfind("{*}t")]
    parts += [t.text or "" for t in item.iterfind("{*}r/{*}t")]
    return re.sub("_x([0-9A-F]{4})_", lambda code: chr(int(code[1], 16)), "".join(parts))


LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff")
CELL = st.text(LETTERS | st.sampled_from("\r\n\t\",;|' "), max_size=12)
LATIN = st.text(st.sampled_from("abcäöüßéèñç\r\n\t\",;|' "), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(
    rows=st.lists(st.lists(CELL | LATIN, min_size=3, max_size=3), min_size=1, max_size=12),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-be", "mac_roman"]),
    ends=st.sampled_from(["\n", "\r\n", "\r"]),
    always=st.booleans(),
)
def test_whatever_is_written_down_comes_out_of_the_import_the_same(
    tmp_path: Path, rows: Any, delimiter: str, encoding: str, ends: str, always: Any
) -> None:
    table = [["first heading", "second heading", "third heading"], *rows]
    lines = [delimiter.join(written_down(cell, always) for cell in row) for row in table]
    text = "".join(line + ends for line in lines)
    assume(fits(text, encoding))
    path = tmp_path / "any.csv"
    path.write_bytes(text.encode(encoding))
    plan = {
        "file": str(path),
        "encoding": encoding,
        "encoding_sure": 1.0,
        "delimiter": delimiter,
        "header_rows": [1],
        "first_data_row": 2,
        "columns": 3,
        "data_rows": len(rows),
        "roles": {str(n): "numeric" for n in (1, 2, 3)},
    }
    got = imported(path, plan)
    kept = [row for row in rows if any(cell and not cell.isspace() for cell in row)]
    assert got.cells == kept
    assert got.result.read == got.result.imported == len(kept)


def written_down(cell: str, always: bool) -> str:
    """Return a cell as RFC 4180 has it (Python's writer leaves some line ends bare)."""
    bare = not always and not set(cell) & set('\r\n\t",;|')
    return cell if bare else '"' + cell.replace('"', '""') + '"'


def fits(text: str, encoding: str) -> bool:
    """Tell whether an encoding has all letters of a text."""
    return text.encode(encoding, "replace").decode(encoding) == text


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        ("who,town\nann,Oslo\nbob\ncid,Rome,x\n", {("ragged_rows", 3), ("ragged_rows", 4)}),
        ('who,town\nann,"Oslo\nbob,Rome\n', {("unclosed_quote", 2)}),
        ('who,town\nann,Oslo\nbob,"Ro"me"\n', {("stray_quote", 3)}),
        ("who,town\nann,Oslo\nbob,Ro\0me\n", {("nul", 3)}),
    ],
)
def test_what_is_odd_is_told_with_its_row_and_still_imported(
    tmp_path: Path, text: str, causes: set[tuple[str, int]]
) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(text.encode())
    plan = inspected(path)
    assert causes <= {(problem["cause"], problem["row"]) for problem in plan["problems"]}
    got = imported(path, plan)
    assert got.numbers == list(range(2, 2 + len(got.numbers)))
    assert got.result.read == got.result.imported == text.count("\n") - 1
