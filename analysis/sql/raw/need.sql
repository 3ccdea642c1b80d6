-- One row per area and measure that a public source states; `position` is the order in
-- which the figures were given.
create table raw.need as
select area, measure, label, value, unit, period, source, position
from received_need
