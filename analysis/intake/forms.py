"""The form tools we know, one TOML file each in `data/forms/`, and how questions are worded."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from analysis.errors import DashboardError
from analysis.vocabulary import DATA, wording_key

FOLDER = DATA / "forms"
QUESTIONS = "questions.toml"
SPREADSHEET = "spreadsheet"

Table: TypeAlias = dict[str, object]


@dataclass(frozen=True)
class Tool:
    """What a form tool writes around and between the answers.

    `signature` holds sets of headers; a file with all of one set comes from this tool, and so
    does one whose headers are all among `only`, or whose last rows hold a text of `footer`.
    `stands_in` names, by field, a header that answers only where no question does. `blank` are
    cells that say nothing. `separators` are tried in order, exactly as written unless
    `typed_by_hand`; empty means that any usual separator may stand between choices.
    `needs_time` sets rows without a submission time aside: nobody sent them.
    `month_first` settles dates that fit both orders; None where the tool has no habit.
    """

    code: str
    name: str
    kind: str | None
    signature: tuple[frozenset[str], ...]
    only: frozenset[str]
    footer: tuple[str, ...]
    entry_id: frozenset[str]
    submitted_at: frozenset[str]
    ignored: frozenset[str]
    ignored_starts: tuple[str, ...]
    ignored_ends: tuple[str, ...]
    stands_in: tuple[tuple[str, str], ...]
    blank: frozenset[str]
    separators: tuple[str, ...]
    typed_by_hand: bool
    needs_time: bool
    month_first: bool | None
    zone: str

    def wrote(self, headers: frozenset[str]) -> bool:
        """Whether a file with these headers comes from this tool."""
        return headers <= self.only or any(signature <= headers for signature in self.signature)

    def signed(self, text: str) -> bool:
        """Whether a text below the answers is one that only this tool writes there."""
        return any(part in text.casefold() for part in self.footer)

    def ignores(self, header: str) -> bool:
        """Whether the tool itself wrote this column."""
        if header in self.ignored or header.startswith(self.ignored_starts):
            return True
        return header.endswith(self.ignored_ends)


@dataclass(frozen=True)
class Question:
    """How the header of one field, or one kind of cell, may be worded."""

    exact: frozenset[str]
    likely: tuple[re.Pattern[str], ...]

    def says(self, text: str) -> bool:
        """Whether a text is one of the exact wordings, or begins or reads like one."""
        key = plain_key(text)
        return key in self.exact or any(pattern.search(key) for pattern in self.likely)


class Questions(dict[str, Question]):
    """Every field's wordings by its name.

    Known by itself, so that what it says of a header can be remembered: files repeat theirs.
    """

    __hash__ = object.__hash__  # type: ignore[assignment]  # nothing changes one once it is read


def plain_key(text: str) -> str:
    """What two headers or marks share when they differ only in case, spacing or a closing "?".

    Examples
    --------
    >>> plain_key("Where do you work? "), plain_key("?")
    ('where do you work', '?')
    """
    return wording_key(text).rstrip("?! ") or text.strip().casefold()


# The files cannot change under a running program, and every upload needs them.
@cache
def load_tools(folder: Path = FOLDER) -> tuple[Tool, ...]:
    """Every tool of the folder, those with the longest signatures first."""
    files = sorted(file for file in folder.glob("*.toml") if file.name != QUESTIONS)
    tools = [_tool(file.stem, _table(file)) for file in files]
    return tuple(sorted(tools, key=lambda tool: -max(map(len, tool.signature), default=0)))


@cache
def load_questions(folder: Path = FOLDER) -> Questions:
    """The wordings of every field's header, and of cells that mean yes, no or nothing."""
    table = _table(folder / QUESTIONS)
    entries = {name: entry for name, entry in table.items() if isinstance(entry, dict)}
    return Questions({name: _question(entry) for name, entry in entries.items()})


def plain_spreadsheet() -> Tool:
    """The tool of a file that no form tool wrote: typed by hand, any separator."""
    return _tool(SPREADSHEET, {"name": "a spreadsheet", "typed_by_hand": True})


def _table(file: Path) -> Table:
    try:
        with file.open("rb") as toml:
            return dict(tomllib.load(toml))
    except tomllib.TOMLDecodeError as error:
        raise DashboardError(f"data/forms/{file.name} is not valid TOML: {error}.") from error


def _question(entry: Table) -> Question:
    return Question(exact=_keys(entry, "exact"), likely=_patterns(entry, "likely"))


def _tool(code: str, table: Table) -> Tool:
    kind, month_first = table.get("kind"), table.get("month_first")
    stands_in = table.get("stands_in")
    signature = table.get("signature")
    return Tool(
        code=code,
        name=str(table.get("name", code)),
        kind=str(kind) if kind else None,
        signature=tuple(map(_key_set, signature if isinstance(signature, list) else [])),
        only=_keys(table, "only"),
        footer=_parts(table, "footer"),
        entry_id=_keys(table, "entry_id"),
        submitted_at=_keys(table, "submitted_at"),
        ignored=_keys(table, "ignored"),
        ignored_starts=_parts(table, "ignored_starts"),
        ignored_ends=_parts(table, "ignored_ends"),
        stands_in=_pairs(stands_in if isinstance(stands_in, dict) else {}),
        blank=_keys(table, "blank"),
        separators=_texts(table, "separators"),
        typed_by_hand=table.get("typed_by_hand") is True,
        needs_time=table.get("needs_time") is True,
        month_first=month_first if isinstance(month_first, bool) else None,
        zone=str(table.get("zone", "Europe/London")),
    )


def _pairs(table: Table) -> tuple[tuple[str, str], ...]:
    return tuple((field, plain_key(str(header))) for field, header in table.items())


def _texts(table: Table, name: str) -> tuple[str, ...]:
    texts = table.get(name, [])
    return tuple(map(str, texts)) if isinstance(texts, list) else ()


def _parts(table: Table, name: str) -> tuple[str, ...]:
    return tuple(text.casefold() for text in _texts(table, name))


def _keys(table: Table, name: str) -> frozenset[str]:
    return _key_set(list(_texts(table, name)))


def _key_set(wordings: list[str]) -> frozenset[str]:
    return frozenset(map(plain_key, wordings))


def _patterns(table: Table, name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _texts(table, name))
