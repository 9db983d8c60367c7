# SPDX-License-Identifier: MIT
"""The project file: undo, opening, kills, backups, JSON."""
