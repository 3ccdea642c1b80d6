"""One sheet whose header row is known: its columns and its rows of answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, islice, zip_longest

from analysis.intake import plain
from analysis.intake.answers import Wordings, wordings
from analysis.intake.forms import Questions, Tool, load_questions, load_tools
from analysis.intake.grid import Grid
from analysis.vocabulary import DIMENSIONS, Vocabulary

SAMPLE = 400  # cells looked at to tell what a column holds


@dataclass(frozen=True)
class Known:
    """All that recognising a file rests on: the hub's words, question wordings and tools.

    `wordings` holds, by dimension, what is known of it in the form that splits cells.
    """

    vocabulary: Vocabulary
    wordings: dict[str, Wordings]
    questions: Questions
    tools: tuple[Tool, ...]


@dataclass(frozen=True)
class Sheet:
    """A grid and the rows that are its header; answers begin below the last of them.

    `headers` has one text for each column that is written in, in order; it is empty where the
    header row is. Where a second header row lists choices under a question, `questions` has that
    question over each of its columns and `choices` what stands below it; both are empty elsewhere.
    """

    grid: Grid
    headers: tuple[str, ...]
    last_header_row: int
    questions: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()

    @cached_property
    def columns(self) -> tuple[tuple[int, str], ...]:
        """Every column's number, from 1, and its header."""
        return tuple(enumerate(self.headers, start=1))

    @cached_property
    def rows(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """Every row below the header that is not blank, with its number in the sheet."""
        below = enumerate(self.grid.rows, start=1)
        return tuple(
            (row, line)
            for row, line in below
            if row > self.last_header_row and any(map(str.strip, line))
        )

    def choice(self, column: int) -> tuple[str, str]:
        """The question over a column and the choice below it; both empty without a second row."""
        if column > len(self.choices) or not self.choices[column - 1].strip():
            return "", ""
        return self.questions[column - 1].strip(), self.choices[column - 1].strip()

    def heading(self, column: int) -> str:
        """What stands right over a column's cells."""
        return self.choice(column)[1] or self.headers[column - 1]

    def sample(self, column: int) -> tuple[str, ...]:
        """Some written cells of a column."""
        return self._samples[column - 1] if column <= len(self._samples) else ()

    def filled(self, column: int) -> frozenset[int]:
        """The rows in which a column is written in."""
        return self._filled[column - 1] if column <= len(self._filled) else frozenset()

    def cells(self, column: int) -> tuple[str, ...]:
        """What each row says in a column; empty where it says nothing."""
        return self._cells[column - 1] if column <= len(self._cells) else ("",) * len(self.rows)

    def written(self, column: int) -> Iterator[str]:
        """Every written cell of a column, from the top."""
        return (plain.text(cell) for cell in self.cells(column) if cell and not cell.isspace())

    @cached_property
    def _cells(self) -> tuple[tuple[str, ...], ...]:
        """Column by column, what each row says there."""
        return tuple(zip_longest(*(line for _, line in self.rows), fillvalue=""))

    @cached_property
    def _samples(self) -> tuple[tuple[str, ...], ...]:
        columns = range(1, len(self._cells) + 1)
        return tuple(tuple(islice(self.written(column), SAMPLE)) for column in columns)

    @cached_property
    def _filled(self) -> tuple[frozenset[int], ...]:
        rows = [row for row, _ in self.rows]
        return tuple(frozenset(compress(rows, map(str.strip, cells))) for cells in self._cells)


def known(vocabulary: Vocabulary) -> Known:
    """Read what the data folder says about forms, beside the hub's own words."""
    by_dimension = {dimension: wordings(vocabulary, dimension) for dimension in DIMENSIONS}
    return Known(vocabulary, by_dimension, load_questions(), load_tools())
