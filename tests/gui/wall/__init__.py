# SPDX-License-Identifier: MIT
"""Tests of the wall: real widgets, real events, no screen."""
