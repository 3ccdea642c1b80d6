-- One row per offer: the person to speak to. Personal data; only for roles that may
-- see it.
create view marts.contact as
select
    offer.offer,
    max(private.text) filter (private.field = 'contact_name') as contact_name,
    max(private.text) filter (private.field = 'email') as email,
    max(private.text) filter (private.field = 'postcode') as postcode
from marts.offer as offer
inner join raw.private as private using (import, row)
group by offer.offer
