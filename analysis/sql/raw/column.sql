-- One row per field that an import has a column for, and the first of its columns.
create table raw."column" as
select import::integer as import, field, min("column")::smallint as "column"
from received_column
group by import, field
