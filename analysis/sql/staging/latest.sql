-- One row per offer, in its newest version, and the offer that replaced it, if one did.
create table staging.latest as
with
    followed as (
        select
            * exclude (age),
            first_value(offer_key) over (
                partition by kind, form, organisation_key, email
                order by submitted_at desc nulls last, import desc, row desc
            ) as last_offer_key
        from staging.version
        where age = 1
    )

select
    * exclude (last_offer_key),
    case
        when
            kind = 'eoi'
            and email is not null
            and last_offer_key <> offer_key
            and offer_key not in (select offer_key from raw.kept)
        then last_offer_key
    end as replaced_by
from followed
