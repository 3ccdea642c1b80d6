-- One row per answer that may say something about a person. Read by identity and
-- contacts only.
create table raw.private as
select import::integer as import, row, "column", field, position, text, value
from received_private
anti join raw.late using (import, row)
