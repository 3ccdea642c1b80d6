"""Which field each column answers: told by its header and its cells, never by its place."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analysis.intake import by_cells, evidence, headers, lists, ticks, typed
from analysis.intake.choices import headings
from analysis.intake.forms import Tool, plain_key
from analysis.intake.reading import CHOSEN, DOUBTFUL, FIELDS, LIKELY, SURE, Column
from analysis.intake.sheet import Known, Sheet
from analysis.intake.ticks import Tick
from analysis.vocabulary import DIMENSIONS, STAGE

ENOUGH = 6.0
NEEDS_CELLS = 2.0  # of 8: a date or stage column whose cells are nothing of the kind is neither
SHAPED = ("submitted_at", STAGE, "email")
NAMES = {"organisation", "contact_name"}
HEADER_ALONE = headers.HINT
DECIDED = 1000.0  # the weight of what staff said: no header and no cell outweighs it


@dataclass(frozen=True)
class Columns:
    """The columns of a sheet, understood.

    `fields` lists the columns of each field, the one to believe first. `ticks` are those that
    stand for one choice. `weights` say how strongly a column speaks for its field.
    """

    fields: dict[str, tuple[int, ...]]
    ticks: dict[int, Tick]
    weights: dict[int, float]

    def first(self, field: str) -> int | None:
        """The column to believe for a field; None where the file has none."""
        return next(iter(self.fields.get(field, ())), None)

    def asks(self, field: str) -> bool:
        """Whether the file has any column for a field."""
        return field in self.fields or any(t.dimension == field for t in self.ticks.values())

    def described(self, sheet: Sheet) -> tuple[Column, ...]:
        """Every column that is written in, with the field it answers."""
        by_column = {column: field for field, columns in self.fields.items() for column in columns}
        by_column |= {column: tick.dimension for column, tick in self.ticks.items()}
        return tuple(
            Column(
                column,
                header or sheet.choice(column)[1],
                by_column.get(column),
                self.ticks[column].choice if column in self.ticks else "",
                self._confidence(column) if column in by_column else "",
            )
            for column, header in sheet.columns
            if header.strip() or column in by_column
        )

    def _confidence(self, column: int) -> str:
        weight = self.weights.get(column, ENOUGH)
        if weight >= DECIDED:
            return CHOSEN
        return SURE if weight >= headers.EXACT else LIKELY if weight >= ENOUGH else DOUBTFUL


def recognise(sheet: Sheet, tool: Tool, known: Known, chosen: Mapping[int, str]) -> Columns:
    """Tell the columns of a sheet that came from a tool.

    `chosen` are the fields of those columns that staff decided on, "" for none of ours.
    """
    ticked = {c: tick for c, tick in ticks.recognise(sheet, known).items() if c not in chosen}
    ticked |= ticks.chosen(sheet, known, chosen)
    # Some tools join the ticked choices once more, in a column headed with the question alone.
    summed = {plain_key(tick.question) for tick in ticked.values() if tick.question}
    others = typed.behind(sheet)
    open_columns = [
        (column, _heading(sheet, column, known))
        for column, header in sheet.columns
        if column not in others and column not in ticked and column not in chosen
        if not tool.ignores(plain_key(header))
        if plain_key(headers.clean(header)) not in summed
    ]
    found = {
        (column, field): score
        for column, header in open_columns
        for field, score in _scores(sheet, column, header, known).items()
    }
    found |= {key: w for key, w in _told_by_tool(sheet, tool).items() if key[0] not in chosen}
    found |= {(c, field): DECIDED for c, field in chosen.items() if field and c not in ticked}
    found = by_cells.only_contacts(sheet, found, known)
    fields = _assigned(sheet, found, frozenset(tick.dimension for tick in ticked.values()))
    fields = lists.added(sheet, tool, known, (fields, ticked, frozenset(chosen)))
    written = typed.recognise(sheet, known, ticked, _dimensions(fields))
    ticked |= {c: tick for c, tick in written.items() if c not in _settled(fields, found, chosen)}
    fields = _without(fields, frozenset(ticked))
    fields = by_cells.added(sheet, tool, fields, frozenset((*ticked, *chosen)), known)
    weights = {
        c: found.get((c, field), by_cells.WEIGHT) for field, cs in fields.items() for c in cs
    }
    weights |= {c: DECIDED if c in chosen else headers.EXACT for c in ticked}
    return Columns(_with_stand_ins(sheet, tool, fields), ticked, weights)


def _heading(sheet: Sheet, column: int, known: Known) -> str:
    """What says most of a column: the choice right over its cells, or its own header."""
    choice, header = sheet.choice(column)[1], sheet.headers[column - 1]
    return choice if choice and headers.scores(choice, known.questions) else header


def told(sheet: Sheet, fields: Mapping[tuple[str, int], str]) -> dict[int, str]:
    """The columns whose headings staff decided on, and the field of each."""
    numbered = enumerate(headings(sheet.headers), start=1)
    return {column: fields[heading] for column, heading in numbered if heading in fields}


def _told_by_tool(sheet: Sheet, tool: Tool) -> dict[tuple[int, str], float]:
    certain = 2.0 * headers.EXACT
    told = (("entry_id", tool.entry_id), ("submitted_at", tool.submitted_at))
    return {
        (column, field): certain
        for column, header in sheet.columns
        for field, wordings in told
        if plain_key(header) in wordings
    }


def _scores(sheet: Sheet, column: int, header: str, known: Known) -> dict[str, float]:
    """The fields a column may answer, each with the weight of its header and its cells."""
    cells = sheet.sample(column)
    by_header = headers.scores(header, known.questions)
    likely = _told_by_cells(cells, known) or _likely(header, cells, by_header, known)
    if known.questions["other_asked"].says(headers.clean(header)):
        likely -= set(DIMENSIONS)  # it goes with the question before it
    weighed = {f: (by_header.get(f, 0), evidence.weight(f, cells, known)) for f in likely}
    return {
        field: _sum(field, both) for field, both in weighed.items() if _fits(field, both, cells)
    }


def _sum(field: str, both: tuple[int, float]) -> float:
    """Cells that happen to look like ours never make a question of ours sure."""
    happen = field in DIMENSIONS and both[0] < headers.LIKELY
    return min(sum(both), headers.EXACT - 1) if happen else sum(both)


def _told_by_cells(cells: tuple[str, ...], known: Known) -> set[str]:
    """The field whose form nearly all cells have, whatever the header says they are."""
    return {f for f in evidence.FORMAL if evidence.weight(f, cells, known) >= ENOUGH}


def _likely(
    header: str, cells: tuple[str, ...], by_header: dict[str, int], known: Known
) -> set[str]:
    is_sure = max(by_header.values(), default=0) >= headers.EXACT
    if is_sure or headers.is_ignored(header, known.questions):
        likely = set(by_header)
    else:
        likely = {*by_header, *(f for f in FIELDS if evidence.has_shape(f))}
    if len(set(cells)) == 1 and not is_sure:
        # The same in every row is no answer: a choice of somebody else's question, a form's name.
        likely -= {each for each in (*DIMENSIONS, STAGE) if not by_header.get(each)}
    if {plain_key(cell) for cell in cells} == {plain_key(headers.clean(header))}:
        likely -= set(DIMENSIONS)
    if evidence.weight("email", cells, known) > NEEDS_CELLS:
        likely -= {name for name in NAMES if by_header.get(name, 0) < headers.EXACT}
    return likely


def _fits(field: str, both: tuple[int, float], cells: tuple[str, ...]) -> bool:
    by_header, by_cells = both
    doubtful = by_header < headers.EXACT or field == "email"
    if field in SHAPED and doubtful and cells and by_cells < NEEDS_CELLS:
        return False
    if field in (*DIMENSIONS, "reach", STAGE, "consent"):
        return by_header + by_cells >= ENOUGH
    return by_header >= HEADER_ALONE or by_cells >= ENOUGH


def _assigned(
    sheet: Sheet, found: dict[tuple[int, str], float], ticked: frozenset[str]
) -> dict[str, tuple[int, ...]]:
    """Give each column its strongest field, and each single field its strongest column.

    Of two columns as strong as each other the later counts: tools put what they add first.
    """
    fields: dict[str, list[int]] = defaultdict(list)
    taken: dict[int, str] = {}
    for column, field in _strongest_first(found):
        if column in taken or not _may_answer(sheet, (column, field), found, fields, ticked):
            continue
        taken[column] = field
        fields[field].append(column)
    return {field: tuple(columns) for field, columns in fields.items()}


def _may_answer(
    sheet: Sheet,
    key: tuple[int, str],
    found: dict[tuple[int, str], float],
    fields: Mapping[str, list[int]],
    ticked: frozenset[str],
) -> bool:
    """Whether a column may answer a field that others answer too.

    Choices may be asked for twice, but never by cells that only happen to look like ours.
    """
    column, field = key
    if field in DIMENSIONS and (field in fields or field in ticked):
        return found[key] >= headers.EXACT or _asked_by_turns(sheet, column, fields.get(field, []))
    if field not in fields or found[key] >= found[fields[field][0], field]:
        return True
    return _asked_by_turns(sheet, column, fields[field])


def _asked_by_turns(sheet: Sheet, column: int, columns: list[int]) -> bool:
    """Whether a question was replaced midway: each row that answers one leaves the other blank."""
    rows = sheet.filled(column)
    return bool(rows and columns) and all(
        sheet.filled(other) and rows.isdisjoint(sheet.filled(other)) for other in columns
    )


def _settled(
    fields: Mapping[str, tuple[int, ...]],
    found: Mapping[tuple[int, str], float],
    chosen: Mapping[int, str],
) -> frozenset[int]:
    """The columns that staff decided on, and those that surely answer something else."""
    sure = (c for field, cs in fields.items() for c in cs if found.get((c, field), 0) >= ENOUGH)
    return frozenset((*chosen, *sure))


def _dimensions(fields: Mapping[str, tuple[int, ...]]) -> dict[int, str]:
    return {column: field for field in DIMENSIONS for column in fields.get(field, ())}


def _without(
    fields: Mapping[str, tuple[int, ...]], taken: frozenset[int]
) -> dict[str, tuple[int, ...]]:
    left = {field: tuple(c for c in columns if c not in taken) for field, columns in fields.items()}
    return {field: columns for field, columns in left.items() if columns}


def _strongest_first(found: dict[tuple[int, str], float]) -> Iterator[tuple[int, str]]:
    def order(item: tuple[int, str]) -> tuple[float, int, int]:
        column, field = item
        return -found[item], FIELDS.index(field), -column

    return iter(sorted(found, key=order))


def _with_stand_ins(
    sheet: Sheet, tool: Tool, fields: dict[str, tuple[int, ...]]
) -> dict[str, tuple[int, ...]]:
    by_header = {plain_key(header): column for column, header in sheet.columns}
    stand_ins = {
        field: (by_header[header],)
        for field, header in tool.stands_in
        if field not in fields and header in by_header
    }
    return {**fields, **stand_ins}
