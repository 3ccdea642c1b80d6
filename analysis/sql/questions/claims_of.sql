-- One row per term of the grid that an organisation claims with an offer that counts,
-- and
-- what that offer counts as; is_whole_hub where only a whole-hub claim says so.
create macro questions.claims_of(of_organisation) as table
select
    term.dimension,
    term.code,
    term.label,
    term.short_label,
    offer.counts_as,
    bool_and(claim.is_whole_hub) as is_whole_hub
from marts.offer as offer
inner join marts.claim as claim using (offer)
inner join marts.term as term using (term)
where offer.organisation = of_organisation and offer.counts_as <> 'nothing'
group by all
order by min(term.term), offer.counts_as
