# SPDX-License-Identifier: MIT
"""The Review room: findings as sentences with fixes that act, and the people behind each claim."""
