-- One row per import with rows that no newer import speaks of again, the newest first.
create macro questions.current_imports() as table
with
    followed as (
        select import, max(import) over (partition by offer_key) as newest from staging.version
    )

select import.import, import.file
from raw.import as import
where import.import in (select import from followed where newest = import)
order by import.import desc
