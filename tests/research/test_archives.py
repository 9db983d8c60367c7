# SPDX-License-Identifier: MIT
"""An archive stands for the one table in it; with several or none it says so."""

import io
import zipfile

import pytest

from persona_studio.research.handed import Pasted
from tests.research.documents import archive, docx, paragraph
from tests.research.reading import imported, inspected
from tests.shared import IMPORTS, needs_shared

TABLE = "id;tea\n" + "".join(f"P-{n};{'yes' if n % 2 else 'no'}\n" for n in range(30))
ASIDE = {"__MACOSX/._answers.csv": b"\0\5\26\7", "folder/.hidden.csv": "x", "read me.pdf": b"%PDF"}


def test_the_one_table_of_an_archive_is_read_like_the_file_itself(tmp_path):
    (tmp_path / "answers.csv").write_text(TABLE, "utf-8")
    path = archive(tmp_path / "export.zip", {"folder/answers.csv": TABLE, **ASIDE})
    packed, bare = inspected(path), inspected(tmp_path / "answers.csv")
    own = {"file": "", "stamp": ""}
    assert {**packed, **own} == {**bare, **own}
    assert imported(path, packed).cells == imported(tmp_path / "answers.csv", bare).cells


@needs_shared
def test_a_workbook_in_an_archive_is_read_too(tmp_path):
    book = IMPORTS / "google_forms_semicolon_multi.xlsx"
    path = archive(tmp_path / "export.zip", {"forms.xlsx": book.read_bytes()})
    packed, bare = inspected(path), inspected(book)
    assert packed["error"] is None
    assert (packed["format"], packed["data_rows"]) == ("xlsx", bare["data_rows"])
    assert imported(path, packed).cells == imported(book, bare).cells


def test_several_tables_are_named_and_none_is_chosen(tmp_path):
    path = archive(tmp_path / "export.zip", {f"{n}.csv": TABLE for n in "abcdefg"})
    error = inspected(path)["error"]
    assert error["kind"] == "several_tables"
    assert "7 tables: a.csv, b.csv, c.csv, d.csv, e.csv and 2 more" in error["message"]


def test_an_archive_without_a_table_says_so(tmp_path):
    path = archive(tmp_path / "export.zip", ASIDE)
    assert inspected(path)["error"]["kind"] == "unsupported"
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as packed:
        packed.writestr("answers.csv", TABLE)
    nested = archive(tmp_path / "nested.zip", {"export.zip": inner.getvalue()})
    assert inspected(nested)["error"]["kind"] == "unsupported"


@pytest.mark.parametrize("name", ["answers.csv", "answers.xlsx"])
def test_what_is_unsafe_stays_so_inside_an_archive(tmp_path, name):
    bomb = archive(tmp_path / "bomb.zip", {name: b"\0" * (301 << 20)})
    assert inspected(bomb)["error"]["kind"] == "too_big"
    binary = archive(tmp_path / "binary.zip", {name: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9})
    assert inspected(binary)["error"]["kind"] in ("binary", "damaged")


def test_a_text_document_is_no_table(tmp_path):
    path = docx(tmp_path / "talk.docx", [paragraph("words")])
    assert inspected(path.rename(tmp_path / "talk.csv"))["error"]["kind"] == "unsupported"


def test_a_pasted_table_is_read_without_a_file():
    pasted = Pasted("Pasted table", TABLE.replace(";", "\t").encode())
    plan = inspected(pasted)
    assert (plan["file"], plan["format"], plan["data_rows"]) == ("Pasted table", "tsv", 30)
    got = imported(pasted, plan)
    assert got.cells[1] == ["P-1", "yes"]
    assert len(got.result.sha256) == 64


def test_a_pasted_web_table_is_read_without_a_file():
    rows = "".join(f"<tr><td>P-{n}<td>yes</tr>" for n in range(30))
    page = f"<meta charset='utf-8'><table><tr><th>id<th>tea</tr>{rows}</table>"
    plan = inspected(Pasted("Pasted table", page.encode()))
    assert (plan["format"], plan["data_rows"], plan["columns"]) == ("html", 30, 2)
