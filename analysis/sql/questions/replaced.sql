-- One row per offer that does not count, because its sender sent the form again later.
create macro questions.replaced() as table
select
    latest.offer_key,
    latest.organisation,
    latest.organisation_key,
    import.file,
    latest.row,
    latest.submitted_at
from staging.latest as latest
inner join raw.import as import using (import)
where latest.replaced_by is not null
order by latest.organisation_key, import.import, latest.row
