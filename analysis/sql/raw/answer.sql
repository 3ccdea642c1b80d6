-- One row per answer that says nothing about a person, where it stood in its import;
-- of submissions that are not dated later than is asked of.
create table raw.answer as
select import::integer as import, row, "column", field, position, text, value
from received_answers
anti join raw.late using (import, row)
