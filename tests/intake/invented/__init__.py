"""Invented exports of every tool we know of, with what each submission really says.

Written without a look at the reader or at its patterns: what it finds here, it has to understand.
"""

from tests.intake.invented.export import Export, Truth
from tests.intake.invented.shapes import SHAPES, export

__all__ = ["SHAPES", "Export", "Truth", "export"]
