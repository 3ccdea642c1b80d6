-- One row per offer as it stands today: when we first had it, and when what it says was
-- last news. A submission is dated by its own time; a row without one by the import in
-- which it was new or changed.
create table marts.dated as
with
    version as (
        select
            version.offer_key,
            coalesce(version.submitted_at, entry.told_at) as told_at,
            lag(digest.digest) over (
                partition by version.offer_key order by version.import, version.row
            )
            is distinct from digest.digest as is_news
        from staging.version as version
        inner join staging.digest as digest using (import, row)
        inner join raw.entry as entry on version.import = entry.entry
    )

select
    offer.offer,
    min(version.told_at) as first_at,
    max(version.told_at) filter (version.is_news) as last_at
from marts.offer as offer
inner join version using (offer_key)
group by offer.offer
