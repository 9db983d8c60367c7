# SPDX-License-Identifier: MIT
"""The import job: every row counted, cells untouched, personal data gone before it is sent."""

import pickle
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from persona_studio.core.errors import StudioError
from persona_studio.evidence.names import digest_of, form_of
from persona_studio.evidence.privacy import MASK, pseudonym
from persona_studio.research.importing import LABELS_MOST
from persona_studio.research.plan import from_json
from persona_studio.research.rows import read
from tests.research.reading import KEY, imported, inspected, written
from tests.shared import IMPORTS, needs_shared

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
HEAD = ["Respondent ID", "E-mail", "City", "How often do you come?", "Why?"]
NEEDLES = ("needle.one@example.org", "+49 30 90182044", "DE89370400440532013000")


def people(n: int) -> list[list[str]]:
    often = ("Never", "Sometimes", "Always")
    cities = ("Oslo", "Rome", "Graz", "")
    return [
        [f"R{i:04}", f"p{i}@example.org", cities[i % 4], often[i % 3], f"Because of thing {i}."]
        for i in range(n)
    ]


def codes_of(read, position):
    """Decode the codes of one column over all slices."""
    found = []
    for each in read.slices:
        codes = each.codes[position]
        data = codes.data
        step = codes.width
        found += [int.from_bytes(data[i : i + step], "little") for i in range(0, len(data), step)]
    return found


def test_slices_hold_five_hundred_rows_and_their_codes_mean_their_cells(tmp_path):
    got = imported(written(tmp_path / "people.csv", [HEAD, *people(2300)]))
    assert [len(each.rows) for each in got.slices] == [500, 500, 500, 500, 300]
    assert got.numbers == list(range(2, 2302))
    assert got.respondents[0] == "R0000"
    for position, labels in got.result.labels.items():
        assert labels[0] == ""
        decoded = [labels[code] for code in codes_of(got, position)]
        assert decoded == [row[position] for row in got.cells]
    assert pickle.loads(pickle.dumps(got.slices[0])) == got.slices[0]


def test_the_counts_agree_and_the_email_stays_out(tmp_path):
    got = imported(written(tmp_path / "people.csv", [HEAD, *people(60)])).result
    assert (got.read, got.imported, got.skipped) == (60, 60, [])
    assert [out["column"] for out in got.left_out] == [2]
    assert got.linked
    assert [q["label"] for q in got.questions] == [HEAD[0], *HEAD[2:]]
    assert [q["position"] for q in got.questions] == [0, 1, 2, 3]
    assert [q["column"] for q in got.questions] == [1, 3, 4, 5]
    assert got.questions[2]["order"] == ["Never", "Sometimes", "Always"]


def test_rows_left_out_by_the_user_are_told_with_a_reason(tmp_path):
    path = written(tmp_path / "people.csv", [HEAD, *people(30)])
    got = imported(path, skip_rows=[5, 9]).result
    assert (got.read, got.imported) == (30, 28)
    assert [each["row"] for each in got.skipped] == [5, 9]
    assert all(each["reason"] for each in got.skipped)


def test_a_pseudonymised_email_is_the_key_that_links_waves(tmp_path):
    rows = [row[1:] for row in [HEAD, *people(40)]]
    path = written(tmp_path / "people.csv", rows)
    got = imported(path, uses={"1": {"use": "pseudonymise", "reason": ""}})
    assert got.result.linked
    assert got.respondents[3] == pseudonym(KEY, "p3@example.org")
    assert got.cells[3][0] == got.respondents[3]


def test_without_an_id_the_row_number_is_the_key(tmp_path):
    rows = [row[2:] for row in [HEAD, *people(40)]]
    got = imported(written(tmp_path / "people.csv", rows))
    assert not got.result.linked
    assert got.respondents[:2] == ["2", "3"]


def test_planted_personal_data_never_reaches_a_slice(tmp_path):
    rows = people(50)
    for i, needle in enumerate(NEEDLES):
        rows[i * 7][4] = f"Please write to {needle}, it never came."
        rows[i * 7][1] = NEEDLES[0]
    rows[40][2] = rows[44][2] = f"Other: {NEEDLES[0]}"
    path = written(tmp_path / "people.csv", [HEAD, *rows])
    got = imported(path)
    sent = pickle.dumps([got.slices, got.result, inspected(path)]).decode("latin-1")
    assert not [needle for needle in NEEDLES if needle in sent]
    assert got.result.masked == 5


def test_people_are_not_named_in_their_own_words(tmp_path):
    head = ["Response ID", "Full name", "How was it?", "Score"]
    called = ("Ada Stone", "Bea Rivers", "Cleo Woods")
    rows = [[f"R{i}", called[i % 3], f"It was fine, number {i}.", "4"] for i in range(40)]
    rows[3][2] = "I am Ada stone, and the stones were warm."
    rows[4][2] = "Cleo told me that it was good."
    got = imported(written(tmp_path / "people.csv", [head, *rows]))
    words = [cells[1] for cells in got.cells]
    assert words[3] == f"I am {MASK} {MASK}, and the {MASK} were warm."
    assert words[4] == rows[4][2], "another person's name is not looked for"
    assert got.result.masked == 3
    kept = {digest_of(KEY, form_of(name)) for name in ("Stone, Ada", "bea rivers", "Cleo Woods")}
    assert set(got.result.names) == kept


def test_an_address_that_strays_into_figures_or_keys_is_not_stored(tmp_path):
    head = ["Respondent ID", "How often?", "Age", "When?", "Yes or no?"]
    often = ("Never", "Sometimes", "Always")
    rows = [
        [f"R{i}", often[i % 3], str(20 + i), f"2026-05-{i % 28 + 1:02}", "yes"] for i in range(60)
    ]
    for place, row in enumerate((7, 17, 27, 37, 47)):
        rows[row][place] = f"needle{place}@example.org"
    got = imported(written(tmp_path / "people.csv", [head, *rows]))
    sent = pickle.dumps([got.slices, got.result]).decode("latin-1")
    assert "needle" not in sent
    assert got.respondents[7] == pseudonym(KEY, "needle0@example.org")
    assert len(set(got.respondents)) == 60


def test_a_column_with_too_many_texts_sends_no_labels(tmp_path):
    rows = [["id", "words"], *([str(i), f"word {i}"] for i in range(LABELS_MOST + 5))]
    got = imported(written(tmp_path / "many.csv", rows))
    assert got.result.labels == {}
    assert got.result.imported == LABELS_MOST + 5
    assert all(position not in got.slices[-1].codes for position in (0, 1))


def test_a_plan_with_only_what_a_person_chose_is_completed(tmp_path):
    path = written(tmp_path / "people.csv", [HEAD, *people(30)], delimiter=";")
    got = imported(path, {"columns": {"3": "leave_out"}}).result
    assert got.imported == 30
    assert [out["column"] for out in got.left_out] == [2, 3]


def test_orders_keep_their_customer_on_many_rows():
    got = imported(SAMPLES / "orders_2026.csv")
    assert got.result.imported == 3114
    assert got.result.linked
    assert len(set(got.respondents)) < 1000


def test_a_folder_of_notes_is_a_wave_of_one_row_a_person():
    plan = inspected(SAMPLES / "interviews")
    got = imported(SAMPLES / "interviews", plan)
    assert plan["data_rows"] == got.result.imported == 9
    assert got.result.linked
    assert got.result.collected_on == "2026-05-14"
    assert [q["role"] for q in got.result.questions] == ["free_text"]
    assert all(who.startswith("RC-") for who in got.respondents)
    assert got.cells[0][0].startswith("# Interview 1")


def test_one_note_is_a_wave_and_its_file_name_names_nobody(tmp_path):
    note = tmp_path / "Talk with Kim.txt"
    note.write_text("Kim, 2026-02-03\n\nLikes tea. Comes, goes, and waits.\n", "utf-8")
    got = imported(note)
    assert got.respondents == ["1"]
    assert not got.result.linked
    assert got.result.collected_on == "2026-02-03"


@pytest.mark.parametrize("name", ["survey_spring_2026.csv", "support_tickets_2026.csv"])
def test_the_samples_come_in_whole(name):
    plan = inspected(SAMPLES / name)
    got = imported(SAMPLES / name, plan)
    assert got.result.imported == plan["data_rows"]
    assert got.result.linked
    assert plan["problems"] == []


LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff")
CELL = st.text(LETTERS | st.sampled_from('\r\n\t",; '), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    rows=st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=12),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
)
def test_cells_come_out_as_they_went_in(tmp_path, rows, delimiter):
    head = ["first heading", "second heading", "third heading"]
    path = written(tmp_path / "any.csv", [head, *rows], delimiter=delimiter)
    plan = from_json(
        {
            "file": str(path),
            "encoding": "utf-8",
            "encoding_sure": 1.0,
            "delimiter": delimiter,
            "header_rows": [1],
            "first_data_row": 2,
            "columns": 3,
        }
    )
    kept = [row for row in rows if any(cell and not cell.isspace() for cell in row)]
    assert [cells for _, cells in read(path, plan)] == kept


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=120)
@given(
    data=st.one_of(
        st.binary(max_size=400),
        st.text(st.sampled_from('ab1,;"\n\r\t\0 é#'), max_size=200).map(lambda t: t.encode()),
    ),
    name=st.sampled_from(["a.csv", "a.txt", "a.xlsx", "a.md", "a.xls"]),
)
@example(b"\xec", "a.csv")
def test_whatever_the_bytes_only_a_studio_error_comes(tmp_path, data, name):
    path = tmp_path / name
    path.write_bytes(data)
    plan = inspected(path)
    if plan["error"]:
        assert plan["error"]["kind"] != "unexpected"
        return
    try:
        got = imported(path, plan).result
    except StudioError:
        return
    assert got.read == got.imported + len(got.skipped)
    assert got.read == plan["data_rows"]


@needs_shared
@pytest.mark.shared
def test_every_readable_file_of_the_corpus_is_conserved():
    names = ("gen_qualtrics.csv", "shopify_orders.csv", "gen_report_titles_totals.xlsx")
    names += ("gen_salesforce_report.csv", "defective_rows.csv", "nhs_utf16_cr_lines.csv")
    for name in names:
        plan = inspected(IMPORTS / name)
        got = imported(IMPORTS / name, plan).result
        assert got.read == got.imported + len(got.skipped) == plan["data_rows"], name
