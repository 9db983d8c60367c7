# SPDX-License-Identifier: MIT
"""The invented firm of the sample workshop: who its customers are and what they say."""
