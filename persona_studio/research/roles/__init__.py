# SPDX-License-Identifier: MIT
"""What each column is for: names, numbers, dates, choices, words; each verdict says why."""
