-- One row per area and published figure, and the figure as a share, from 0 to 100, of
-- the area that needs most. The first in a ranking is the one that needs most.
create macro questions.need_share() as table
select
    *,
    case
        when unit = 'rank'
        then round(100 * min(value) over (partition by measure) / value)
        else round(100 * value / nullif(max(value) over (partition by measure), 0))
    end::bigint as share
from raw.need
