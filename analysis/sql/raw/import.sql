-- One row per import that stands.
create table raw.import as
select import::integer as import, told_at, file, sheet, kind, form, default_stage
from received_import
