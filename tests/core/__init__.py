# SPDX-License-Identifier: MIT
"""Values, codec, clock, child process."""
