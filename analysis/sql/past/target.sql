-- One row per moment and target that stood then.
create table raw.target as
select
    after_entry::integer as after_entry,
    entry::integer as entry,
    terms::varchar[] as terms,
    target::integer as target
from received_target
