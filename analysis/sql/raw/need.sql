-- One row per area and measure that a public source states.
create table raw.need as
select area, measure, label, value, unit, period, source
from received_need
