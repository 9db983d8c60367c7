# SPDX-License-Identifier: MIT
"""Use cases of an open project."""
