# SPDX-License-Identifier: MIT
"""The window: rooms, models, delegates and jobs; the only package that knows QtWidgets."""
