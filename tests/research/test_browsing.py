# SPDX-License-Identifier: MIT
"""Any stretch of a file can be read, in every encoding, without what stands before it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from persona_studio.research.browsing import page_job
from persona_studio.research.inspecting import inspect, look
from persona_studio.research.plan import Plan, to_json
from persona_studio.research.readers import csv_text
from persona_studio.research.source import again
from tests.research.reading import silent, written
from tests.shared import IMPORTS, needs_shared

FILES = ("gen_qualtrics.csv", "gen_ms_forms.xlsx", "gen_html_table.xls", "nhs_utf16_cr_lines.csv")


def wide(n: int) -> list[list[str]]:
    return [["Name", "Words"], *([f"Ämter {i}", f"line one\nline {i}; žluť"] for i in range(n))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "gb18030"])
def test_a_page_in_the_middle_is_what_a_whole_reading_gives(tmp_path: Path, encoding: str) -> None:
    records = wide(5_200)
    if encoding == "gb18030":
        records = [[cell.replace("ž", "学").replace("ť", "生") for cell in r] for r in records]
    path = written(tmp_path / "long.csv", records, encoding=encoding)
    found = look(path, Plan(str(path), encoding=encoding, chosen=("encoding",)))
    assert [place.number for place in found.places] == [1000, 2000, 3000, 4000, 5000]
    plan = to_json(found.plan)
    start = csv_text.Places(found.places).before(4_321)
    assert start is not None
    assert start.number == 4000
    page = page_job(str(path), plan, start, 4_321, 50, report=silent)
    assert page.records == records[4_320:4_370]
    assert not page.ended
    last = page_job(str(path), plan, found.places[-1], 5_190, 50, report=silent)
    assert (last.records, last.ended) == (records[5_189:], True)


def test_a_page_brings_beginnings_for_the_next_one(tmp_path: Path) -> None:
    path = written(tmp_path / "long.csv", wide(4_000))
    page = page_job(str(path), to_json(inspect(path)), None, 3_100, 10, report=silent)
    assert [place.number for place in page.places] == [1000, 2000, 3000]


@needs_shared
@pytest.mark.parametrize("name", FILES)
def test_pages_one_after_the_other_are_the_file(name: str) -> None:
    path = IMPORTS / name
    plan = inspect(path)
    whole = list(again(path, plan).records())
    read: list[list[str]] = []
    while True:
        page = page_job(str(path), to_json(plan), None, len(read) + 1, 7, report=silent)
        read += page.records
        if page.ended:
            break
    assert read == [[cell[:2_000] for cell in record] for record in whole]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.lists(st.text(alphabet='a"\n\r,ü ', max_size=6), min_size=2, max_size=3), max_size=40
    )
)
def test_every_noted_beginning_is_the_beginning_of_its_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: list[list[str]]
) -> None:
    monkeypatch.setattr(csv_text, "PLACES_EVERY", 3)
    path = tmp_path / "any.csv"
    path.write_bytes("\n".join(",".join(row) for row in rows).encode())
    form = csv_text.Format("utf-8", ",")
    places = csv_text.Places()
    whole = list(csv_text.records(lambda: path.open("rb"), form, places=places))
    for place in places:
        rest = list(csv_text.records(lambda: path.open("rb"), form, start=place))
        assert rest == whole[place.number - 1 :]
