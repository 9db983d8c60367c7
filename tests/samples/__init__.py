# SPDX-License-Identifier: MIT
"""Tests of the sample workshop."""
