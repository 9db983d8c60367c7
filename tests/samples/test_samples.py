# SPDX-License-Identifier: MIT
"""The sample workshop is what its script writes, and what is planted in it is really there."""

import csv
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "samples"
TRUTH = Path(__file__).with_name("truth.json")
ORDER = "How do you usually order?"
OPEN = ("What do you like best about us?", "What should we change first?")


def table(name):
    with (SAMPLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_script_writes_the_committed_files_byte_for_byte(tmp_path):
    script = ROOT / "packaging" / "make_samples.py"
    target, truth = tmp_path / "samples", tmp_path / "truth.json"
    subprocess.run([sys.executable, script, target, truth], check=True, timeout=60)
    written = {p.relative_to(target): p.read_bytes() for p in target.rglob("*") if p.is_file()}
    files = [p for p in SAMPLES.rglob("*") if p.is_file() and p.name != ".gitattributes"]
    shipped = {p.relative_to(SAMPLES): p.read_bytes() for p in files}
    assert written == shipped
    assert truth.read_bytes() == TRUTH.read_bytes()


def test_nothing_shipped_names_the_planted_groups():
    planted = json.loads(TRUTH.read_text("utf-8"))["groups"]
    for path in SAMPLES.rglob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            assert not any(name in text for name in planted.values()), path.name


def test_the_program_knows_nothing_of_the_sample():
    for path in (ROOT / "persona_studio").rglob("*.py"):
        text = path.read_text("utf-8").lower()
        assert "riverside" not in text, path
        assert "rc-0" not in text, path


def test_both_waves_have_the_same_questions_and_share_people():
    spring, autumn = table("survey_spring_2026.csv"), table("survey_autumn_2026.csv")
    assert (len(spring), len(autumn)) == (400, 380)
    assert list(spring[0]) == list(autumn[0])
    codes = [{row["Respondent code"] for row in wave} for wave in (spring, autumn)]
    assert [len(found) for found in codes] == [400, 380]
    assert 100 <= len(codes[0] & codes[1]) <= 300


def test_one_group_orders_ahead_more_often_in_autumn_and_the_others_do_not():
    group = json.loads(TRUTH.read_text("utf-8"))["people"]

    def shares(rows):
        ahead, asked = Counter(), Counter()
        for row in rows:
            if row[ORDER]:
                asked[group[row["Respondent code"]]] += 1
                ahead[group[row["Respondent code"]]] += row[ORDER] == "Ahead in the app"
        return {name: ahead[name] / asked[name] for name in asked}

    before = shares(table("survey_spring_2026.csv"))
    after = shares(table("survey_autumn_2026.csv"))
    assert after["hurry"] - before["hurry"] > 0.12
    assert all(abs(after[name] - before[name]) < 0.1 for name in ("table", "beans"))


def test_open_answers_are_hardly_ever_the_same_and_some_name_an_address():
    for name in ("survey_spring_2026.csv", "survey_autumn_2026.csv"):
        rows = table(name)
        for question in OPEN:
            said = [row[question] for row in rows if len(row[question]) > 8]
            assert len(set(said)) == len(said)
            assert len(said) < len(rows)
        texts = [row[question] for row in rows for question in OPEN]
        assert any("@example.org" in text for text in texts)
        assert any("07700 900" in text for text in texts)


def test_orders_have_several_rows_a_customer_and_interviews_one_note_each():
    lines = Counter(row["Customer code"] for row in table("orders_2026.csv"))
    assert max(lines.values()) > 5
    assert len(table("support_tickets_2026.csv")) == 160
    notes = [path.read_text("utf-8") for path in (SAMPLES / "interviews").glob("*.md")]
    assert len(notes) == 9
    assert all(200 <= len(note.split()) <= 350 and note.count('"') >= 6 for note in notes)
