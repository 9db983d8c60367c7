# SPDX-License-Identifier: MIT
"""From a stranger's file to the rows of a wave: `inspect(path) -> plan`, `read(path, plan)`."""
