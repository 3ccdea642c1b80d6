-- One row per term that is a cell of the grid.
create table marts.term as
select term, bit, name, dimension, code, position, label, short_label
from raw.term
where in_frame
