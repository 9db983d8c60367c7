# SPDX-License-Identifier: MIT
"""Tests of the Personas room on real project files, with real events."""
