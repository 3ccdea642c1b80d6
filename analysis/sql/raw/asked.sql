-- One row per field that an import has a column for.
create table raw.asked as
select import::integer as import, field
from received_asked
