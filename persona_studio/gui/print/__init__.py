# SPDX-License-Identifier: MIT
"""The Print room: what will be printed, seen exactly as it will be saved."""
