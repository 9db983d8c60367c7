# SPDX-License-Identifier: MIT
"""Tests mirror the package."""
