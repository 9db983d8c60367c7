# SPDX-License-Identifier: MIT
"""One open project: edits, undo, listeners, and the use cases window and command line share."""
