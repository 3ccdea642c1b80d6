"""The server's log: one JSON object a line, which says what happened and never to whom.

An entry of the ledger is named by its number, a fault by its type and its place in the program:
the words of a fault may be the words of a file. Who acted stands in the ledger, for those who may
read it.
"""

import json
import logging
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from traceback import extract_tb

from streamlit import logger as streamlits

FIELDS = ("reference", "table", "entry", "kind")
OURS = ("analysis", "pages")


def write_lines() -> None:
    """Write every log of this process as lines of JSON on standard error."""
    lines = logging.StreamHandler(sys.stderr)
    lines.setFormatter(Lines())
    logging.getLogger().handlers = [lines]
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    # Streamlit gives each of its logs, and the server's, a handler of its own for plain text.
    streamlits.setup_formatter = _through_root
    streamlits.update_formatter()


class Lines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """When, how grave, what, and what it refers to; of a fault, its type and place."""
        told: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            "logger": record.name,
        }
        told |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info:
            told["fault"] = list(_causes(record.exc_info[1]))
        return json.dumps(told, ensure_ascii=False)


def _causes(fault: BaseException | None) -> Iterator[dict[str, object]]:
    """A fault and what led to it: the type of each, and the way through the program to it."""
    while fault:
        way = extract_tb(fault.__traceback__)
        places = [f"{place.filename}:{place.lineno} in {place.name}" for place in way]
        yield {"type": type(fault).__qualname__, "at": places}
        fault = fault.__cause__ or fault.__context__


def _through_root(logger: logging.Logger) -> None:
    logger.handlers.clear()
    logger.propagate = True
