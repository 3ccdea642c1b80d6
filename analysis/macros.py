"""The files of SQL, and the questions among them that a database has already learned."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

import duckdb

SQL = Path(__file__).resolve().parent / "sql"
FOLDERS = ("questions", "past")  # of the macros in the schema `questions`
NAMED = re.compile(r"\bquestions\.(\w+)\(")


def statement(name: str) -> str:
    """The text of one file of the pipeline, named by folder and relation."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


@dataclass
class Macros:
    """The questions that one database knows so far, shared by all threads that ask it."""

    known: set[str] = field(default_factory=set)
    turn: Lock = field(default_factory=Lock)

    def make(self, connection: duckdb.DuckDBPyConnection, asked: str) -> None:
        """Make each question that a statement asks for and that is not there yet."""
        if self.known.issuperset(needed(asked)):
            return
        with self.turn:
            for name in needed(asked):
                if name not in self.known:
                    connection.execute(_text(name))
                    self.known.add(name)


@lru_cache(maxsize=256)
def needed(asked: str) -> tuple[str, ...]:
    """The questions that a statement is made of, each after those it is made of itself."""
    return tuple(dict.fromkeys(_beneath(asked)))


def _beneath(text: str) -> Iterator[str]:
    for name in NAMED.findall(text):
        yield from needed(_text(name).replace(f"create macro questions.{name}(", ""))
        yield name


@cache
def _text(name: str) -> str:
    return next(
        file.read_text(encoding="utf-8")
        for folder in FOLDERS
        if (file := SQL / folder / f"{name}.sql").exists()
    )
