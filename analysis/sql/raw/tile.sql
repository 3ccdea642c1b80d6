-- One row per area with a place on the tile map.
create table raw.tile as
select area, x, y
from received_tile
