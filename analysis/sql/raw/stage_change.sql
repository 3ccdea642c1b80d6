-- One row per recorded change of an organisation's stage; `offers` are the keys of
-- those it
-- moves, all where it is null.
create table raw.stage_change as
select entry::integer as entry, organisation_key, stage, offers
from received_stage_change
