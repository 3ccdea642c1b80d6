"""Bytes into grids of text, parsed in a child process that cannot take this one down."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from analysis.errors import DashboardError
from analysis.intake import details, handover, limits
from analysis.intake.grid import Grid
from analysis.intake.handover import Outcome

ROOT = Path(__file__).resolve().parents[2]
KEPT_ENVIRONMENT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH")


def grids(name: str, data: bytes) -> tuple[Grid, ...]:
    """Read a file into its sheets as text, losing nothing.

    Parameters
    ----------
    name
        What to call the file in messages. Its ending is not trusted.
    data
        The bytes as uploaded: .xlsx, .xls, .xlsb, .ods, text with separators, or a zip with
        one such text.

    Returns
    -------
    tuple[Grid, ...]
        One grid a sheet, in the order of the workbook, hidden ones marked.

    Raises
    ------
    DashboardError
        If the file is no spreadsheet, is damaged or locked, or asks for more than the limits.
    """
    shown = shown_name(name)
    limits.check(shown, data)
    outcome = _parsed(shown, data)
    if outcome["refused"]:
        raise DashboardError(outcome["refused"])
    return tuple(
        Grid(sheet["sheet"], sheet["rows"], sheet["hidden"], sheet["assumed"])
        for sheet in outcome["sheets"]
    )


def shown_name(name: str) -> str:
    """The file's own name without folders, personal details or what cannot be shown."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(letter for letter in last if letter.isprintable()).strip()
    return details.without_addresses(shown) or "The file"


def _parsed(name: str, data: bytes) -> Outcome:
    # The arguments are ours and the name is one argument among them: no shell reads it.
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "analysis.intake.child", name],
            input=data,
            capture_output=True,
            timeout=limits.WALL_SECONDS,
            cwd=ROOT,
            env=environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise DashboardError(_too_much(name)) from error
    if done.returncode:
        raise_failure(name, done.stderr.decode("utf-8", errors="replace"))
    return handover.read(done.stdout)


def raise_failure(name: str, said: str) -> NoReturn:
    """Tell a child that broke on its file from one that broke on our own mistake."""
    if "PanicException" in said:
        raise DashboardError(
            f"{name} is damaged: its parts do not fit together. Open it in Excel, save it again."
        )
    if "Traceback" in said and "MemoryError" not in said:
        raise RuntimeError(said)
    raise DashboardError(_too_much(name))


def environment() -> dict[str, str]:
    """What the child needs to start; passwords kept in the environment stay here."""
    kept = {key: os.environ[key] for key in KEPT_ENVIRONMENT if key in os.environ}
    return {**kept, "PYTHONIOENCODING": "utf-8"}


def _too_much(name: str) -> str:
    return (
        f"{name} could not be read within the limits of time and memory: something may be written "
        "far from the answers. Copy the answers into a new workbook and upload that."
    )
