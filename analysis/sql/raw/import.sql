-- One row per import that stands.
create table raw.import as
select import::integer as import, file, sheet, kind, form, default_stage
from received_import
