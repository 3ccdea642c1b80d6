"""The role of each colour: its fill, the ink on it, a symbol, a word and what it says."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.errors import DashboardError

PALETTE = Path(__file__).resolve().parent.parent / "data" / "palette.toml"


@dataclass(frozen=True)
class Role:
    """One role a colour plays. `fill` and `ink` (the text on it) are written `#RRGGBB`.

    `many` is the word after a number other than 1.
    """

    code: str
    word: str
    many: str
    symbol: str
    fill: str
    ink: str
    meaning: str


@dataclass(frozen=True)
class Palette:
    """Every role, each group in the order it is shown. `shares` are equal steps from 0 to 1."""

    states: tuple[Role, ...]
    marks: tuple[Role, ...]
    quadrants: tuple[Role, ...]
    shares: tuple[Role, ...]
    no_share: Role
    chosen: Role

    def step(self, share: float | None) -> Role:
        """Give a share from 0 to 1 its role; None is a share that is not known."""
        if share is None:
            return self.no_share
        return self.shares[min(int(share * len(self.shares)), len(self.shares) - 1)]


def find(roles: tuple[Role, ...], code: str) -> Role:
    """Look a role up by its code.

    Raises
    ------
    DashboardError
        If the palette has no such role; the message lists those it has.
    """
    for role in roles:
        if role.code == code:
            return role
    known = ", ".join(role.code for role in roles)
    raise DashboardError(
        f'data/palette.toml has no colour for "{code}". Add it beside these: {known}.'
    )


def key(roles: tuple[Role, ...]) -> str:
    """One line that says what the symbols mean, for text beside a chart."""
    return " · ".join(f"{role.symbol} {role.word}: {role.meaning}" for role in roles)


# The file cannot change under a running program, and every figure needs it.
@cache
def load(file: Path = PALETTE) -> Palette:
    """Read the palette.

    Raises
    ------
    DashboardError
        If a group is missing, or a role lacks one of its parts or has one too many.
    """
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    try:
        return Palette(
            states=_roles(content["states"]),
            marks=_roles(content["marks"]),
            quadrants=_roles(content["quadrants"]),
            shares=_roles(content["shares"]),
            no_share=Role(**content["no_share"]),
            chosen=Role(**content["chosen"]),
        )
    except (KeyError, TypeError) as problem:
        raise DashboardError(
            f"{file.name} is incomplete: {problem}. Each colour needs code, word, many, symbol, "
            "fill, ink and meaning."
        ) from problem


def _roles(entries: list[dict[str, str]]) -> tuple[Role, ...]:
    return tuple(Role(**entry) for entry in entries)
