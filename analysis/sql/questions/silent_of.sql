-- One row per offer of one organisation, one that counts, and dimension it leaves open:
-- why ("unmatched" where its only words are ones we do not know).
create macro questions.silent_of(of_organisation) as table
select unanswered.dimension, unanswered.reason, offer.offer_key
from marts.offer as offer
inner join marts.unanswered as unanswered using (offer)
where offer.organisation = of_organisation and offer.counts_as <> 'nothing'
order by unanswered.dimension, offer.offer
