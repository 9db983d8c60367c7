# SPDX-License-Identifier: MIT
"""What the start leaves out is there to be left out, and the collector works again after it."""

import gc
import subprocess
import sys

from tests.architecture.sources import ROOT

SCRIPT = """
import gc, sys
from persona_studio import app
features = sys.modules[app.PYSIDE_FEATURES]
assert callable(features._mod_uses_pyside), "PySide searches sources in another way now"
app.hurry()
assert not gc.isenabled()
import inspect
inspect.getsource = None
import persona_studio.gui.palette
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("still camelCase")
assert label.text() == "still camelCase"
app.settle(label)
assert not gc.isenabled(), "it must not run in the thread of a job"
assert gc.get_freeze_count() > 1000
assert label.findChildren(QTimer)
print("ok")
"""


def test_the_start_searches_no_sources_and_keeps_the_collector_in_the_window() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == "ok\n", done.stderr[-2000:]
    assert gc.isenabled(), "only the window's own process is in a hurry"
