-- One row per ring of an area's outline.
create table raw.outline as
select area, polygon, ring, xs, ys, middle_x, middle_y
from received_outline
