-- One row per organisation: when it was last confirmed, by news of one of its offers
-- or by
-- a recorded word of its own, and whether it was by such a word.
create view marts.confirmed as
with
    told as (
        select offer.organisation, dated.last_at as told_at, false as is_by_word
        from marts.dated as dated
        inner join marts.offer as offer using (offer)
        union all
        select spelling.organisation, entry.told_at, true as is_by_word
        from raw.confirmation as confirmation
        inner join
            (
                select organisation, name_key
                from marts.spelling
                union
                select organisation, organisation_key
                from marts.organisation
            ) as spelling
            on confirmation.organisation_key = spelling.name_key
        inner join raw.entry as entry using (entry)
    )

select organisation, max(told_at) as confirmed_at, arg_max(is_by_word, told_at) as is_by_word
from told
group by organisation
