# SPDX-License-Identifier: MIT
"""Tests of the Patterns room."""
