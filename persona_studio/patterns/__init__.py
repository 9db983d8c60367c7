# SPDX-License-Identifier: MIT
"""Groups of people who answer alike, or the honest word that there are none."""
