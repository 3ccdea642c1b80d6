-- One row per organisation and name it goes by, names that differ only in case,
-- punctuation or legal form taken as one, in the newest spelling of each.
create table marts.spelling as
select
    organisation.organisation,
    version.name_key,
    arg_max(version.organisation, (version.import, version.row)) as name
from staging.version as version
inner join marts.organisation as organisation using (organisation_key)
group by organisation.organisation, version.name_key
