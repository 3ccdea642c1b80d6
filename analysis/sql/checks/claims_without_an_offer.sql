-- One row per claim of an offer that does not stand.
select claim.*
from marts.claim as claim
left join marts.offer as offer using (offer)
where offer.offer is null
