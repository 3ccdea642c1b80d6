-- One row per moment and statement that stood then that cells are not applicable.
create table raw.not_applicable as
select
    after_entry::integer as after_entry,
    entry::integer as entry,
    terms::varchar[] as terms,
    reason::varchar as reason
from received_not_applicable
