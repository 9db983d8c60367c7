# SPDX-License-Identifier: MIT
"""Tests of the review room."""
