# SPDX-License-Identifier: MIT
"""Small widgets every room is built from, one to a file; they take their look from the theme."""
