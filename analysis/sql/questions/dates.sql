-- One row per day on which something is dated that moves cells: submissions by their
-- own
-- time, else by their import; imports, which may bring news of a stage; recorded
-- stages.
create macro questions.dates() as table
with
    told as (
        select coalesce(submission.submitted_at, import.told_at) as told_at
        from staging.submission as submission
        inner join raw.import as import using (import)
        union all
        select told_at
        from raw.import
        union all
        select entry.told_at
        from raw.stage_change
        inner join raw.entry as entry using (entry)
    )

select distinct told_at::date as "day"
from told
order by "day"
