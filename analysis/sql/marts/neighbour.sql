-- One row per area and area beside it: their tiles touch along an edge.
create view marts.neighbour as
select here.area, there.area as neighbour
from raw.tile as here
inner join raw.tile as there
    on here.area <> there.area
    and pow(here.x - there.x, 2) + pow(here.y - there.y, 2) < 1.5
