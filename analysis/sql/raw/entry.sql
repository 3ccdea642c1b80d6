-- One row per entry of the ledger that stands: when it was recorded.
create table raw.entry as
select entry::integer as entry, told_at
from received_entry
