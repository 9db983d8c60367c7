# SPDX-License-Identifier: MIT
"""The worked example of CONTRIBUTING is taken at its word: its code is run and finds something."""

import re
import textwrap
from datetime import date
from pathlib import Path
from typing import Any

from persona_studio.review import rule as rule_module
from persona_studio.review.engine import check
from persona_studio.review.rules import RULES, evidence
from persona_studio.workspace.portability import load

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "persona_studio"


def test_the_page_of_the_architecture_names_only_what_is_there() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    said = re.findall(r"`([\w./-]+)`", page.partition("## Where to add")[2])
    sources = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    assert len(said) > 12
    for name in said:
        there = (PACKAGE / name).exists() or (ROOT / name).exists()
        assert there or re.search(rf"^(class )?{re.escape(name)}\b", sources, re.M), name


def test_the_rule_in_contributing_works_as_printed(tmp_path: Path) -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, flags=re.S)
    names: dict[str, Any] = {**vars(rule_module), **vars(evidence)}
    exec(textwrap.dedent(code.replace("\n   ", "\n").removeprefix("   ")), names)
    workspace = load(ROOT / "docs" / "example-project.json", tmp_path / "a.persona")
    snapshot = workspace.snapshot
    workspace.close()
    rules = (*[r for r in RULES if r.id != "EV03"], names["EV03"])
    early = check(snapshot, date(2026, 6, 1), rules=rules)
    late = check(snapshot, date(2026, 11, 24), rules=rules)
    assert "EV03" not in {f.rule for f in early}
    assert [f.target.id for f in late if f.rule == "EV03"] == ["instagram"]
