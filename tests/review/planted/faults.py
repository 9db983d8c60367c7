# SPDX-License-Identifier: MIT
"""All faults."""

from tests.review.planted import faults_evidence
from tests.review.planted.fault import Fault

FAULTS: tuple[Fault, ...] = (*faults_evidence.FAULTS,)
