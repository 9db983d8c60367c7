# SPDX-License-Identifier: MIT
"""The Personas room: a board of columns, claims as cards, evidence beside it."""
