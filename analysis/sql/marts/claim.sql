-- One row per term that an offer claims. A claim to serve the whole hub is a claim to
-- every area,
-- marked as such where the offer does not name that area too.
create table marts.claim as
with
    named as (
        select answer.offer, answer.term, false as is_whole_hub
        from marts.answer as answer
        where answer.term in (select term from marts.term)
    ),

    spread as (
        select answer.offer, area.term, true as is_whole_hub
        from marts.answer as answer
        inner join raw.term as everywhere on answer.term = everywhere.term
        inner join marts.term as area on everywhere.dimension = area.dimension
        where everywhere.every_area
    ),

    claimed as (
        select *
        from named
        union all
        select *
        from spread
    )

select term, offer, bool_and(is_whole_hub) as is_whole_hub
from claimed
group by term, offer
order by term, offer
