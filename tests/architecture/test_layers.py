# SPDX-License-Identifier: MIT
"""The contracts of pyproject's import-linter section hold."""

import subprocess
import sys

from tests.architecture.sources import ROOT


def test_rooms_import_only_what_lies_below_them() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    assert "0 broken" in done.stdout
