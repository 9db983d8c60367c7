# SPDX-License-Identifier: MIT
"""Tests of the window around the rooms."""
