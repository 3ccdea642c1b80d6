-- One row: organisations and offers that say they are open to all, and so cover no
-- focus.
create macro questions.open_to_all() as table
select
    count(distinct offer.organisation) filter (offer.counts_as = 'cover')::bigint as partners,
    count(distinct offer.organisation) filter (offer.counts_as = 'enquiry')::bigint as enquiries,
    count(*)::bigint as offers,
    count(*) filter (not spoken.names_a_group)::bigint as offers_naming_no_group
from marts.open_to_all as spoken
inner join marts.offer as offer using (offer)
where offer.counts_as <> 'nothing'
