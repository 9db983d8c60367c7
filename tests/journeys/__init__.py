# SPDX-License-Identifier: MIT
"""Whole user stories through the window."""
