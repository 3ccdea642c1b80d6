-- One row per pair of inclusion focuses that are near each other, either way round.
create table raw.sister as
select focus, sister, why
from received_sister
