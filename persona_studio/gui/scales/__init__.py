# SPDX-License-Identifier: MIT
"""The scales board of the Personas room: people side by side on behaviours with two poles."""
