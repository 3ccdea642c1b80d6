-- One row per statement that the cells with all its terms are, or are not, a priority
-- of the plan.
create table raw.priority as
select entry::integer as entry, terms, marked, reason
from received_priority
