-- One row per statement that the cells with all its terms are not applicable.
create table raw.not_applicable as
select entry::integer as entry, terms, reason
from received_not_applicable
