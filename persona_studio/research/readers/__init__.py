# SPDX-License-Identifier: MIT
"""Readers of file formats; each yields records: lists of cell texts, in the order of the file."""
