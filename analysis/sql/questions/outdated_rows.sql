-- One row per row of an import whose offer a newer import speaks of again.
create macro questions.outdated_rows(of_import) as table
select here.row
from staging.version as here
where
    here.import = of_import
    and exists (
        select 1
        from staging.version as later
        where later.offer_key = here.offer_key and later.import > of_import
    )
order by here.row
