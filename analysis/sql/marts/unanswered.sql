-- One row per offer and dimension on which it says nothing that we can read, and why.
create table marts.unanswered as
with
    answered as (
        select
            offer,
            dimension,
            bool_or(term is not null or is_outside) as is_read,
            bool_or(term is null and not is_no_answer) as is_unmatched
        from marts.answer
        group by offer, dimension
    )

select
    dimension.dimension,
    offer.offer,
    case
        when answered.is_unmatched
        then 'unmatched'
        when asked.field is null
        then 'not asked'
        else 'blank'
    end as reason
from marts.offer as offer
cross join (select distinct dimension from marts.term) as dimension
left join answered on offer.offer = answered.offer and dimension.dimension = answered.dimension
left join raw.asked as asked on offer.import = asked.import and dimension.dimension = asked.field
where not coalesce(answered.is_read, false)
order by dimension.dimension, offer.offer
