"""What an entry would change, shown before it is recorded."""

from collections.abc import Sequence

from analysis import questions
from analysis.database import Database
from analysis.receipt import DEFAULT_AXES
from analysis.report import sentences, tables
from pages.shared import blocks, session, text
from pages.shared.blocks import Answer

SHOWN = 8


def show(key: str, after: Database, base: str, axes: Sequence[str] = DEFAULT_AXES) -> None:
    """Say how the cells would differ from today's, in short and as a table."""
    changes = questions.changes(session.database(), after, axes)
    text.bullets(sentences.of_change(changes, SHOWN, axes))
    table = tables.of_changes(changes, axes)
    blocks.folded(Answer(key, "Cells that would change", table, base, filtered=False))
