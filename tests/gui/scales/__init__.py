# SPDX-License-Identifier: MIT
"""Tests of the scales board: real widgets, real events, no screen."""
