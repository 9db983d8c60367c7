# SPDX-License-Identifier: MIT
"""The Research room: sources and their waves, the import page, the answers of a wave."""
