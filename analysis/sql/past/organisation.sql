-- One row per organisation that ever stood, under its newest name.
create table marts.organisation as
with
    named as (
        select organisation_key, arg_max(name, after_entry) as name
        from received_stood
        group by organisation_key
    )

select distinct offer.organisation, named.name
from marts.offer as offer
inner join named using (organisation_key)
