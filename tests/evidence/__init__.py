# SPDX-License-Identifier: MIT
"""Tests of the evidence room."""
