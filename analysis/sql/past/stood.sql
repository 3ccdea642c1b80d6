-- One row per moment and offer that stood then, in the form that it had.
create table marts.stood as
select stood.after_entry::integer as after_entry, offer.offer
from received_stood as stood
inner join
    marts.offer as offer
    on stood.offer_key = offer.offer_key
    and stood.organisation_key = offer.organisation_key
    and stood.stage is not distinct from offer.stage
    and stood.named::hugeint = offer.named
    and stood.claimed::hugeint = offer.claimed
    and stood.unanswered::hugeint = offer.unanswered
