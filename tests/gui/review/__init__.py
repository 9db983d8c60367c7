# SPDX-License-Identifier: MIT
"""Tests of the Review room."""
