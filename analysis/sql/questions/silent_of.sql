-- One row per dimension that an offer of one organisation, one that counts, leaves
-- open:
-- how many of them, and how many of those in words we do not know.
create macro questions.silent_of(of_organisation) as table
select
    unanswered.dimension,
    count(*)::bigint as offers,
    count(*) filter (unanswered.reason = 'unmatched')::bigint as unmatched
from marts.offer as offer
inner join marts.unanswered as unanswered using (offer)
where offer.organisation = of_organisation and offer.counts_as <> 'nothing'
group by unanswered.dimension
order by unanswered.dimension
