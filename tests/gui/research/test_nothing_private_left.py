# SPDX-License-Identifier: MIT
"""After an import through the window nothing planted is on the disk but in the file itself."""

import csv
import logging
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from persona_studio import paths
from persona_studio.gui.log import open_log
from persona_studio.gui.research.room import ResearchRoom
from persona_studio.gui.settings import Settings
from persona_studio.storage.backup import save_copy
from persona_studio.workspace.backups import keep_backup
from persona_studio.workspace.portability import dump
from tests.gui.research.test_importing import bring_in

Look = Callable[[Path], None]
HEAD = (
    "Response ID",
    "Full name",
    "E-mail",
    "Phone",
    "How often?",
    "Age",
    "What should we change?",
)
NEEDLES = {
    "name": "Zebulon Quackenbush",
    "email": "needle.zq@example.org",
    "phone": "+49 30 90182044",
    "iban": "DE89 3704 0044 0532 0130 00",
    "card": "4111 1111 1111 1111",
    "address": "221 Needlewood Street, London NW1 6XE",
    "handle": "@zq_needle82",
    "url": "https://example.org/account?user=zqneedle",
    "id": "00482913774",
    "ip": "203.0.113.77",
    "stray": "needle.stray@example.org",
}
SAID = {
    3: "Zebulon Quackenbush here, call +49 30 90182044 or mail needle.zq@example.org.",
    7: "Refund to DE89 3704 0044 0532 0130 00, I paid with 4111 1111 1111 1111.",
    11: "Send it to 221 Needlewood Street, London NW1 6XE, I am @zq_needle82 there.",
    15: "See https://example.org/account?user=zqneedle, customer number 00482913774.",
    19: "Your form blocked 203.0.113.77 again.",
}


def people(path: Path) -> Path:
    often = ("Never", "Sometimes", "Always")
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEAD)
        for n in range(60):
            age = NEEDLES["stray"] if n == 23 else str(20 + n)
            said = SAID.get(n, f"More of thing number {n}, please.")
            private = (NEEDLES["name"], NEEDLES["email"], NEEDLES["phone"])
            out.writerow([f"R-{n:04}", *private, often[n % 3], age, said])
    return path


def written(text: str) -> list[bytes]:
    """Return how a text may stand on a disk."""
    return [text.encode(each) for each in ("utf-8", "utf-16-le", "utf-16-be")]


def test_needles_are_in_no_file_log_setting_backup_copy_or_temporary_file(
    room: ResearchRoom,
    look_at: Look,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    elsewhere = tmp_path / "temporary"
    elsewhere.mkdir()
    monkeypatch.setenv("TMPDIR", str(elsewhere))
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    open_log()
    source = people(tmp_path / "people.csv")
    look_at(source)
    bring_in(room, qtbot)
    workspace = room._bridge.workspace
    workspace.undo()
    workspace.redo()
    logging.getLogger("persona_studio").warning("an import has ended")
    Settings().keep(room="research")
    assert keep_backup(workspace.database, "Spring") is not None
    save_copy(workspace.database, tmp_path / "copy.persona")
    dump(workspace, tmp_path / "dump.json")
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path != source]
    assert {path.suffix for path in files} >= {".persona", ".log", ".json"}
    assert any(paths.backups() in path.parents for path in files)
    assert b"More of thing number" in workspace.path.read_bytes(), "the import did store words"
    parts = [*NEEDLES.values(), *NEEDLES["name"].split(), "needle", "Needlewood"]
    for path in files:
        held = path.read_bytes()
        found = [part for part in parts for form in written(part) if form in held]
        assert not found, (path.name, found)
