"""A file into what it says: the one entry to intake."""

from analysis.errors import DashboardError
from analysis.intake import kind as kinds
from analysis.intake import recognise, records, rows
from analysis.intake.listing import as_json
from analysis.intake.reading import EOI, PARTNER, Reading
from analysis.intake.recognise import Form
from analysis.intake.sheet import known
from analysis.intake.spreadsheet import grids, shown_name
from analysis.vocabulary import STAGE, Vocabulary, default_stage

__all__ = ["as_json", "grids", "read"]

NO_CONSENT = "This form asks no consent question."


def read(name: str, data: bytes, vocabulary: Vocabulary, kind: str | None = None) -> Reading:
    """Say what a file means. Nothing is recorded.

    Parameters
    ----------
    name
        The file's name, for messages and to tell its kind. Its ending is not trusted.
    data
        The bytes as uploaded.
    vocabulary
        The hub's words, by which choices are told apart and columns recognised.
    kind
        "eoi" or "partner" where staff said so; otherwise the file tells.

    Returns
    -------
    Reading
        One record for each row that is a submission, the rows set aside, and what was assumed.

    Raises
    ------
    DashboardError
        If the file cannot be read or understood; the message says what to do.
    """
    shown = shown_name(name)
    form = recognise.form(shown, grids(name, data), known(vocabulary))
    kept, aside = rows.sifted(form, tuple(records.records(form)))
    if not kept:
        raise DashboardError(
            f"{shown} has a header but no submissions below it. "
            "If answers are expected, export it again."
        )
    kind = kinds.kind(shown, form, kind)
    return Reading(
        file=shown,
        sheet=form.sheet.grid.sheet,
        kind=kind,
        tool=form.tool.code,
        columns=form.columns.described(form.sheet),
        records=kept,
        set_aside=aside,
        notes=(*form.notes, *_notes(form, kind)),
    )


def _notes(form: Form, kind: str) -> tuple[str, ...]:
    asks = form.columns.asks
    if kind == EOI and not asks("consent"):
        return (NO_CONSENT,)
    if kind == PARTNER and not asks(STAGE):
        stage = form.known.vocabulary.term(STAGE, default_stage(PARTNER)).label.casefold()
        return (f"Every row was taken as {stage}, because the sheet has no stage column.",)
    return ()
