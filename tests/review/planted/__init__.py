# SPDX-License-Identifier: MIT
"""Seeded projects without a fault, and the faults that can be planted in them."""
