"""Who looked at people's details, on record before they are shown."""

from analysis.ledger import entries
from analysis.ledger.entries import Draft, Payload, Store
from analysis.ledger.schema import LOOK

CONTACTS, FILE_BACK, PERSON = "contacts shown", "file back written", "person's details written out"
BACKUP = "backup made"


def record(store: Store, kind: str, payload: Payload, by: str) -> int:
    """Record a look, in a chain beside the ledger's own: it changes nothing that is shown.

    Raises
    ------
    DashboardError
        If it cannot be recorded; then nothing may be shown.
    """
    return entries.append_all(store, [Draft(kind, payload, by)], log=LOOK)[0]
