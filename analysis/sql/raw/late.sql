-- One row per submission that is dated after that day: by its own time, or where it
-- gives none that can be read, by its import.
create table raw.late as
with
    dated as (
        select
            import::integer as import,
            row,
            try_cast(
                max(coalesce(nullif(value, ''), text)) filter (
                    field = 'submitted_at'
                ) as timestamptz
            ) as submitted_at
        from received_answers
        where exists (from raw.until where ends_at is not null)
        group by import, row
    )

select dated.import, dated.row
from dated
inner join raw.import as import using (import)
cross join raw.until as until
where coalesce(dated.submitted_at, import.told_at) >= until.ends_at
