"""Pages set as PDF, from a layout of ours and words that come as data."""

import json
from pathlib import Path

import typst


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
