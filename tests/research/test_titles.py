# SPDX-License-Identifier: MIT
"""What a new source is called: the name of its file, as a person would say it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.research.handed import NoteFiles
from persona_studio.research.titles import readable, title


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("surveymonkey_1header_multiselect", "Surveymonkey 1header multiselect"),
        ("customer-survey (1)", "Customer survey"),
        ("Kunden_final_v3_2026_03_01", "Kunden 2026-03-01"),
        ("export_20260301143022", "Export 2026-03-01"),
        ("2026-03-01T14-30-22 visits", "2026-03-01 visits"),
        ("Customer Survey_March 1, 2026_10.15", "Customer Survey March 1, 2026"),
        ("Umfrage 01.03.2026 - Kopie (2)", "Umfrage 01.03.2026"),
        ("panel_2026-03", "Panel 2026-03"),
        ("St. Pauli e-mail survey.q1.2", "St. Pauli e-mail survey q1.2"),
        ("iOS_users(1-81)", "iOS users"),
        ("final_v3", "final_v3"),
    ],
)
def test_a_files_name_becomes_words_and_its_day_stays(name: str, said: str) -> None:
    assert readable(name) == said


@given(st.text() | st.text("aB _-.()+012v:T"))
def test_a_readable_name_is_one_line_of_something_and_stays_so(name: str) -> None:
    said = readable(name)
    assert said == " ".join(said.split())
    assert bool(said) == bool(name.split())
    assert readable(said) == said


def test_a_folder_keeps_what_follows_a_dot_and_notes_are_counted(tmp_path: Path) -> None:
    (tmp_path / "talks.autumn").mkdir()
    assert title(tmp_path / "talks.autumn") == "Talks autumn"
    assert title(NoteFiles((tmp_path / "a.md", tmp_path / "b.md"))) == "2 notes"
