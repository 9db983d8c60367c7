# SPDX-License-Identifier: MIT
"""What is true of the whole house: its layers, sizes, generated files and start-up."""
