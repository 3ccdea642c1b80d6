-- One row per term of a dimension or stage, numbered in the order they are shown. A set
-- of terms is a whole number with the bit of each: `&` keeps what two have in common.
create table raw.term as
select
    term::smallint as term,
    1::hugeint << term as bit,
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
