-- One row per offer as it counts after the entry that the database was built of; sets
-- of terms as text, because whole numbers of 128 bits do not leave the database whole.
create view marts.counting as
select
    offer.offer_key,
    organisation.organisation_key,
    organisation.name,
    offer.stage,
    offer.counts_as,
    offer.named::varchar as named,
    offer.claimed::varchar as claimed,
    offer.unanswered::varchar as unanswered
from marts.offer as offer
inner join marts.organisation as organisation using (organisation)
