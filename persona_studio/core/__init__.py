# SPDX-License-Identifier: MIT
"""The values and words everything else is built from; standard library only."""
