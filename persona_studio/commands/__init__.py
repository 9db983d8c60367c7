# SPDX-License-Identifier: MIT
"""The commands of the command line, one function each: arguments in, (answer, exit code) out."""
