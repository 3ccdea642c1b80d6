"""Which field each column answers: told by its header and its cells, never by its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.assignment import NOBODY, best
from analysis.intake import addresses, by_cells, evidence, headers, lists, ticks, typed
from analysis.intake.choices import headings
from analysis.intake.forms import Tool, plain_key
from analysis.intake.reading import CHOSEN, DOUBTFUL, FIELDS, LIKELY, SURE, Column
from analysis.intake.sheet import Known, Sheet
from analysis.intake.ticks import Tick
from analysis.vocabulary import DIMENSIONS, STAGE

ENOUGH = headers.LIKELY
# What nearly every file says somewhere.
NAME = "contact_name"
CHOSEN_FROM = (*DIMENSIONS, STAGE)
EXPECTED = {"organisation": 2.0, "contact_name": 1.5}
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
    fields = _assigned(sheet, found, frozenset(t.dimension for t in ticked.values()), known)
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

    def says(text: str) -> float:
        return max(headers.scores(text, known.questions).values(), default=0.0)

    choice, header = sheet.choice(column)[1], sheet.headers[column - 1]
    return choice if choice and says(choice) > says(header) else header


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
    """The fields a column may answer, each with the weight of its header and its cells.

    Cells that happen to look like ours never make a question of ours sure.
    """
    cells = sheet.sample(column)
    by_header = headers.weights(header, known.questions)
    is_part = _is_part(sheet, column, header, known)
    found: dict[str, float] = {}
    for field in set(FIELDS).difference(_impossible(sheet, column, by_header, known)):
        asked = max(by_header[field], headers.UNLIKELY)
        said = () if field == NAME and is_part else cells
        spoken = asked + headers.STEEP * evidence.speak(field, said, known)
        found[field] = min(spoken, headers.EXACT - 1) if asked < ENOUGH else spoken
    return found


def _impossible(
    sheet: Sheet, column: int, by_header: Mapping[str, float], known: Known
) -> set[str]:
    """The fields with choices of their own that a column cannot ask for."""
    headed = {
        plain_key(headers.clean(h)) for h in (sheet.heading(column), sheet.headers[column - 1])
    }
    same = {plain_key(cell) for cell in sheet.sample(column)}
    if addresses.is_part(sheet, headed, known):
        return set(CHOSEN_FROM)
    asks_more = any(map(known.questions["other_asked"].says, headed))
    if asks_more or (len(same) == 1 and same <= headed):
        return set(CHOSEN_FROM)  # it goes with the question before it, or is one of its choices
    # The same in every row is no answer: a choice of somebody else's question, a form's name.
    constant = {each for each in CHOSEN_FROM if len(same) == 1 and by_header[each] < ENOUGH}
    is_no_stage = not headed.isdisjoint(known.questions["no_stage"].exact)
    return constant | {STAGE} if is_no_stage else constant


def _assigned(
    sheet: Sheet, found: dict[tuple[int, str], float], ticked: frozenset[str], known: Known
) -> dict[str, tuple[int, ...]]:
    """Give out the columns so that together they speak most strongly for the fields they get.

    Each field gets the column that is best for all, then those that may answer it too. Of two
    columns as strong as each other the later counts: tools put what they add first.
    """
    columns = sorted({column for column, _ in found}, reverse=True)
    asked = [field for field in FIELDS if field not in ticked]
    worth = [[_worth(found, column, field) for column in columns] for field in asked]
    given = zip(asked, best(worth), strict=True)
    taken = {columns[place]: field for field, place in given if place != NOBODY}
    fields = {field: [column] for column, field in taken.items()}
    for column, field in _strongest_first(found):
        if column in taken or found[column, field] < _bar(sheet, column, field, taken, known):
            continue
        if _may_answer(sheet, (column, field), found, fields, (ticked, known)):
            taken[column] = field
            fields.setdefault(field, []).append(column)
    return {field: tuple(columns) for field, columns in fields.items()}


def _bar(sheet: Sheet, column: int, field: str, taken: Mapping[int, str], known: Known) -> float:
    """How strongly a column must speak for a field; less where it goes on with a person's name."""
    is_next = field == NAME and taken.get(column - 1) == NAME
    goes_on = is_next and _are_parts(sheet, (column - 1, column), known)
    return headers.HINT if goes_on else ENOUGH


def _worth(found: Mapping[tuple[int, str], float], column: int, field: str) -> float:
    return found.get((column, field), 0.0) - ENOUGH + EXPECTED.get(field, 0.0)


def _may_answer(
    sheet: Sheet,
    key: tuple[int, str],
    found: dict[tuple[int, str], float],
    fields: Mapping[str, list[int]],
    settled: tuple[frozenset[str], Known],
) -> bool:
    """Whether a column may answer a field that others answer too.

    Choices may be asked for twice, but never by cells that only happen to look like ours.
    """
    (column, field), (ticked, known) = key, settled
    if field == NAME and _are_parts(sheet, (column, *fields.get(NAME, ())), known):
        return True
    if field in DIMENSIONS and (field in fields or field in ticked):
        # Beside ticks it says what they left out; beside a list it may say where an office is.
        by_header = headers.weights(sheet.headers[column - 1], known.questions)[field]
        said = by_header if field in fields else found[key]
        return said >= headers.CLEAR or _asked_by_turns(sheet, column, fields.get(field, []))
    if field not in fields or found[key] >= found[fields[field][0], field]:
        return True
    return _asked_by_turns(sheet, column, fields[field])


def _are_parts(sheet: Sheet, columns: Sequence[int], known: Known) -> bool:
    """Whether a name is asked for part by part."""
    return all(_is_part(sheet, column, sheet.heading(column), known) for column in columns)


def _is_part(sheet: Sheet, column: int, header: str, known: Known) -> bool:
    """Whether a column is headed as a part of a name, and is none of numbers or dates."""
    asked = headers.name_part(header, known.questions) is not None
    return asked and not any(map(evidence.DIGIT.search, sheet.sample(column)))


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
