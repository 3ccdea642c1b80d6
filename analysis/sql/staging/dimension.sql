-- One row per dimension of the grid, with the set of its terms.
create table staging.dimension as
select dimension, bit_or(bit) as terms
from raw.term
where in_frame
group by dimension
