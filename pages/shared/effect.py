"""What an entry would change, shown before it is recorded."""

from analysis import questions
from analysis.database import Database
from analysis.receipt import DEFAULT_AXES
from analysis.report import sentences, tables
from pages.shared import blocks, session, text
from pages.shared.blocks import Answer

SHOWN = 8


def show(key: str, after: Database, base: str) -> None:
    """Say how the cells would differ from today's, in short and as a table."""
    changes = questions.changes(session.database(), after, DEFAULT_AXES)
    text.bullets(sentences.of_change(changes, SHOWN))
    table = tables.of_changes(changes, DEFAULT_AXES)
    blocks.folded(Answer(key, "Cells that would change", table, base, filtered=False))
