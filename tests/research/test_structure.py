# SPDX-License-Identifier: MIT
"""Where a table is in a file, on files made up here: titles, bands, codes, totals, notes."""

import csv

import pytest
import xlsxwriter

from persona_studio.core.errors import StudioError
from persona_studio.research.inspecting import inspect
from tests.research.reading import imported, written

BODY = [
    ["ann", "Oslo", "4", "2024-03-01"],
    ["bob", "Rome", "5", "2024-03-02"],
    ["cid", "Oslo", "2", "2024-03-05"],
    ["dan", "Graz", "1", "2024-04-01"],
    ["eve", "Rome", "3", "2024-04-11"],
    ["fay", "Oslo", "4", "2024-05-21"],
    ["gus", "Graz", "5", "2024-06-30"],
]
HEAD = ["who", "where", "score", "day"]


def plan_of(tmp_path, rows, **how):
    return inspect(written(tmp_path / "made.csv", rows, **how))


def test_a_plain_table(tmp_path):
    plan = plan_of(tmp_path, [HEAD, *BODY])
    assert (plan.header_rows, plan.first_data_row, plan.data_rows) == ((1,), 2, 7)
    assert plan.columns_count == 4


def test_titles_above_and_notes_below_are_no_answers(tmp_path):
    rows = [["Yearly visit", "", "", ""], ["as of June", "", "", ""], ["", "", "", ""], HEAD, *BODY]
    rows += [["", "", "", ""], ["Source: the till", "", "", ""]]
    plan = plan_of(tmp_path, rows)
    assert (plan.header_rows, plan.first_data_row, plan.data_rows) == ((4,), 5, 7)
    assert plan.last_data_row == 11
    assert plan.footer_rows == 2


def test_group_headings_stand_over_their_columns(tmp_path):
    rows = [["", "About you", "", "", "Visit"], ["nr", "town", "shop", "age", "score"]]
    rows += [[str(i), ["Oslo", "Rome", "Graz"][i % 3], "A", str(20 + i), "5"] for i in range(9)]
    plan = plan_of(tmp_path, rows)
    assert plan.header_rows == (1, 2)
    assert plan.roles[2].label == "About you - town"
    assert plan.roles[3].label == "About you - shop"


def test_codes_over_questions_over_machine_notes(tmp_path):
    rows = [
        ["q1", "q2", "q3"],
        ["How was it?", "Would you come again?", "What did you miss?"],
        ['{"id":"a"}', '{"id":"b"}', '{"id":"c"}'],
        ["good", "yes", "nothing"],
    ]
    plan = plan_of(tmp_path, rows)
    assert (plan.header_rows, plan.label_row, plan.data_rows) == ((1, 2, 3), 2, 1)
    assert (plan.roles[1].label, plan.roles[1].text) == ("q1", "How was it?")


def test_a_table_without_headings(tmp_path):
    plan = plan_of(tmp_path, BODY)
    assert (plan.header_rows, plan.first_data_row, plan.data_rows) == ((), 1, 7)
    assert plan.roles[1].label == "Column 1"


def test_totals_are_ignored_rows_and_counted_apart(tmp_path):
    rows = [HEAD, *BODY[:3], ["Subtotal", "", "11", ""], *BODY[3:], ["Total", "", "24", ""]]
    plan = plan_of(tmp_path, rows)
    assert plan.data_rows == 7
    assert plan.ignore_rows == (5, 10)


def test_a_second_table_below_is_told_and_not_mixed_in(tmp_path):
    rows = [HEAD, *BODY, [], ["town", "visits"], ["Oslo", "3"], ["Rome", "2"]]
    plan = plan_of(tmp_path, rows)
    assert plan.data_rows == 7
    assert [p.cause for p in plan.problems] == ["several_tables"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_mark_between_cells_is_found_among_others_in_the_text(tmp_path, mark):
    rows = [HEAD, *([who, f"{town}, by the sea; far", n, day] for who, town, n, day in BODY)]
    plan = plan_of(tmp_path, rows, delimiter=mark)
    assert plan.delimiter == mark
    assert plan.data_rows == 7


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("always", [csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_MINIMAL])
def test_cells_between_single_quotes_are_read_whole(tmp_path, mark, always):
    rows = [[who, f"{town}{mark} it's far", int(n), day] for who, town, n, day in BODY]
    how = {"delimiter": mark, "quotechar": "'", "quoting": always}
    path = written(tmp_path / "made.csv", [HEAD, *rows], **how)
    assert inspect(path).quote == "'"
    assert imported(str(path)).cells == [list(map(str, row)) for row in rows]


def test_cells_that_only_begin_with_a_single_quote_are_not_quoted(tmp_path):
    rows = [[f"'{who}", f"'tis {town}", n, "'n' so on"] for who, town, n, _ in BODY]
    plan = plan_of(tmp_path, [HEAD, *rows], quoting=csv.QUOTE_NONE)
    assert (plan.quote, plan.columns_count, plan.data_rows) == ('"', 4, 7)


def test_a_line_that_says_the_mark_is_believed(tmp_path):
    path = tmp_path / "said.csv"
    path.write_text("sep=|\na,b|c\n1,2|3\n4,5|6\n", "utf-8")
    plan = inspect(path)
    assert plan.delimiter == "|"
    assert (plan.header_rows, plan.first_data_row, plan.columns_count) == ((2,), 3, 2)


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-16", "utf-16"), ("utf-8-sig", "utf-8-sig"), ("cp1252", "cp1252")]
)
def test_encodings(tmp_path, encoding, name):
    rows = [["Größe", "Straße", "Café"], *(["groß", "Am Bäckerweg", "süß & gut"] for _ in range(9))]
    plan = plan_of(tmp_path, rows, encoding=encoding)
    assert plan.encoding == name
    assert plan.roles[1].label == "Größe"


def test_what_a_person_chose_is_not_guessed_again(tmp_path):
    path = written(tmp_path / "made.csv", [["a title"], HEAD, *BODY])
    first = inspect(path)
    assert first.header_rows == (2,)
    told = inspect(
        path,
        first.__class__(str(path), header_rows=(3,), first_data_row=4, chosen=("header_rows",)),
    )
    assert told.header_rows == (3,)
    assert told.data_rows == 6


def test_a_far_heading_without_rows_says_so(tmp_path):
    plan = plan_of(tmp_path, [HEAD])
    assert plan.data_rows == 0
    assert [p.cause for p in plan.problems] == ["no_rows"]


@pytest.mark.parametrize("content", [b"", b"\n\n\r\n", b",,,\n,,,\n", b"\xef\xbb\xbf"])
def test_nothing_to_read_is_said(tmp_path, content):
    path = tmp_path / "nothing.csv"
    path.write_bytes(content)
    with pytest.raises(StudioError) as caught:
        inspect(path)
    assert caught.value.kind == "empty"


def test_the_same_headings_again_under_a_title_go_on_with_the_table_and_say_so(tmp_path):
    rows = [["Town visits", "", "", ""], HEAD, *BODY, [""] * 4, ["Shop visits", "", "", ""], HEAD]
    plan = plan_of(tmp_path, [*rows, *BODY])
    assert (plan.data_rows, plan.tables, plan.ignore_rows) == (16, (), ())
    assert [(p.cause, p.row) for p in plan.problems] == [
        ("joined_tables", 11),
        ("joined_tables", 12),
    ]
    assert plan.faulty_rows == 2


@pytest.mark.parametrize("gap", [[], [[""] * 4], [[]]])
def test_the_title_and_the_headings_of_each_page_are_no_answers(tmp_path, gap):
    page = [["Town visits", "", "", ""], HEAD, *BODY]
    plan = plan_of(tmp_path, [*page, *gap, *page])
    assert (plan.data_rows, plan.problems) == (14, ())
    again = len(page) + len(gap) + 1
    assert plan.ignore_rows == (again, again + 1)


def test_a_file_is_as_wide_as_the_widest_of_its_tables(tmp_path):
    wide = [["North", "South", "East", "West", "Sea", "Hill"], ["1", "2", "3", "4", "5", "6"]]
    plan = plan_of(tmp_path, [["Visits", ""], HEAD, *BODY, [], ["Places"], *wide])
    assert (plan.columns_count, plan.data_rows, plan.first_data_row) == (6, 7, 3)
    assert plan.tables == ({"first_row": 11},)
    assert [plan.roles[n].role for n in (5, 6)] == ["ignore", "ignore"]


def test_who_says_little_at_the_end_is_no_note(tmp_path):
    little = [["hal", "", "", ""], ["", "a town of which I had never heard", "", ""]]
    plan = plan_of(tmp_path, [HEAD, *BODY, *little])
    assert (plan.data_rows, plan.footer_rows) == (9, 0)
    plan = plan_of(tmp_path, [HEAD, *BODY, *little, ["", "", "as of", ""], ["", "", "", "June"]])
    assert (plan.data_rows, plan.footer_rows) == (9, 2)
    plan = plan_of(tmp_path, [HEAD, *BODY, ["Please", ""], ["* note", ""], ["of June"], ["again"]])
    assert (plan.data_rows, plan.footer_rows) == (7, 4)


def test_two_rows_of_words_are_headed_only_where_all_below_is_named(tmp_path):
    plan = plan_of(tmp_path, [["lunch", "", "soup"], ["tea", "cake", ""]])
    assert (plan.header_rows, plan.first_data_row, plan.data_rows) == ((), 1, 2)
    plan = plan_of(tmp_path, [["meal", "place", "food"], ["tea", "here", ""]])
    assert (plan.header_rows, plan.first_data_row, plan.data_rows) == ((1,), 2, 1)


def test_ranges_that_excel_turned_into_dates_are_told(tmp_path):
    sizes = ["1-5", "Jun-25", "26-100", "More than 1000"]
    plan = plan_of(tmp_path, [["size"], *([sizes[i % 4]] for i in range(20))])
    assert [p.cause for p in plan.problems] == ["excel_dates"]


TEXTS = {
    "cp1252": "Größe;süß;Maß — „gut“\n",
    "mac_roman": "Größe;süß;Maß, für später\n",
    "iso8859-15": "Prénom;déjà;5 €\n",
    "cp850": "Straße;Öl;für später\n",
    "iso8859-2": "Imię;książka;śnieg;źródło\n",
    "cp1250": "Imię;książka;śnieg;źródło\n",
    "cp1251": "Имя;Город;Ответ\n",
    "koi8-r": "Имя;Город;Ответ\n",
    "cp866": "Имя;Город;Ответ\n",
    "utf-16-le": "Имя;Город;Ответ\n",
}


@pytest.mark.parametrize("encoding", sorted(TEXTS))
def test_letters_that_look_like_writing_tell_the_encoding(tmp_path, encoding):
    path = tmp_path / "made.csv"
    path.write_bytes((TEXTS[encoding] * 9).encode(encoding))
    assert inspect(str(path)).encoding == encoding


def test_a_wide_table_outweighs_a_long_list_of_codes(tmp_path):
    path = tmp_path / "made.xlsx"
    codes = [["code", "meaning"], *([str(n), f"meaning {n}"] for n in range(90))]
    cover = [["Guest survey"], ["2024"]]
    answers = [[*HEAD, "x", "y", "z"], *([*row, "1", "2", "3"] for row in BODY * 3)]
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in (("Cover", cover), ("Codes", codes), ("Data", answers), ("Old", answers)):
            sheet = book.add_worksheet(name)
            for n, row in enumerate(rows):
                sheet.write_row(n, 0, row)
        book.get_worksheet_by_name("Old").hide()
    plan = inspect(str(path))
    assert (plan.sheet, plan.data_rows) == ("Data", 21)
    assert plan.hidden_sheets == ("Old",)


def test_cells_merged_with_a_heading_belong_to_it(tmp_path):
    path = tmp_path / "made.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:A3", "Town")
        sheet.merge_range("B1:C1", "Visits")
        sheet.write_row("B3", ["first", "again"])
        for n, row in enumerate([["Oslo", "many", "few"], ["Rome", "few", "none"]], start=3):
            sheet.write_row(n, 0, row)
    plan = inspect(str(path))
    assert (plan.header_rows, plan.first_data_row, plan.data_rows) == ((1, 2, 3), 4, 2)


@pytest.mark.parametrize("rule", ["---", "=====", "***"])
def test_drawn_lines_are_no_answers(tmp_path, rule):
    plan = plan_of(tmp_path, [HEAD, [rule] * 4, *BODY, [rule] * 4])
    assert (plan.header_rows, plan.first_data_row, plan.data_rows) == ((1,), 3, 7)


def test_a_table_of_figures_a_day_is_not_said_to_be_people(tmp_path):
    days = [[f"2024-05-{n:02}", str(n * 7), str(n * 3)] for n in range(1, 25)]
    plan = plan_of(tmp_path, [["Day", "Visits", "Sales"], *days])
    assert plan.sentence == "CSV file, 24 rows, 3 columns."
