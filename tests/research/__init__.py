# SPDX-License-Identifier: MIT
"""Tests of reading research files."""
