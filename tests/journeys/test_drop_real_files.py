# SPDX-License-Identifier: MIT
"""Files carried over from another program through an X server, by a real pointer."""

import json
from pathlib import Path

import pytest

from tests.gui import project
from tests.gui.research.files import survey
from tests.journeys.x_server import run


@pytest.mark.x11
def test_files_of_a_file_manager_are_dropped_on_the_board_and_looked_at(tmp_path: Path) -> None:
    project.make(tmp_path / "x.persona").close()
    files = [survey(tmp_path), survey(tmp_path, "june.csv", 20)]
    module = "tests.journeys.drop_under_x"
    (line,) = run(module, str(tmp_path / "x.persona"), *map(str, files))
    told = json.loads(line)
    assert told["room"] == "research"
    assert told["sentence"].startswith("CSV file, 60 people, 6 columns")
    assert told["queue"] == "File 1 of 2"
