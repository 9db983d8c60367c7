# SPDX-License-Identifier: MIT
"""Tests of the window: real widgets, real events, no screen."""
