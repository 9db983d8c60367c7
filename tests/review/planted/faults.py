# SPDX-License-Identifier: MIT
"""All faults."""

from tests.review.planted import (
    faults_content,
    faults_ethics,
    faults_evidence,
    faults_set,
    faults_staleness,
)
from tests.review.planted.fault import Fault

FAULTS: tuple[Fault, ...] = (
    *faults_evidence.FAULTS,
    *faults_staleness.FAULTS,
    *faults_set.FAULTS,
    *faults_content.FAULTS,
    *faults_ethics.FAULTS,
)
