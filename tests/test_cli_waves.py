# SPDX-License-Identifier: MIT
"""Next waves, quotes and forgetting through the command line."""

from pathlib import Path

import pytest

from persona_studio import paths
from persona_studio.storage import backup
from tests.test_cli import run
from tests.workspace.survey import people, write


@pytest.fixture
def project(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "a.persona"
    assert run(capfd, "new", path, "--name", "Guests")[0] == 0
    spring = write(tmp_path / "spring.csv", people(0, 60))
    assert run(capfd, "import", path, spring, "--collected", "2026-05-01")[0] == 0
    return path


NAMES = {
    "Satisfaction": "Overall satisfaction",
    "Person": "Person",
    "Age group": "Years of age",
    "How do you order?": "How do you order?",
    "Visits a month": "Visits a month",
    "What should we change?": "What should we change?",
    "Country": "Country",
}


def autumn(folder: Path) -> Path:
    rows = people(40, 100, seed=2)
    for row in rows:
        row["Country"] = "DE" if row["Person"] < "C-0080" else "AT"
        row["Age group"] = row["Age group"].replace("-", "\u2013")
    return write(folder / "autumn.csv", rows, NAMES)


def test_a_file_is_matched_then_imported_with_pairs_of_ones_own(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = autumn(tmp_path)
    code, told = run(capfd, "match", project, path)
    assert (code, told["name"], told["exact"]) == (0, "Spring", False)
    by_label = {column["label"]: column for column in told["columns"]}
    assert by_label["Overall satisfaction"]["kind"] == "renamed"
    assert by_label["Country"]["kind"] == "new"
    assert by_label["Years of age"]["kind"] == "new"
    assert told["gone"] == ["Age group"]
    code, made = run(capfd, "import", project, path, "--pair", "Years of age=Age group")
    assert code == 0
    assert made["matched"]["new"] == ["Country"]
    assert made["matched"]["gone"] == []
    assert made["matched"]["spellings"]["Years of age"] == {
        "18\u201324": "18-24",
        "25\u201334": "25-34",
    }
    assert made["people"] == made["people"] | {"linked": True, "new": 40, "gone": 40}
    assert made["people"]["same"] + made["people"]["updated"] == 20
    code, answer = run(capfd, "import", project, path, "--pair", "Nobody=Age group")
    assert (code, answer["error"]["kind"]) == (2, "usage")


def test_a_wave_is_replaced_or_kept_apart(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = autumn(tmp_path)
    code, made = run(capfd, "import", project, path, "--as", "replace")
    assert (code, made["lost"]) == (0, 0)
    assert made["replaced"]
    code, apart = run(capfd, "import", project, path, "--as", "separate")
    assert apart["source"] != made["source"]
    assert apart["matched"]["same"] == []
    code, answer = run(capfd, "import", project, path, "--as", "somehow")
    assert (code, answer["error"]["kind"]) == (2, "usage")


def test_what_people_said_is_searched_and_a_person_forgotten(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code, found = run(capfd, "said", project, "TÁBLES")
    assert code == 0
    assert {"text", "row", "question", "source", "quotes"} <= found[0].keys()
    assert all("tables" in each["text"] for each in found)
    assert run(capfd, "said", project, "nobody said")[0] == 1
    code, traces = run(capfd, "forget", project, "C-0007")
    assert (code, len(traces["rows"]), traces["forgotten"]) == (1, 1, False)
    held = len(backup.listed(paths.backups()))
    code, done = run(capfd, "forget", project, "C-0007", "--yes", "--backups-too")
    assert (code, done["forgotten"], done["backups"]) == (0, True, [])
    assert len(backup.listed(paths.backups())) <= held
    assert b"C-0007" not in project.read_bytes()
    assert run(capfd, "forget", project, "C-0007")[0] == 2
    code, wave = run(capfd, "remove", project, "--wave", "spring")
    assert (code, wave["lines"], wave["removed"]) == (0, [], False)
    assert run(capfd, "remove", project, "--source", "spring", "--yes")[1]["removed"]
    assert run(capfd, "said", project)[0] == 1
