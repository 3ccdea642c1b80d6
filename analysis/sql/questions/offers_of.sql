-- One row per offer of one organisation: when we first had it and when it was last
-- news.
create macro questions.offers_of(of_organisation) as table
select offer.*, dated.first_at, dated.last_at
from questions.offers([], [], true) as offer
inner join marts.dated as dated using (offer)
where offer.organisation_number = of_organisation
order by offer.offer
