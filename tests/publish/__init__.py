# SPDX-License-Identifier: MIT
"""Tests of the printed pages."""
