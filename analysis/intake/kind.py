"""Whether a file holds expressions of interest or the partners a hub already has."""

from analysis.errors import DashboardError
from analysis.intake import dates, headers, sections
from analysis.intake.columns import DECIDED
from analysis.intake.reading import EOI, PARTNER
from analysis.intake.recognise import Form
from analysis.vocabulary import STAGE

MOST = 0.9


def kind(name: str, form: Form) -> str | None:
    """The kind of a file: what staff said, else what the tool, the columns or the names tell.

    None where nothing tells.

    Raises
    ------
    DashboardError
        If staff said something else than the two kinds.
    """
    if form.choices.kind is not None:
        return _checked(form.choices.kind)
    return form.tool.kind or _by_columns(form) or _by_names(name, form) or _by_habit(form)


def _checked(told: str) -> str:
    if told not in (EOI, PARTNER):
        raise DashboardError(f'There is no kind "{told}". Choose {EOI} or {PARTNER}.')
    return told


def _by_columns(form: Form) -> str | None:
    """What only a form tool writes, or only a form asks.

    A column that staff gave a field does not change what the whole file is taken for.
    """
    if _is_asked(form, "entry_id") or _is_asked(form, "consent"):
        return EOI
    stamped = _time_stamp_weight(form) >= headers.EXACT or _has_times_of_day(form)
    return EOI if stamped else None


def _is_asked(form: Form, field: str) -> bool:
    columns = form.columns.fields.get(field, ())
    return any(form.columns.weights.get(column, 0) < DECIDED for column in columns)


def _time_stamp_weight(form: Form) -> float:
    """How surely a column is when a form was sent, and not just a date: 0 without one."""
    column = form.columns.first("submitted_at")
    if column is None:
        return 0.0
    found = headers.scores(form.sheet.headers[column - 1], form.known.questions)
    return found.get("submitted_at", 0.0)


def _has_times_of_day(form: Form) -> bool:
    """Only a machine writes down the minute in which something arrived, row by row."""
    column = form.columns.first("submitted_at")
    cells = form.sheet.sample(column) if column else ()
    timed = sum("T" in dates.read(cell, form.habit) for cell in cells)
    return 0 < len(cells) * MOST <= timed


def _by_names(name: str, form: Form) -> str | None:
    names = (name.rsplit(".", 1)[0], form.sheet.grid.sheet)
    for named, found in (("named_partner", PARTNER), ("named_eoi", EOI)):
        if any(form.known.questions[named].says(each) for each in names):
            return found
    return None


def _by_habit(form: Form) -> str | None:
    if form.columns.asks(STAGE):
        return PARTNER
    if _time_stamp_weight(form) >= headers.LIKELY:
        return EOI
    return PARTNER if form.columns.ticks or _has_stage_headings(form) else None


def _has_stage_headings(form: Form) -> bool:
    """Whether rows stand in sections, such as "Commissioned": nobody sends those in."""
    alone = (filled for _, line in form.sheet.rows if len(filled := [c for c in line if c]) == 1)
    return any(sections.stage_meant(text, form.known) for (text,) in alone)
