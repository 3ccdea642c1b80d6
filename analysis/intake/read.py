"""A file into what it says: the one entry to intake."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.errors import DashboardError
from analysis.intake import kind as kinds
from analysis.intake import recognise, records, returned, rows, sections, sheets
from analysis.intake.choices import NO_CHOICES, Choices, Remembered
from analysis.intake.grid import Grid
from analysis.intake.listing import as_json
from analysis.intake.reading import ASKS, EOI, PARTNER, Reading
from analysis.intake.recognise import Form
from analysis.intake.sections import Offers
from analysis.intake.sheet import known
from analysis.intake.spreadsheet import grids, shown_name
from analysis.vocabulary import Vocabulary

__all__ = ["as_json", "grids", "read", "refuse_open", "understand"]

NO_CONSENT = "This form asks no consent question."
NO_ROWS = (
    "{name} has a header but no submissions below it. If answers are expected, export it again."
)
OPEN_KIND = (
    "{name} does not tell whether it holds expressions of interest or partners. "
    "Say which: --kind eoi or --kind partner on the command line, or choose on the Upload page."
)


def read(
    name: str,
    data: bytes,
    vocabulary: Vocabulary,
    kind: str | None = None,
    remembered: Sequence[Remembered] = (),
) -> Reading:
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
        "eoi" or "partner" where staff said so, for this once; otherwise the file tells.
    remembered
        What staff decided about forms before, oldest first.

    Returns
    -------
    Reading
        One record for each row that is a submission, the rows set aside, and what was assumed. Of
        several sheets, one after another: rows count from the top of each. It is to be shown; what
        is recorded are the readings that `understand` gives, one for each sheet.

    Raises
    ------
    DashboardError
        If the file cannot be read or understood, or only a person can say whose column names the
        organisation or which kind of file it is; the message says what to do.
    """
    found = grids(name, data)
    first, *more = understand(name, found, vocabulary, Choices(kind=kind), remembered)
    for reading in (first, *more):
        refuse_open(reading, found)
    return replace(
        first,
        records=(*first.records, *(record for each in more for record in each.records)),
        set_aside=(*first.set_aside, *(aside for each in more for aside in each.set_aside)),
        notes=tuple(dict.fromkeys(note for each in (first, *more) for note in each.notes)),
        told=NO_CHOICES,
    )


def refuse_open(reading: Reading, found: tuple[Grid, ...]) -> None:
    """Refuse a file of which only a person can say what it holds, where nobody is there to ask.

    Raises
    ------
    DashboardError
        If no column names the organisation, or nothing tells the file's kind.
    """
    if "organisation" in reading.asks:
        raise DashboardError(sheets.no_organisation(reading.file, found))
    if "kind" in reading.asks:
        raise DashboardError(OPEN_KIND.format(name=reading.file))


def understand(
    name: str,
    found: tuple[Grid, ...],
    vocabulary: Vocabulary,
    told: Choices = NO_CHOICES,
    remembered: Sequence[Remembered] = (),
) -> tuple[Reading, ...]:
    """Say what a file's sheets mean, each that is read by itself; the most have one.

    `told` is what staff say of the file; what they still must say is in `asks`.

    Raises
    ------
    DashboardError
        If the sheets cannot be understood; the message says what to do.
    """
    shown = shown_name(name)
    words = known(vocabulary)
    read, notes = sheets.chosen(shown, returned.as_sent(found, words.questions["added"]), words)
    forms = [recognise.form(shown, sheet, words, told, remembered) for sheet in read]
    every = [_reading(shown, form, told) for form in forms]
    kept = [reading for reading in every if reading.records]
    sent_back = any(sheet.grid not in found for sheet in read)
    if not kept:
        raise DashboardError(NO_ROWS.format(name=shown))
    names = [reading.sheet for reading in kept]
    return tuple(
        replace(
            reading,
            beside=tuple(names[:place] + names[place + 1 :]),
            notes=(*notes, *reading.notes),
            sent_back=sent_back,
        )
        for place, reading in enumerate(kept)
    )


def _reading(shown: str, form: Form, told: Choices) -> Reading:
    """What one sheet says."""
    found_records = tuple(records.records(form))
    is_named = "organisation" not in form.asks
    kind = kinds.kind(shown, form)
    kept, aside = rows.sifted(form, found_records) if is_named else (found_records, ())
    offers = Offers(kept, aside, ())
    if kind == PARTNER and is_named:
        offers = sections.gathered(form, found_records, offers)
    asks = {*form.asks, *(() if kind else ("kind",))}
    return Reading(
        file=shown,
        sheet=form.sheet.grid.sheet,
        kind=kind or EOI,
        tool=form.tool.code,
        columns=form.columns.described(form.sheet),
        records=offers.kept,
        set_aside=offers.aside,
        notes=(*form.notes, *offers.notes, *_notes(form, kind or EOI, offers)),
        headings=form.sheet.headers,
        choices=form.choices,
        told=told,
        asks=tuple(ask for ask in ASKS if ask in asks),
        head=records.head(form),
    )


def _notes(form: Form, kind: str, offers: Offers) -> tuple[str, ...]:
    if kind == PARTNER:
        return sections.stage_note(form, offers.kept)
    return () if form.columns.asks("consent") else (NO_CONSENT,)
