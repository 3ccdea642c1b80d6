"""Rows of a partner sheet that belong together: an organisation's further rows, and sections."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from analysis.intake.reading import Answer, Record, SetAside
from analysis.intake.recognise import Form
from analysis.intake.rows import HEADING, NAMELESS, NO_ONE
from analysis.intake.sheet import Known
from analysis.vocabulary import DIMENSIONS, STAGE, default_stage

PERSON = ("contact_name", "email")
CARRIED = ("organisation", "postcode")
AROUND = " \u2014\u2013-:*#"  # what people put around a heading


@dataclass(frozen=True)
class Offers:
    """The rows that are offers once each has its organisation, those that are not, and notes."""

    kept: tuple[Record, ...]
    aside: tuple[SetAside, ...]
    notes: tuple[str, ...]


def gathered(form: Form, records: tuple[Record, ...], sifted: Offers) -> Offers:
    """Give rows without a name to the organisation right above, and sections' stages to rows.

    A row that answers nothing but one choice goes on with the row above. Any other is an offer of
    its own, of the same organisation. Nothing is carried across a blank row or a heading.
    """
    if not form.tool.typed_by_hand:
        return sifted
    whole = {record.row: record for record in sifted.kept}
    owners = {row: row for row in whole}
    nameless = {each.row for each in sifted.aside if each.reason in (NAMELESS, NO_ONE)}
    for record in (record for record in records if record.row in nameless):
        owner = owners.get(record.row - 1)
        if owner and _belongs(record, whole[owner]):
            owners[record.row] = _taken(record, owner, whole)
    kept, notes = _staged(form, tuple(whole[row] for row in sorted(whole)), sifted.aside)
    aside = tuple(each for each in sifted.aside if each.row not in owners)
    return Offers(kept, aside, (*sifted.notes, *_told(owners, nameless), *notes))


def _taken(record: Record, owner: int, whole: dict[int, Record]) -> int:
    """Put a row where it belongs; returns the row of the offer that it is part of."""
    fields = {answer.field for answer in record.answers}
    if len(fields) == 1:
        whole[owner] = _joined(whole[owner], record)
        return owner
    whole[record.row] = _named(record, whole[owner])
    return record.row


def _belongs(record: Record, above: Record) -> bool:
    """Whether a row says what is offered, and is nobody else's; sums of ticks are no offer."""
    chosen = [answer.text for answer in record.answers if answer.field in DIMENSIONS]
    own = all(record.text(field) in ("", above.text(field)) for field in PERSON)
    return bool(chosen) and own and not any(text.isdecimal() for text in chosen)


def _joined(above: Record, record: Record) -> Record:
    answers = (*above.answers, *record.answers)
    return replace(above, answers=answers, lines=(*above.lines, *record.lines))


def _named(record: Record, above: Record) -> Record:
    """A row with the name, person and postcode of the row above where it has none of its own."""
    person = () if any(map(record.text, PERSON)) else PERSON
    lent = (
        answer
        for answer in above.answers
        if answer.field in (*CARRIED, *person) and not record.text(answer.field)
    )
    return replace(record, answers=(*lent, *record.answers))


def _told(owners: dict[int, int], nameless: Iterable[int]) -> Iterator[str]:
    """What was done with rows that have no name."""
    taken = [row for row in nameless if row in owners]
    further = sorted(row for row in taken if owners[row] == row)
    gone_on = sorted(row for row in taken if owners[row] != row)
    if further:
        yield (
            f"No organisation is named in {_rows(further)}: read as a further offer of the "
            "organisation in the row above."
        )
    if gone_on:
        yield f"Only one choice is written in {_rows(gone_on)}: read as part of the row above."


def _rows(rows: list[int]) -> str:
    *first, last = map(str, rows)
    return f"rows {', '.join(first)} and {last}" if first else f"row {last}"


def _staged(
    form: Form, kept: tuple[Record, ...], aside: tuple[SetAside, ...]
) -> tuple[tuple[Record, ...], tuple[str, ...]]:
    """Rows that state no stage, with the stage that the heading above them names."""
    stages = _stages(form, (each for each in aside if each.reason == HEADING and each.cells))
    if not stages:
        return kept, ()
    found, used = [], []
    for record in kept:
        above = max((row for row in stages if row < record.row), default=0)
        stage = stages.get(above)
        lacks = stage is not None and not record.text(STAGE)
        used += [stage.text] if stage and lacks else []
        found.append(_with_stage(record, stage) if lacks else record)
    return tuple(found), tuple(
        f'Rows without a stage under the heading "{text}" were taken as it says.'
        for text in dict.fromkeys(used)
    )


def _stages(form: Form, headings: Iterable[SetAside]) -> dict[int, Answer | None]:
    """The stage that holds below each heading, by its row."""
    found: dict[int, Answer | None] = {}
    last: Answer | None = None
    for heading in headings:
        last = found[heading.row] = _stage_named(form, heading, last)
    return found


def _stage_named(form: Form, heading: SetAside, before: Answer | None) -> Answer | None:
    """The stage a heading names. A place within a section changes nothing."""
    cell = heading.cells[0]
    text = cell.text.strip(AROUND)
    if code := stage_meant(text, form.known):
        is_known = form.known.vocabulary.match(STAGE, text) is not None
        return Answer(cell.column, STAGE, text, "" if is_known else code)
    return before if form.known.vocabulary.match("area", text) else None


def stage_meant(text: str, known: Known) -> str | None:
    """The stage of all rows below, where a heading over them names one."""
    return known.vocabulary.offered(STAGE, text.strip(AROUND))


def _with_stage(record: Record, named: Answer | None) -> Record:
    return replace(record, answers=(*record.answers, *([named] if named else [])))


def stage_note(form: Form, kept: tuple[Record, ...]) -> tuple[str, ...]:
    """How the offers whose stage nobody wrote are counted."""
    blank = sum(not record.text(STAGE) for record in kept)
    stage = form.known.vocabulary.term(STAGE, default_stage("partner")).label.casefold()
    if not form.columns.asks(STAGE) and blank == len(kept):
        return (f"Every row was taken as {stage}, because the sheet has no stage column.",)
    rows = "1 row without a stage was" if blank == 1 else f"{blank} rows without a stage were"
    return (f"{rows} taken as {stage}.",) if blank else ()
