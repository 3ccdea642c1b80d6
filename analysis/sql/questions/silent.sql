-- One row per dimension: how many counted offers say nothing about it that we can read.
create macro questions.silent() as table
select
    unanswered.dimension,
    count(*) filter (offer.counts_as = 'cover')::bigint as cover_offers,
    count(*) filter (offer.counts_as = 'enquiry')::bigint as enquiry_offers,
    count(*) filter (offer.counts_as = 'cover' and reason = 'unmatched')::bigint as unmatched
from marts.unanswered as unanswered
inner join marts.offer as offer using (offer)
group by unanswered.dimension
order by unanswered.dimension
