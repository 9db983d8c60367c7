# SPDX-License-Identifier: MIT
"""The window, as the tests of the rooms have it."""

from tests.gui.conftest import bare_window, collected_here, look

__all__ = ["bare_window", "collected_here", "look"]
