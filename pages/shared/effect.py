"""What an entry would change, shown before it is recorded."""

from collections.abc import Sequence

from analysis import questions
from analysis.database import Database
from analysis.questions import EVERYTHING, Filters
from analysis.receipt import DEFAULT_AXES
from analysis.report import numbers as told
from analysis.report import sentences, tables
from pages.shared import blocks, numbers, session, text
from pages.shared.blocks import Answer
from pages.shared.drill import View

SHOWN, NOT_YET = 8, "what would be, not recorded yet"


def show(
    key: str,
    after: Database,
    base: str,
    axes: Sequence[str] = DEFAULT_AXES,
    chosen: Filters = EVERYTHING,
) -> None:
    """Say how the cells would differ from those shown, in short and as a table."""
    changes = questions.changes(session.database(), after, axes, chosen)
    text.bullets(sentences.of_change(changes, SHOWN, axes))
    table = tables.of_changes(changes, axes)
    answer = Answer(
        key, "Cells that would change", table, base, NOT_YET, filtered=chosen != EVERYTHING
    )
    blocks.folded(answer)
    view = View(after, axes, chosen, NOT_YET)
    numbers.show(f"{key}_number", answer.title, told.of_changes(changes), view)
