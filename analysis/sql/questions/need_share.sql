-- One row per area and published figure, and the figure as a share, from 0 to 100, of
-- the area that needs most. The first in a ranking is the one that needs most; a figure
-- below 0 has none.
create macro questions.need_share() as table
with
    extreme as (
        select
            *,
            min(value) over (partition by measure) as lowest,
            max(value) over (partition by measure) as highest
        from raw.need
    )

select
    * exclude (lowest, highest),
    case
        when unit = 'rank'
        then round(100 * lowest / value)
        when highest > 0
        then round(100 * greatest(value, 0) / highest)
        else 0
    end::bigint as share
from extreme
