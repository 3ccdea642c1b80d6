-- One row per offer: its stage by the last entry that said one, and that entry.
create table staging.stage as
select offer_key, arg_max_null(stage, (entry, row)) as stage, max(entry) as entry
from staging.stage_told
group by offer_key
