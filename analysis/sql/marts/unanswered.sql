-- One row per offer and dimension on which it says nothing that we can read, and why.
create view marts.unanswered as
select
    dimension.dimension,
    offer.offer,
    case
        when (offer.unmatched & dimension.terms) <> 0
        then 'unmatched'
        when asked.field is null
        then 'not asked'
        else 'blank'
    end as reason
from marts.offer as offer
inner join staging.dimension as dimension on (offer.unanswered & dimension.terms) <> 0
left join raw.asked as asked on offer.import = asked.import and dimension.dimension = asked.field
