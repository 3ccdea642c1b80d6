"""Which rows are submissions, and why the others are not."""

from collections.abc import Iterator

from analysis.intake import headers, plain
from analysis.intake.forms import plain_key
from analysis.intake.reading import Cell, Record, SetAside, written
from analysis.intake.recognise import Form
from analysis.vocabulary import DIMENSIONS, STAGE

NO_ONE = "no organisation and no e-mail address"
NAMELESS = "no organisation's name; write it into the file, and load it again"
TOTAL = "a total or a note, not a submission"
HEADING = "a heading, not a submission"
NOT_SENT = "not submitted: no submit date"
UNFINISHED = "not submitted: its status is “{status}”"
TRIAL = "a test of the form, not a submission"
HEADER_AGAIN = "the header again"

# What staff can put right in the file, and what a file written again needs to look like itself.
MENDABLE = (NAMELESS,)
AS_IT_LAY = (*MENDABLE, TOTAL, HEADING, TRIAL, HEADER_AGAIN)

LITTLE = ("organisation", "reach", "entry_id")  # what a total or a note may say too


def sifted(
    form: Form, records: tuple[Record, ...]
) -> tuple[tuple[Record, ...], tuple[SetAside, ...]]:
    """The records that are submissions, and the rows that are not."""
    unsent, header = _unsent(form), _header(form)
    reasons = {
        record.row: _reason(form, record, header) or unsent.get(record.row, "")
        for record in records
    }
    kept = tuple(record for record in records if not reasons[record.row])
    aside = tuple(_aside(record, reasons[record.row]) for record in records if reasons[record.row])
    return kept, aside


def _unsent(form: Form) -> dict[int, str]:
    """The rows that a tool itself says nobody sent off."""
    if not (form.columns.asks("submitted_at") or form.columns.asks("entry_id")):
        return {}
    found: dict[int, str] = {}
    for column, header in form.sheet.columns:
        if not form.known.questions["completion"].exact.isdisjoint(headers.keys(header)):
            found |= _unfinished(form, column)
    return found


def _unfinished(form: Form, column: int) -> dict[int, str]:
    """By row, the status that says so; none where a column holds anything but such statuses."""
    sent, unsent = (form.known.questions[name] for name in ("finished", "unfinished"))
    cells = {
        row: plain.text(line[column - 1]) for row, line in form.sheet.rows if column <= len(line)
    }
    told = {cell: cell and unsent.says(cell) for cell in set(cells.values())}
    if not all(told[cell] or not cell or sent.says(cell) for cell in told):
        return {}
    return {row: UNFINISHED.format(status=cell) for row, cell in cells.items() if told[cell]}


def _aside(record: Record, reason: str) -> SetAside:
    may_be_kept = reason in AS_IT_LAY and record.consent is not False
    return SetAside(record.row, reason, record.cells if may_be_kept else ())


def _reason(form: Form, record: Record, header: str) -> str:
    """Why a row is no submission; empty where it is one."""
    name = record.text("organisation")
    key = plain_key(name)
    if header and key == header and not _is_alone(record):
        return HEADER_AGAIN
    if _is_total(form, record, key):
        return TOTAL
    if _is_heading(form, record):
        return HEADING
    if form.known.questions["trial"].says(name):
        return TRIAL
    if not name:
        return NAMELESS if record.text("email") else NO_ONE
    return NOT_SENT if form.tool.needs_time and not record.text("submitted_at") else ""


def _header(form: Form) -> str:
    """How the organisation's column is headed.

    Choices repeat their header in every row that ticks them; an organisation's name does not.
    """
    column = form.columns.first("organisation")
    return plain_key(form.sheet.headers[column - 1]) if column else ""


def _is_total(form: Form, record: Record, key: str) -> bool:
    """A row called a total is one, whatever it counts; a note must say nothing else."""
    totals = form.known.questions["totals"]
    if key in totals.exact:
        return True
    return _says_little(record) and totals.says(next(_cells(record)).text)


def _says_little(record: Record) -> bool:
    """Whether a row names nothing that a total or a note could not hold."""
    said = (a for a in record.answers if a.field not in LITTLE)
    return not any(a.value if a.field == "submitted_at" else True for a in said)


def _is_heading(form: Form, record: Record) -> bool:
    """One cell alone that heads the rows below: a term, a mark, or words of a section."""
    if not _is_alone(record) or not _stands_at_the_left(form, record):
        return False
    text = next(_cells(record)).text.strip()
    match = form.known.vocabulary.match
    is_term = any(match(dimension, text) for dimension in (*DIMENSIONS, STAGE))
    is_section = form.known.questions["section"].says(text) or _shouts(form, text)
    return is_term or is_section or not text[0].isalnum() or text.endswith(":")


def _is_alone(record: Record) -> bool:
    """Whether one cell is all that is written."""
    return sum(map(bool, record.lines[0][1])) == 1


def _cells(record: Record) -> Iterator[Cell]:
    return written(record.lines[0])


def _stands_at_the_left(form: Form, record: Record) -> bool:
    """Where an organisation's name is looked for, or before it."""
    return next(_cells(record)).column <= (form.columns.first("organisation") or 1)


def _shouts(form: Form, text: str) -> bool:
    """Whether a text is in capitals where names are not."""
    names = form.sheet.sample(form.columns.first("organisation") or 1)
    return text.isupper() and sum(name.isupper() for name in names) * 4 <= len(names)
