"""Invented exports of every tool we know of, with what each submission really says.

Written without a look at the reader or at its patterns: what it finds here, it has to understand.
"""

from tests.intake.invented.export import Export, Truth
from tests.intake.invented.shapes import HELD_BACK, SHAPES, export

__all__ = ["HELD_BACK", "SHAPES", "Export", "Truth", "export"]
