"""Whether the dashboard can do its work, for whatever watches over the server."""

import logging

from starlette.requests import Request
from starlette.responses import JSONResponse

from analysis.errors import DashboardError
from analysis.ledger import entries
from pages.shared import session

PATH = "/health"
UNAVAILABLE = 503


def health(_request: Request) -> JSONResponse:
    """Whether the hub's ledger can be read, and the number of its newest entry; nothing else."""
    try:
        number = entries.last_number(session.own_store())
    except DashboardError:
        logging.getLogger(__name__).exception("the ledger cannot be read")
        return JSONResponse({"ledger": "cannot be read"}, UNAVAILABLE)
    return JSONResponse({"ledger": "can be read", "entry": number})
