"""A report written as what a file's name ends in."""

from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from analysis.errors import DashboardError
from analysis.report.board.parts import Report
from analysis.report.board.pdf import as_pdf
from analysis.report.board.sheets import as_xlsx
from analysis.report.board.word import as_docx

WRITERS: Final[Mapping[str, Callable[[Report], bytes]]] = MappingProxyType(
    {".pdf": as_pdf, ".docx": as_docx, ".xlsx": as_xlsx}
)


def writer(name: str) -> Callable[[Report], bytes]:
    """What writes a report as a file of that name.

    Raises
    ------
    DashboardError
        If its ending is none of ours.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in WRITERS:
        raise DashboardError(
            f"{name} does not say what to write. End its name in {', '.join(WRITERS)}."
        )
    return WRITERS[ending]
