-- One row per target set for the cells that have all its terms.
create table raw.target as
select entry::integer as entry, terms, target::integer as target
from received_target
