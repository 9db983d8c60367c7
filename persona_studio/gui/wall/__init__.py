# SPDX-License-Identifier: MIT
"""The wall of the Personas room: a free canvas on which notes and evidence are sorted."""
