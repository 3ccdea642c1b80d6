-- One row per person that an organisation's offers name. Personal data; only for roles
-- that may see it.
create macro questions.contacts_of(of_organisation) as table
select contact.contact_name, contact.email, contact.postcode
from marts.offer as offer
inner join marts.contact as contact using (offer)
where offer.organisation = of_organisation
group by contact.contact_name, contact.email, contact.postcode
order by min(offer.offer)
