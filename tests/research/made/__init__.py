# SPDX-License-Identifier: MIT
"""Files made up here, in layouts real exports have, with the truth about each."""
