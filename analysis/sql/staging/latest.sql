-- One row per offer, in its newest version, and the offer that replaced it, if one
-- did: a
-- later submission, or the same row with an address or a time that can be read.
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
    followed.* exclude (last_offer_key),
    coalesce(
        mended.mended_by,
        case
            when
                followed.kind = 'eoi'
                and followed.email is not null
                and followed.last_offer_key <> followed.offer_key
                and followed.offer_key not in (select offer_key from raw.kept)
            then followed.last_offer_key
        end
    ) as replaced_by
from followed
left join staging.mended as mended on followed.offer_key = mended.offer_key
