-- One row per row of an import that was set aside, and whether staff can mend it.
create table raw.set_aside as
select import::integer as import, row::integer as row, reason, is_mendable
from received_set_aside
