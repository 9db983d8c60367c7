# SPDX-License-Identifier: MIT
"""Tests of the Research room."""
