"""The columns of an export: what heads each, and what stands in it for one response."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tests.intake.invented.form import (
    PLAIN,
    Answer,
    Form,
    Question,
    Taste,
    answers,
    form,
    without_strangers,
)
from tests.intake.invented.people import Said
from tests.intake.invented.pool import Pool
from tests.intake.invented.table import Cell


@dataclass(frozen=True)
class Response:
    """`place` counts from 1, in the order sent."""

    place: int
    said: Said
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Filled:
    """A form and what was answered, in the order sent."""

    rng: random.Random
    form: Form
    responses: tuple[Response, ...]

    @property
    def backwards(self) -> "Filled":
        """The newest first, as some tools list them."""
        return replace(self, responses=self.responses[::-1])


@dataclass(frozen=True)
class Column:
    heads: tuple[str, ...]
    cell: Callable[[Response], Cell]


@dataclass(frozen=True)
class Spread:
    """How a tool spreads a choice over columns, one for each option.

    `head` takes the question, the option and whether it is the first; `yes` takes the option.
    """

    head: Callable[[str, str, bool], tuple[str, ...]]
    yes: Callable[[str], Cell] = str
    no: Cell = ""
    other_yes: Callable[[str], Cell] = str


def filled(rng: random.Random, words: Pool, said: list[Said], taste: Taste = PLAIN) -> Filled:
    asked = without_strangers(form(rng, words, taste), said)
    responses = [
        Response(place, each, tuple(answers(rng, asked, each)))
        for place, each in enumerate(said, 1)
    ]
    return Filled(rng, asked, tuple(responses))


def meta(head: str, cell: Callable[[Response], Cell], rows: int = 1) -> Column:
    return Column((head, *[""] * (rows - 1)), cell)


def fixed(*heads: str, cell: Cell = "", rows: int = 1) -> list[Column]:
    return [meta(head, lambda _: cell, rows) for head in heads]


def each_question(asked: Form, columns: Callable[[int, Question], list[Column]]) -> list[Column]:
    return [c for place, question in enumerate(asked.questions) for c in columns(place, question)]


def one(place: int, head: str, mark: str, end: str = "") -> list[Column]:
    """One column for a question; choices joined."""
    return [Column((head,), lambda response: text(response.answers[place], mark, end))]


def text(answer: Answer, mark: str, end: str = "") -> str:
    return answer.text or mark.join(answer.items) + (end if answer.items else "")


def many(place: int, question: Question, how: Spread) -> list[Column]:
    """One column for each option of a question; what was typed stands under its Other."""
    return [
        Column(
            how.head(question.title, wording, number == 0),
            _other(place, how) if code == "" else _ticked(place, wording, how),
        )
        for number, (code, wording) in enumerate(question.options)
    ]


def _ticked(place: int, wording: str, how: Spread) -> Callable[[Response], Cell]:
    return lambda r: how.yes(wording) if wording in r.answers[place].chosen else how.no


def _other(place: int, how: Spread) -> Callable[[Response], Cell]:
    return lambda r: how.other_yes(r.answers[place].other) if r.answers[place].other else how.no


def named(*heads: str) -> list[Column]:
    """A name in two columns."""
    return [
        Column((heads[0],), lambda r: r.said.given),
        Column((heads[1],), lambda r: r.said.family),
    ]


def rows(columns: Sequence[Column], responses: Sequence[Response]) -> list[list[Cell]]:
    """The header rows and one row for each response."""
    depth = len(columns[0].heads)
    heads: list[list[Cell]] = [[c.heads[level] for c in columns] for level in range(depth)]
    return heads + [[c.cell(response) for c in columns] for response in responses]
