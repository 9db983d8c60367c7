# SPDX-License-Identifier: MIT
"""The project file: one SQLite database, changed only through journalled edits."""
