# SPDX-License-Identifier: MIT
"""Pages made of personas: text set by Qt, drawn glyph by glyph into a PDF by reportlab."""
