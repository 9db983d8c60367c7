# SPDX-License-Identifier: MIT
"""Tests of the Print room."""
