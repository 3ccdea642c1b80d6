-- One row per term that an offer claims. A claim to serve the whole hub is a claim to
-- every area, marked as such where the offer does not name that area too.
create view marts.claim as
select term.term, offer.offer, (offer.named & term.bit) = 0 as is_whole_hub
from marts.offer as offer
inner join marts.term as term on (offer.claimed & term.bit) <> 0
