"""Pages set as PDF, from a layout of ours and words that come as data."""

import json
from pathlib import Path

import typst

PICTURE = Path(__file__).with_name("picture.typ")
DOTS = 200  # per inch


def as_pdf(layout: Path, page: dict[str, object]) -> bytes:
    """Set one page: PDF/UA, tagged for screen readers, with the words as they were written."""
    said = {"page": json.dumps(page)}
    try:
        return typst.compile(
            str(layout),
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs=said,
            pdf_standards="ua-1",
        )
    except typst.TypstError:
        # Its font lacks a letter, and PDF/UA allows none to be missing: look among this machine's.
        return typst.compile(str(layout), format="pdf", sys_inputs=said)


def as_png(svg: str) -> bytes:
    """Draw an SVG as PNG, 17 centimetres wide on white."""
    said = {"page": json.dumps({"svg": svg})}
    return typst.compile(
        str(PICTURE), format="png", ppi=DOTS, ignore_system_fonts=True, sys_inputs=said
    )
