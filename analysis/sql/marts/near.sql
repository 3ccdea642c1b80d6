-- One row per term and term near it: `how` is "next door" for areas that touch, and
-- "sister" for inclusion focuses, with the reason.
create view marts.near as
with
    pair as (
        select 'area' as dimension, area as code, neighbour as other, 'next door' as how, '' as why
        from marts.neighbour
        union all
        select 'focus' as dimension, focus as code, sister as other, 'sister' as how, why
        from raw.sister
        union all
        select 'focus' as dimension, sister as code, focus as other, 'sister' as how, why
        from raw.sister
    )

select pair.dimension, pair.how, pair.why, own.bit as own_bit, other.bit as other_bit
from pair
inner join marts.term as own on own.dimension = pair.dimension and own.code = pair.code
inner join marts.term as other on other.dimension = pair.dimension and other.code = pair.other
