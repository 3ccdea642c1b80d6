-- One row per organisation with an offer that counts, under its newest spelling.
create table marts.organisation as
select
    row_number() over (order by organisation_key)::integer as organisation,
    organisation_key,
    arg_max(organisation, (import, row)) as name,
    arg_max(name_key, (import, row)) as name_key
from staging.latest
where replaced_by is null
group by organisation_key
