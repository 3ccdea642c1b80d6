-- One row per term of a dimension or stage, numbered in the order they are shown.
create table raw.term as
select
    term::smallint as term,
    dimension || ':' || code as name,
    dimension,
    code,
    position,
    label,
    short_label,
    in_frame,
    every_area,
    counts_as
from received_term
order by term
