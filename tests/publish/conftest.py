# SPDX-License-Identifier: MIT
"""Every test here sets text, which needs Qt; the window's own application serves."""

import pytest


@pytest.fixture(autouse=True)
def _qt(qapp):
    """Have one QApplication before any text is set."""
    return qapp
