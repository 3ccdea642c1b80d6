-- One row per organisation and thing that tells who it is: a name it goes by, a web
-- address, an e-mail address, a postcode. Personal data; read by the search for pairs
-- alone, which gives none of it away.
create macro questions.identities() as table
with
    told as (
        select organisation, 'name' as kind, name as text
        from marts.spelling
        union
        select organisation, 'website' as kind, website as text
        from marts.offer
        union
        select offer.organisation, 'email' as kind, contact.email as text
        from marts.contact as contact
        inner join marts.offer as offer using (offer)
        union
        select offer.organisation, 'postcode' as kind, contact.postcode as text
        from marts.contact as contact
        inner join marts.offer as offer using (offer)
    )

select organisation, kind, text
from told
where text is not null
order by organisation, kind, text
