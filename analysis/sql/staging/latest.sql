-- One row per offer, in its newest version, and the offer that replaced it, if one did.
create table staging.latest as
with
    newest as (select * exclude (age) from staging.version where age = 1),

    followed as (
        select
            offer_key,
            first_value(offer_key) over (
                partition by form, organisation_key, email
                order by submitted_at desc nulls last, import desc, row desc
            ) as last_offer_key
        from newest
        where kind = 'eoi' and email is not null
    )

select
    newest.*,
    case
        when
            followed.last_offer_key <> newest.offer_key
            and newest.offer_key not in (select offer_key from raw.kept)
        then followed.last_offer_key
    end as replaced_by
from newest
left join followed using (offer_key)
