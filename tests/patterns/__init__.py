# SPDX-License-Identifier: MIT
"""Tests of the search for groups."""
