"""What stands between the choices of one cell, told by the known wordings on both sides of it."""

from collections import Counter
from collections.abc import Iterator

from analysis.intake import answers
from analysis.intake.answers import Wordings
from analysis.intake.columns import Columns
from analysis.intake.forms import SPREADSHEET, Tool
from analysis.intake.sheet import Known, Sheet
from analysis.likely import ALONE
from analysis.vocabulary import DIMENSIONS, STAGE

PROVEN = 30  # times one separator stands between known wordings before others are ruled out
PROVEN_EXACTLY = 6  # times, where the file shows in other ways that a machine wrote it
SELDOM = 0.1  # of that: what others do less often is somebody's typed answer


def used(sheet: Sheet, tool: Tool, found: Columns, known: Known) -> tuple[str, ...]:
    """Those of this file; where none stands between known wordings, the tool's or the usual.

    A form joins the choices of all its questions with one; people use several. Only people keep
    sheets of ticks, or write down stages.
    """
    joins = tuple(dict.fromkeys((*tool.separators, *answers.JOINS)))
    candidates = answers.USUAL if tool.typed_by_hand else joins
    between: Counter[str] = Counter()
    for (dimension, cell), times in Counter(choices(sheet, found)).items():
        wordings = known.wordings[dimension]
        for mark in candidates:
            items = _split_by(cell, wordings, mark, tool)
            between[mark] += times * max(0, _meant(items, dimension, known) - 1)
    is_sheet = tool.code == SPREADSHEET and tool.typed_by_hand
    ticked = any(not tick.other for tick in found.ticks.values())
    kept_by_hand = is_sheet and (found.asks(STAGE) or ticked)
    return answers.USUAL if kept_by_hand else _chosen(between, tool)


def machine_join(sheet: Sheet, found: Columns, known: Known) -> str:
    """The one join of a file that a machine wrote, whatever tool that was; "" where none is sure.

    A person's list is spaced one way here and another there; a machine's is exact throughout.
    """
    between: Counter[str] = Counter()
    for (dimension, cell), times in Counter(choices(sheet, found)).items():
        wordings = known.wordings[dimension]
        for mark in answers.JOINS:
            if mark.strip(" ") in cell:
                items = answers.exactly(cell, wordings, mark)
                between[mark] += times * max(0, _meant(items, dimension, known) - 1)
    ranked = between.most_common(2)
    if not ranked or ranked[0][1] < PROVEN_EXACTLY:
        return ""
    others = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if others <= SELDOM * ranked[0][1] else ""


def _meant(items: tuple[str, ...], dimension: str, known: Known) -> int:
    """How many terms the items name, in known wordings or in a form's own words.

    None where most say nothing: they are pieces of something else.
    """
    told = known.vocabulary.offers(dimension, items, ALONE)
    return len(set(told.values())) if sum(item in told for item in items) * 2 >= len(items) else 0


def choices(sheet: Sheet, found: Columns) -> Iterator[tuple[str, str]]:
    """Some cells of multiple choice, each with its dimension."""
    for dimension in DIMENSIONS:
        for column in found.fields.get(dimension, ()):
            for cell in sheet.sample(column):
                yield dimension, cell


def _chosen(between: Counter[str], tool: Tool) -> tuple[str, ...]:
    """A machine's file holds to one separator; a person's may use any, the seldom ones too."""
    usual = tool.separators or answers.USUAL
    ranked = sorted(between, key=lambda mark: -between[mark])
    if not ranked or not between[ranked[0]]:
        return usual if tool.typed_by_hand else usual[:1]
    alone = sum(between[mark] for mark in ranked[1:]) < SELDOM * between[ranked[0]]
    proven = alone and between[ranked[0]] >= PROVEN and ranked[0] != answers.COMMA
    if not tool.typed_by_hand or proven:
        return tuple(ranked[:1])
    return usual if ranked[0] in usual else answers.USUAL


def _split_by(cell: str, wordings: Wordings, mark: str, tool: Tool) -> tuple[str, ...]:
    if mark.strip() and mark.strip() not in cell:
        return ()
    if tool.typed_by_hand:
        return answers.by_mark(cell, wordings, mark)
    return answers.exactly(cell, wordings, mark)
