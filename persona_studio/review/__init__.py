# SPDX-License-Identifier: MIT
"""What is weak, stale, missing or spoken against, as findings with fixes; pure functions."""
