-- One row per recorded change of an organisation's stage.
create table raw.stage_change as
select entry::integer as entry, organisation_key, stage
from received_stage_change
