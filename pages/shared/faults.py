"""Faults of the machine, in the log for whoever keeps it."""

import logging

from analysis.errors import DashboardError, FaultError


def log(fault: DashboardError) -> None:
    """Log what nobody at a page may be able to put right; nothing of what they have to choose."""
    if isinstance(fault, FaultError):
        logging.getLogger(__name__).warning("%s", fault)
